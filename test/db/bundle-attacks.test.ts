/** Files that are broken, or built to do harm. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { openBundle } from '../../lib/db/bundle/open.ts';
import { look } from '../../lib/db/bundle/take.ts';
import { saveClip } from '../../lib/db/clips.ts';
import type { Store } from '../../lib/db/store.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';
import { type Files, unzip, zip } from './zip-files.ts';

const encoder = new TextEncoder();
const refusal = (problem: string) => expect.objectContaining({ name: 'BundleRefused', problem });
const open = (file: Blob) => openBundle(file, { newest: Infinity });

async function filled(): Promise<Store> {
  const store = await freshStore();
  const { brand } = await saveBrand(store, { name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  for (const nativeId of ['1', '2', '3'])
    await saveClip(store, { draft: draft({ nativeId }), brands: [brand.id], judgement: { brand: brand.id, quadrant: 'threat', theme: 'Parts' } });
  return store;
}

/** The bundle with each of its files changed as `change` says; null leaves it out. */
async function changed(store: Store, change: (name: string, content: string) => string | Uint8Array | null, more: Files = []): Promise<Blob> {
  const files = (await unzip(await bundleOf(store))).flatMap(([name, content]): Files => {
    const made = change(name, content as string);
    return made === null ? [] : [[name, made]];
  });
  return zip([...files, ...more]);
}
const line = (content: string, index: number, change: (line: string) => string) =>
  content
    .split('\n')
    .map((one, at) => (at === index && one ? change(one) : one))
    .join('\n');
const only = (file: string, change: (content: string) => string | Uint8Array | null) => (name: string, content: string) =>
  name === file ? change(content) : content;

describe('a broken line is named with its number, and the others go in', () => {
  const cases: [what: string, change: (text: string) => string, why: RegExp][] = [
    ['that is not JSON', () => '{"id":', /not JSON/],
    ['with a field of the wrong kind', (text) => text.replace('"quadrant":"threat"', '"quadrant":"nonsense"'), /quadrant/],
    ['that is no object', () => '[1,2]', /expected object/],
    ['that is null', () => 'null', /expected object/],
    ['nested a hundred thousand deep', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /./],
  ];
  test.each(cases)('%s', async (_, change, why) => {
    const [from, to] = [await filled(), await freshStore()];
    const file = await changed(
      from,
      only('tags.jsonl', (content) => line(content, 1, change)),
    );
    const { refused, damaged } = await takeFrom(to, file);
    expect(refused).toEqual([{ table: 'tags', line: 2, why: expect.stringMatching(why) }]);
    expect(damaged).toEqual(['tags.jsonl']);
    expect(await to.db.tags.count()).toBe(2);
    expect(await to.db.clips.count()).toBe(3);
  });

  test('a clip whose state or sentiment is none, and a brand under the id of a clip', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const file = await changed(
      from,
      only('records.jsonl', (content) =>
        content
          .replace('"id":"clip:x:1","kind":"clip"', '"id":"clip:x:1","kind":"brand"')
          .replace(/("id":"clip:x:2".*?)"reviewed"/, '$1"nonsense"')
          .replace(/("id":"clip:x:3".*?)"f":\{/, '$1"f":{"sentiment:brand:x":{"a1.1":"furious"},'),
      ),
    );
    const { refused } = await takeFrom(to, file);
    expect(refused.map(({ why }) => why)).toEqual([
      expect.stringMatching(/not the id of a brand/),
      expect.stringMatching(/expected one of inbox, reviewed/),
      expect.stringMatching(/expected one of negative/),
    ]);
    expect(await to.db.clips.count()).toBe(0);
  });

  test.each([
    ['priority', '4', /expected 1, 2 or 3/],
    ['priority', '"high"', /expected 1, 2 or 3/],
    ['owner', '""', /expected a name/],
    ['owner', '" Ann"', /expected a name/],
    ['owner', `"${'x'.repeat(101)}"`, /expected a name/],
    ['owner', '["Ann"]', /expected a name/],
  ])('a clip whose %s is %s', async (field, value, why) => {
    const [from, to] = [await filled(), await freshStore()];
    const file = await changed(
      from,
      only('records.jsonl', (content) => content.replace(/("id":"clip:x:3".*?)"f":\{/, `$1"f":{"${field}":{"a1.1":${value}},`)),
    );
    const { refused } = await takeFrom(to, file);
    expect(refused.map((one) => one.why)).toEqual([expect.stringMatching(why)]);
  });

  test('in Latin-1, in UTF-16, and after a mark of byte order', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const latin = only('tags.jsonl', (content) => {
      const bytes = encoder.encode(content);
      bytes[bytes.indexOf(10) + 5] = 0xe9;
      return bytes;
    });
    expect((await takeFrom(to, await changed(from, latin))).refused).toEqual([{ table: 'tags', line: 2, why: 'not in UTF-8' }]);
    const wide = only('captures.jsonl', (content) =>
      Uint8Array.from([0xff, 0xfe, ...[...content].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]),
    );
    const { refused } = await takeFrom(await freshStore(), await changed(from, wide));
    expect(refused[0]).toEqual({ table: 'captures', line: 1, why: 'written in UTF-16, not in UTF-8' });
    const marked = await takeFrom(
      await freshStore(),
      await changed(
        from,
        only('tags.jsonl', (content) => `\ufeff${content}`),
      ),
    );
    expect(marked.refused).toEqual([]);
  });

  test('longer than any record is', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const noise = randomBytes(13 * 1024 * 1024).toString('base64');
    const file = await changed(
      from,
      only('tags.jsonl', (content) => line(content, 0, (text) => text.replace('"quote":""', JSON.stringify({ quote: noise }).slice(1, -1)))),
    );
    const { refused } = await takeFrom(to, file);
    expect(refused).toEqual([{ table: 'tags', line: 1, why: expect.stringMatching(/longer than/) }]);
    expect(await to.db.tags.count()).toBe(2);
  }, 30_000);
});

