/** A file that is read here and there: plain, or sealed and opened segment by segment. */
import type { OnProgress } from './format.ts';
import { BundleRefused } from './format.ts';
import { headerLength, isSealed, measure, openSegment, type Seal, sealOf, segmentLength } from './segments.ts';

export interface Bytes {
  readonly size: number;
  /** The bytes from `from` on, `length` of them or as many as there are. */
  read(from: number, length: number): Promise<Uint8Array>;
}

const plain = (file: Blob): Bytes => ({
  size: file.size,
  read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
});

/** Holds one opened segment at a time. */
function opened(file: Blob, seal: Seal): Bytes {
  const { segments, bytes } = measure(file.size);
  let held: { index: number; bytes: Promise<Uint8Array> } | undefined;
  const segment = (index: number) => {
    if (held?.index !== index) held = { index, bytes: openSegment(seal, file, index, segments) };
    return held.bytes;
  };
  return {
    size: bytes,
    async read(from, length) {
      const end = Math.min(from + length, bytes);
      const out = new Uint8Array(Math.max(0, end - from));
      for (let at = from; at < end; ) {
        const index = Math.floor(at / segmentLength);
        const part = (await segment(index)).subarray(at - index * segmentLength, end - index * segmentLength);
        out.set(part, at - from);
        at += part.length;
      }
      return out;
    },
  };
}

/**
 * A file's bytes. A sealed one is opened once from end to end first, so that nothing is read from one that was changed anywhere.
 * @throws BundleRefused `locked`, `passphrase`, `damaged`, `newer`.
 */
export async function bytesOf(
  file: Blob,
  passphrase: string | null,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Bytes & { sealed: boolean }> {
  const header = new Uint8Array(await file.slice(0, headerLength).arrayBuffer());
  if (!isSealed(header)) return { ...plain(file), sealed: false };
  if (passphrase === null) throw new BundleRefused('locked', 'this file is sealed with a passphrase');
  const seal = await sealOf(header, passphrase);
  const { segments } = measure(file.size);
  for (let index = 0; index < segments; index++) {
    signal?.throwIfAborted();
    await openSegment(seal, file, index, segments);
    onProgress?.(index + 1, segments);
  }
  return { ...opened(file, seal), sealed: true };
}
