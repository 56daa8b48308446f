import { expect, test } from 'vitest';
import { freshHmacKey, hmacKey, keyedHash } from '../../lib/core/keyed-hash.ts';

const hex = (words: string) => [...new TextEncoder().encode(words)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

test('HMAC-SHA-256 as in RFC 4231, test case 2', async () => {
  expect(await keyedHash(await hmacKey(hex('Jefe')), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('a new key is another each time, and gives its bytes to nobody', async () => {
  const [one, other] = [await freshHmacKey(), await freshHmacKey()];
  expect(await keyedHash(one, 'word')).not.toBe(await keyedHash(other, 'word'));
  await expect(crypto.subtle.exportKey('raw', one)).rejects.toThrow();
});