test('keys that would reach an object’s prototype do not', async () => {
  const [from, to] = [await filled(), await freshStore()];
  const file = await changed(from, (_name, content) =>
    content.replaceAll(/^\{"id"/gm, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id"'),
  );
  const poisoned = await changed(
    from,
    only('records.jsonl', (content) =>
      content
        .replaceAll('"f":{', '"f":{"__proto__":{"a1.1":{"polluted":true}},"constructor":{"a1.1":1},')
        .replaceAll('"c":{', '"c":{"constructor":3,'),
    ),
  );
  for (const one of [file, poisoned]) {
    const { refused } = await takeFrom(to, one);
    expect(refused).toEqual([]);
    await takeFrom(to, one);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(JSON.stringify(await dump(to))).not.toContain('polluted');
  }
  // Merged with one that lacks such a key, a counter stays a number.
  const merged = await freshStore();
  await takeFrom(merged, await bundleOf(from));
  await takeFrom(merged, poisoned);
  for (const { c } of await merged.db.records.toArray()) for (const counter of Object.values(c)) expect(counter).toEqual(expect.any(Number));
  for (const { c } of await merged.db.records.toArray()) expect(Object.values(c).every(Number.isSafeInteger)).toBe(true);
});

describe('a ZIP', () => {
  test('with names that climb, begin at the root or are not ours: they are left alone and told', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const names = ['../../etc/passwd', '/etc/passwd', 'C:\\boot.ini', '..\\up', 'notes.txt', 'pictures/../records.jsonl', '__MACOSX/records.jsonl'];
    const looked = await takeFrom(
      to,
      await changed(
        from,
        (_, content) => content,
        names.map((name) => [name, 'x']),
      ),
    );
    expect(looked.strange.sort()).toEqual(names.sort());
    expect(looked.refused).toEqual([]);
    expect(await to.db.clips.count()).toBe(3);
  });

  test('that holds one name twice is refused', async () => {
    const from = await filled();
    const file = new Uint8Array(await (await changed(from, (_, content) => content, [['tagz.jsonl', '{}']])).arrayBuffer());
    const text = new TextDecoder('latin1').decode(file);
    for (let at = text.indexOf('tagz'); at >= 0; at = text.indexOf('tagz', at + 1)) file.set(encoder.encode('tags'), at);
    await expect(open(new Blob([file]))).rejects.toEqual(refusal('unsafe'));
  });

  test('that grows a thousandfold is refused unread', async () => {
    const from = await filled();
    const bomb = await changed(
      from,
      only('captures.jsonl', () => new Uint8Array(20 * 1024 * 1024).fill(10)),
    );
    expect(bomb.size).toBeLessThan(100_000);
    await expect(open(bomb)).rejects.toEqual(refusal('unsafe'));
  });

  test('that claims to be smaller than it is gives not a byte more than it claims', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const file = new Uint8Array(
      await (
        await changed(
          from,
          only('captures.jsonl', () => new Uint8Array(20 * 1024 * 1024).fill(10)),
        )
      ).arrayBuffer(),
    );
    const view = new DataView(file.buffer);
    const size = 20 * 1024 * 1024;
    const lie = (signature: number, after: number) => {
      for (let at = 0; at < file.length - 46; at++)
        if (view.getUint32(at, true) === signature && view.getUint32(at + after, true) === size) view.setUint32(at + after, 1000, true);
    };
    // In the directory at the end, and then in the record after the packed bytes too.
    for (const [signature, after] of [
      [0x02014b50, 24],
      [0x08074b50, 12],
    ] as const) {
      lie(signature, after);
      const { damaged, refused, more } = await look(to, await open(new Blob([file])));
      expect(damaged).toEqual(['captures.jsonl']);
      expect(refused.length + more).toBe(1);
    }
  });

  test('cut anywhere, without a manifest, or none at all, is refused and changes nothing', async () => {
    const [from, to] = [await filled(), await filled()];
    const before = await dump(to);
    const file = await bundleOf(from);
    for (const part of [0.1, 0.5, 0.9, 0.99]) await expect(takeFrom(to, file.slice(0, file.size * part))).rejects.toEqual(refusal('damaged'));
    await expect(
      takeFrom(
        to,
        await changed(
          from,
          only('manifest.json', () => null),
        ),
      ),
    ).rejects.toEqual(refusal('other'));
    await expect(
      takeFrom(
        to,
        await changed(
          from,
          only('manifest.json', () => '{"format":"other"}'),
        ),
      ),
    ).rejects.toEqual(refusal('other'));
    await expect(
      takeFrom(
        to,
        await changed(
          from,
          only('manifest.json', (text) => text.replace('"version": 1', '"version": 2')),
        ),
      ),
    ).rejects.toEqual(refusal('newer'));
    await expect(takeFrom(to, new Blob(['hello']))).rejects.toEqual(refusal('damaged'));
    expect(await dump(to)).toEqual(before);
  });

  test('without one of its parts says which', async () => {
    const [from, to] = [await filled(), await freshStore()];
    expect(
      (
        await takeFrom(
          to,
          await changed(
            from,
            only('snapshots.jsonl', () => null),
          ),
        )
      ).damaged,
    ).toEqual(['snapshots.jsonl']);
    expect(await to.db.clips.count()).toBe(3);
  });
});
