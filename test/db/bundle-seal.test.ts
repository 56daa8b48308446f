/** Sealing: nothing that was cut, moved, doubled or changed opens, and the refusal says which it is. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '../../lib/db/bundle/bytes.ts';
import { headerLength, newSeal, type Seal, sealing, sealOf, segmentLength } from '../../lib/db/bundle/segments.ts';

const passphrase = 'twelve grinders, one café';
const sealedSegment = segmentLength + 16;
let seal: Seal;
beforeAll(async () => {
  seal = await newSeal(passphrase);
});

async function sealed(bytes: Uint8Array<ArrayBuffer>, chunk = 100_000): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    pull(to) {
      if (at >= bytes.length) return to.close();
      to.enqueue(bytes.subarray(at, at + chunk));
      at += chunk;
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(sealing(seal)) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
const open = (file: Uint8Array<ArrayBuffer>, words = passphrase) => bytesOf(new Blob([file]), words);
const bytesFrom = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255);
const refusal = (problem: string) => expect.objectContaining({ name: 'BundleRefused', problem });

test.each([0, 1, 1000, segmentLength - 1, segmentLength, segmentLength + 1, 3 * segmentLength, 3 * segmentLength + 12_345])(
  '%i bytes come back',
  async (length) => {
    const bytes = bytesFrom(length);
    const file = await sealed(bytes);
    const back = await open(file);
    expect(back.size).toBe(length);
    expect(await back.read(0, length)).toEqual(bytes);
    const middle = Math.max(0, Math.min(segmentLength - 5, length - 10));
    expect(await back.read(middle, 10)).toEqual(bytes.slice(middle, middle + 10));
  },
);

test('whatever the chunks, the same bytes come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), fc.integer({ min: 1, max: 6_000 }), async (bytes, chunk) => {
      const back = await open(await sealed(Uint8Array.from(bytes), chunk));
      expect(await back.read(0, bytes.length)).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 5 },
  );
});

describe('a sealed file of four segments', () => {
  let file: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    file = await sealed(bytesFrom(3 * segmentLength + 500));
  });
  const segment = (index: number) => file.subarray(headerLength + index * sealedSegment, headerLength + (index + 1) * sealedSegment);
  const header = () => file.subarray(0, headerLength);
  const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };

  test.each([
    ['the last segment missing', () => join(header(), segment(0), segment(1), segment(2))],
    ['one in the middle missing', () => join(header(), segment(0), segment(2), segment(3))],
    ['the first missing', () => join(header(), segment(1), segment(2), segment(3))],
    ['two swapped', () => join(header(), segment(1), segment(0), segment(2), segment(3))],
    ['one doubled', () => join(header(), segment(0), segment(0), segment(1), segment(2), segment(3))],
    ['something after its end', () => join(file, segment(3))],
    ['a byte after its end', () => join(file, new Uint8Array(1))],
    ['nothing but its header', () => join(header())],
    ['its last byte missing', () => file.slice(0, -1)],
  ])('with %s is refused', async (_, made) => {
    await expect(open(made())).rejects.toEqual(refusal('damaged'));
  });

  test('from another file of the same passphrase, a segment does not open', async () => {
    const other = await newSeal(passphrase);
    const mine = seal;
    seal = other;
    const theirs = await sealed(bytesFrom(3 * segmentLength + 500));
    seal = mine;
    const mixed = join(header(), theirs.subarray(headerLength, headerLength + sealedSegment), segment(1), segment(2), segment(3));
    await expect(open(mixed)).rejects.toEqual(refusal('damaged'));
  });

  test('cut anywhere, or with any bit changed, is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 0, max: 7 }), fc.boolean(), async (at, bit, cut) => {
        const changed = cut ? file.slice(0, at) : file.slice();
        if (!cut) changed[at]! ^= 1 << bit;
        // Without its first letters it is no sealed file at all, but never one that opens.
        const refused = await open(changed).then(
          ({ sealed: still }) => (still ? null : 'other'),
          ({ problem }) => problem,
        );
        expect(['damaged', 'passphrase', 'newer', 'other']).toContain(refused);
        if (at > headerLength) expect(refused).toBe('damaged');
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('with another passphrase says so; the same letters composed otherwise are the same', async () => {
    await expect(open(file, 'something else')).rejects.toEqual(refusal('passphrase'));
    expect((await open(file, passphrase.normalize('NFD'))).sealed).toBe(true);
    await expect(bytesOf(new Blob([file]), null)).rejects.toEqual(refusal('locked'));
  });
});

test('a header that asks for few rounds, or for an hour of them, is refused before any is done', async () => {
  for (const rounds of [1, 599_999, 4_000_000_000]) {
    const header = seal.header.slice();
    new DataView(header.buffer).setUint32(9, rounds);
    await expect(sealOf(header, passphrase)).rejects.toEqual(refusal('damaged'));
  }
});
