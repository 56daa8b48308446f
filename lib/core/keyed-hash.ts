/** HMAC-SHA-256 (RFC 2104): a hash that only who has the key can compute, so that nobody else finds the word by trying all there are. */
const algorithm: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };

/** A key from its bytes in hexadecimal. */
export const hmacKey = (hex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
    algorithm,
    false,
    ['sign'],
  );

/** A new key, whose bytes the browser gives to nobody. */
export const freshHmacKey = () => crypto.subtle.generateKey(algorithm, false, ['sign']) as Promise<CryptoKey>;

/** 64 hexadecimal digits. */
export async function keyedHash(key: CryptoKey, words: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(words));
  return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
