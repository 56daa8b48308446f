/**
 * Sealing with a passphrase: a header, then segments of 1 MiB, each AES-256-GCM with nonce = random prefix, counter, last-flag (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015) and the header as additional data. A segment opens only at its own place, in its
 * own file, and the last one only as the last: one that is cut, swapped, doubled, missing or changed does not.
 */
import { BundleRefused } from './format.ts';

const magic = new TextEncoder().encode('LPSEALED');
const version = 1;
const saltLength = 16;
const prefixLength = 7;
const tagLength = 16;
/** magic 8, version 1, rounds 4 (big-endian), salt 16, nonce prefix 7; what follows is the tag that tells whether a passphrase fits. */
const openLength = magic.length + 1 + 4 + saltLength + prefixLength;
export const headerLength = openLength + tagLength;
export const segmentLength = 1024 * 1024;

/** PBKDF2-SHA-256; OWASP's Password Storage Cheat Sheet asks for 600,000. About half a second on a laptop. */
const rounds = 1_000_000;
const fewestRounds = 600_000;
/** A forged header shall not keep the machine busy for an hour. */
const mostRounds = 10_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Seal {
  key: CryptoKey;
  header: Bytes;
}

async function keyOf(passphrase: string, salt: Bytes, times: number): Promise<CryptoKey> {
  // NFKC: the same letters, however a keyboard composes them.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times };
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** `flag`: 0 more follow, 1 the last, 2 the header's own tag. */
function nonce(header: Bytes, counter: number, flag: 0 | 1 | 2): Bytes {
  const made = new Uint8Array(prefixLength + 5);
  made.set(header.subarray(openLength - prefixLength, openLength));
  new DataView(made.buffer).setUint32(prefixLength, counter);
  made[prefixLength + 4] = flag;
  return made;
}

const gcm = (header: Bytes, counter: number, flag: 0 | 1 | 2, about: Bytes) => ({
  name: 'AES-GCM',
  iv: nonce(header, counter, flag),
  additionalData: about,
});

/** A new key and header for one file. */
export async function newSeal(passphrase: string): Promise<Seal> {
  const header = new Uint8Array(headerLength);
  header.set(magic);
  const view = new DataView(header.buffer);
  view.setUint8(magic.length, version);
  view.setUint32(magic.length + 1, rounds);
  crypto.getRandomValues(header.subarray(magic.length + 5, openLength));
  const key = await keyOf(passphrase, header.slice(magic.length + 5, magic.length + 5 + saltLength), rounds);
  const about = header.slice(0, openLength);
  header.set(new Uint8Array(await crypto.subtle.encrypt(gcm(header, 0, 2, about), key, new Uint8Array())), openLength);
  return { key, header };
}

export const isSealed = (start: Uint8Array): boolean => start.length >= magic.length && magic.every((byte, index) => byte === start[index]);

/**
 * The key of a sealed file.
 * @throws BundleRefused `newer`, `damaged`, or `passphrase` where it does not fit.
 */
export async function sealOf(header: Bytes, passphrase: string): Promise<Seal> {
  if (header.length < headerLength || !isSealed(header)) throw new BundleRefused('damaged', 'the file ends within its header');
  const view = new DataView(header.buffer, header.byteOffset);
  if (view.getUint8(magic.length) !== version)
    throw new BundleRefused('newer', `sealed in version ${view.getUint8(magic.length)}, which is not known`);
  const times = view.getUint32(magic.length + 1);
  if (times < fewestRounds || times > mostRounds) throw new BundleRefused('damaged', `the header asks for ${times} rounds`);
  const key = await keyOf(passphrase, header.slice(magic.length + 5, magic.length + 5 + saltLength), times);
  await crypto.subtle.decrypt(gcm(header, 0, 2, header.slice(0, openLength)), key, header.slice(openLength)).catch((cause: unknown) => {
    throw new BundleRefused('passphrase', 'the passphrase does not open this file', { cause });
  });
  return { key, header };
}

/** Seals what passes through. Whatever the lengths of the chunks, memory is one segment. */
export function sealing({ key, header }: Seal): TransformStream<Uint8Array, Uint8Array> {
  const held = new Uint8Array(segmentLength);
  let filled = 0;
  let counter = 0;
  const emit = async (to: TransformStreamDefaultController<Uint8Array>, last: 0 | 1) => {
    to.enqueue(new Uint8Array(await crypto.subtle.encrypt(gcm(header, counter, last, header), key, held.subarray(0, filled))));
    counter += 1;
    filled = 0;
  };
  return new TransformStream({
    start(to) {
      to.enqueue(header);
    },
    async transform(chunk, to) {
      for (let at = 0; at < chunk.length; ) {
        // Only now is it known that the full one is not the last.
        if (filled === segmentLength) await emit(to, 0);
        const taken = chunk.subarray(at, at + segmentLength - filled);
        held.set(taken, filled);
        filled += taken.length;
        at += taken.length;
      }
    },
    flush: (to) => emit(to, 1),
  });
}

/** How many segments follow a header in a file of `size` bytes, and how many bytes they hold. */
export function measure(size: number): { segments: number; bytes: number } {
  const body = size - headerLength;
  const segments = Math.ceil(body / (segmentLength + tagLength));
  const bytes = body - segments * tagLength;
  // Even an empty file has one segment; and none is shorter than its tag.
  if (segments < 1 || bytes < Math.max(0, (segments - 1) * segmentLength)) throw new BundleRefused('damaged', 'the file ends within a segment');
  return { segments, bytes };
}

/**
 * What the segment at `index` holds.
 * @throws BundleRefused `damaged` where it is not the one that was sealed there.
 */
export async function openSegment({ key, header }: Seal, file: Blob, index: number, segments: number): Promise<Bytes> {
  const from = headerLength + index * (segmentLength + tagLength);
  const sealed = await file.slice(from, from + segmentLength + tagLength).arrayBuffer();
  const opened = crypto.subtle.decrypt(gcm(header, index, index === segments - 1 ? 1 : 0, header), key, sealed);
  return new Uint8Array(
    await opened.catch((cause: unknown) => {
      const where = `part ${index + 1} of ${segments} was changed, cut or moved`;
      throw new BundleRefused('damaged', where, { cause });
    }),
  );
}
