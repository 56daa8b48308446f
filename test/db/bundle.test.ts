import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from '../../lib/core/zod.ts';
import { saveBrand } from '../../lib/db/brands.ts';
import { BundleRefused } from '../../lib/db/bundle/format.ts';
import { openOldJson } from '../../lib/db/bundle/old-json.ts';
import { openBundle } from '../../lib/db/bundle/open.ts';
import { look, takeIn } from '../../lib/db/bundle/take.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip, setOwner, setSentiment, setState, trashClip } from '../../lib/db/clips.ts';
import { rebuild, resume } from '../../lib/db/rebuild.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { type Truth, truth } from '../../lib/db/truth.ts';
import { bundleOf, takeFrom } from './bundle-of.ts';
import { draft, dump, freshStore } from './store.ts';

async function fill(store: Store) {
  const { brand } = await saveBrand(store, {
    name: 'Arvelle',
    kind: 'own',
    aliases: ['arvele'],
    handles: ['x:arvelle'],
    must: [],
    mustNot: ['street'],
  });
  await saveClip(store, { draft: draft(), brands: [brand.id], judgement: { brand: brand.id, quadrant: 'weakness', theme: 'Parts', quote: 'died' } });
  await saveClip(store, {
    draft: draft({ nativeId: '2', url: null, text: 'Lone \ud800 half, a line\u2028break and\nanother' }),
    brands: [],
    judgement: null,
  });
  await saveClip(store, { draft: draft({ nativeId: '3' }), brands: [brand.id], judgement: null });
  await setSentiment(store, 'clip:x:3', brand.id, 'positive');
  await trashClip(store, 'clip:x:2');
  return brand.id;
}

/** All but the row that says which workspace this is. */
const content = async (store: Store) => ({ ...(await dump(store)), workspace: [] });
const refusal = (problem: string) => expect.objectContaining({ name: 'BundleRefused', problem });

test('out and into an empty workspace is identity, and twice is as once', async () => {
  const [from, to] = [await freshStore(), await freshStore('b2')];
  await fill(from);
  const file = await bundleOf(from);
  const first = await takeFrom(to, file);
  expect(first).toMatchObject({ refused: [], more: 0, damaged: [], strange: [] });
  expect(await content(to)).toEqual(await content(from));
  const again = await takeFrom(to, file);
  expect(again.shares.every(({ fresh, changed }) => fresh + changed === 0)).toBe(true);
  expect(await content(to)).toEqual(await content(from));
});

test('an import of long clips names whole tables to live queries, not each clip: they would keep its key', async () => {
  const [from, to] = [await freshStore(), await freshStore('b2')];
  await saveClip(from, { draft: draft(), brands: [], judgement: null });
  const [record, capture] = [(await from.db.records.get('clip:x:1'))!, (await from.db.captures.toCollection().first())!];
  const ids = Array.from({ length: 200 }, (_, id) => `clip:x:${id}`);
  await from.db.records.bulkPut(ids.map((id) => ({ ...record, id })));
  await from.db.captures.bulkPut(
    ids.map((id) => ({ ...capture, id: `of-${id}`, clip: id, draft: { ...capture.draft, text: 'long '.repeat(5_000) } })),
  );
  const file = await bundleOf(from);
  const told: RangeSet[] = [];
  const listen = (parts: ObservabilitySet) => {
    const of = parts[`idb://${to.db.name}/captures/`];
    if (of) told.push(new RangeSet().add(of));
  };
  Dexie.on.storagemutated.subscribe(listen);
  onTestFinished(() => Dexie.on.storagemutated.unsubscribe(listen));
  await takeFrom(to, file);
  expect(await to.db.captures.count()).toBe(201);
  const sizes = told.map((ranges) => [...ranges].length);
  expect(sizes.length).toBeGreaterThan(1);
  // The last ones may be fewer than fifty.
  expect(sizes.slice(0, -1).every((ranges) => ranges === 1)).toBe(true);
});

test('any sequence of commands, out and in, equals itself; sealed or not', async () => {
  const command = fc.record({
    what: fc.constantFrom('clip', 'tag', 'sentiment', 'state', 'owner', 'trash', 'undo', 'brand'),
    which: fc.integer({ min: 1, max: 4 }),
    text: fc.string({ unit: 'binary', maxLength: 60 }),
    quadrant: fc.constantFrom('strength', 'weakness', 'opportunity', 'threat'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 12 }),
      fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { freq: 1 }),
      async (commands, passphrase) => {
        const [from, to] = [await freshStore(), await freshStore('b2')];
        const brand = await fill(from);
        const done: string[] = [];
        for (const { what, which, text, quadrant } of commands) {
          const clip = `clip:x:${which}`;
          const here = await from.db.clips.get(clip);
          if (what === 'clip')
            done.push((await saveClip(from, { draft: draft({ nativeId: String(which), text }), brands: [brand], judgement: null })).id);
          else if (what === 'brand')
            done.push(
              (await saveBrand(from, { name: text.trim() || 'B', kind: 'competitor', aliases: [text], handles: [], must: [], mustNot: [] })).action
                .id,
            );
          else if (what === 'undo' && done.length > 0) await undo(from, done.pop()!);
          else if (!here) continue;
          else if (what === 'tag') done.push((await tagClip(from, clip, { brand, quadrant, theme: text.trim() || 'T', quote: text })).id);
          else if (what === 'sentiment') done.push((await setSentiment(from, clip, brand, 'negative')).id);
          else if (what === 'state') done.push((await setState(from, clip, 'archived')).id);
          else if (what === 'owner') done.push((await setOwner(from, clip, text.trim().slice(0, 100))).id);
          else if (what === 'trash') done.push((await trashClip(from, clip)).id);
        }
        const { refused } = await takeFrom(to, await bundleOf(from, { passphrase }), { passphrase });
        expect(refused).toEqual([]);
        expect(await content(to)).toEqual(await content(from));
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);

test('what two people did apart comes together', async () => {
  const [mine, yours] = [await freshStore('a1'), await freshStore('b2')];
  const brand = await fill(mine);
  await takeFrom(yours, await bundleOf(mine));
  await tagClip(mine, 'clip:x:3', { brand, quadrant: 'strength' });
  await tagClip(yours, 'clip:x:3', { brand, quadrant: 'threat' });
  await takeFrom(mine, await bundleOf(yours));
  expect((await mine.db.clips.get('clip:x:3'))!.tags.map(({ quadrant }) => quadrant).sort()).toEqual(['strength', 'threat']);
});

test('a look says what would come, and writes nothing', async () => {
  const [mine, yours] = [await freshStore('a1'), await freshStore('b2')];
  await fill(mine);
  await takeFrom(yours, await bundleOf(mine));
  await setState(yours, 'clip:x:1', 'archived');
  await saveClip(yours, { draft: draft({ nativeId: '9' }), brands: [], judgement: null });
  const before = await dump(mine);
  const looked = await look(mine, await openBundle(await bundleOf(yours), { newest: mine.db.verno }));
  const share = (table: string) => looked.shares.find((one) => one.table === table);
  expect(share('records')).toMatchObject({ fresh: 1, changed: 1 });
  expect(share('captures')).toEqual({ table: 'captures', fresh: 1, changed: 0, same: 3 });
  expect(await dump(mine)).toEqual(before);
});

test('an immutable row that is here is not overwritten by one of the same id', async () => {
  const [mine, forged] = [await freshStore(), await freshStore()];
  await fill(mine);
  await takeFrom(forged, await bundleOf(mine));
  await forged.db.captures.toCollection().modify((row) => {
    row.draft.text = 'forged';
  });
  await takeFrom(mine, await bundleOf(forged));
  expect((await mine.db.captures.toArray()).filter(({ draft: one }) => one.text === 'forged')).toEqual([]);
});

test('cancelled midway, the export leaves its sink broken, and the import what came, counted', async () => {
  const [from, to] = [await freshStore(), await freshStore()];
  await fill(from);
  const stop = new AbortController();
  const aborted: unknown[] = [];
  const sink = new WritableStream<Uint8Array>({ abort: (reason) => void aborted.push(reason) });
  const { writeBundle } = await import('../../lib/db/bundle/write.ts');
  const written = writeBundle(from, sink, { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
  await expect(written).rejects.toThrow('enough');
  expect(aborted).toHaveLength(1);

  const again = new AbortController();
  const incoming = await openBundle(await bundleOf(from), { newest: to.db.verno });
  await expect(takeIn(to, incoming, { signal: again.signal, onProgress: () => again.abort(new Error('enough')) })).rejects.toThrow('enough');
  // Captures come first: whose clips they are stands in them.
  expect(await to.db.captures.count()).toBe(await from.db.captures.count());
  expect(await to.db.records.count()).toBe(0);
  await takeFrom(to, await bundleOf(from));
  expect(await content(to)).toEqual(await content(from));
});

test('an import in the midst of a recount: what is done meanwhile is done, and everything is counted in the end', async () => {
  const [from, to] = [await freshStore(), await freshStore('b2')];
  for (const nativeId of ['1', '2', '3']) await saveClip(from, { draft: draft({ nativeId, url: null }), brands: ['brand:1'], judgement: null });
  for (const nativeId of ['4', '5', '6']) await saveClip(to, { draft: draft({ nativeId, url: null }), brands: ['brand:1'], judgement: null });
  // Of the counters half is there.
  const stop = new AbortController();
  const half = rebuild(to, { atOnce: 1, signal: stop.signal, onProgress: ({ of, done }) => of === 'days' && done === 1 && stop.abort() });
  await expect(half).rejects.toThrow();
  const meanwhile: Promise<unknown>[] = [];
  const onProgress = () => void (meanwhile.length === 0 && meanwhile.push(trashClip(to, 'clip:x:6')));
  await takeIn(to, await openBundle(await bundleOf(from), { newest: to.db.verno }), { onProgress });
  await Promise.all(meanwhile);
  expect(meanwhile).toHaveLength(1);
  expect((await to.db.clips.toCollection().primaryKeys()).sort()).toEqual(['1', '2', '3', '4', '5'].map((id) => `clip:x:${id}`));
  const kept = await dump(to);
  expect(kept['workspace']).toEqual([to.workspace]);
  await rebuild(to);
  expect(await dump(to)).toEqual(kept);
});

test('what a killed import left uncounted is counted later', async () => {
  const [from, to] = [await freshStore(), await freshStore()];
  await fill(from);
  await to.db.records.bulkPut(await from.db.records.toArray());
  await to.db.captures.bulkPut(await from.db.captures.toArray());
  await to.db.workspace.update(to.workspace.id, { uncounted: true });
  await resume(to);
  expect(await to.db.clips.count()).toBe(2);
  expect(await to.db.workspace.get(to.workspace.id)).toEqual(to.workspace);
});

test('a backup of before there were bundles still comes in', async () => {
  const [from, to] = [await freshStore(), await freshStore()];
  await fill(from);
  const names = ['records', 'captures', 'snapshots', 'tags', 'actions'] as const;
  const rows = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await from.db.table(name).toArray()])));
  const old = { format: 'listening-post/1', workspace: from.workspace, ...rows };
  const broken = { ...old, tags: [...(rows['tags'] ?? []), { quadrant: 'nonsense' }] };
  const looked = await takeIn(to, await openOldJson(new Blob([JSON.stringify(broken)])));
  expect(looked.refused).toMatchObject([{ table: 'tags', line: 2 }]);
  expect(await content(to)).toEqual(await content(from));
  for (const text of ['', 'text', '{}', '{"format":"other/1"}', JSON.stringify({ ...old, tags: 'none' })])
    await expect(openOldJson(new Blob([text]))).rejects.toEqual(refusal('other'));
});

describe('files beside the lines', () => {
  const Enclosure = z.object({ id: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) });
  const tables: Truth = { ...truth, enclosures: { schema: Enclosure, file: { field: 'bytes', type: 'type' } } };

  /** A store of a later version, with a table that holds bytes. */
  async function withEnclosures(): Promise<Store> {
    const store = await freshStore();
    store.db.close();
    const db = new Dexie(store.db.name);
    db.version(store.db.verno).stores(
      Object.fromEntries(store.db.tables.map(({ name, schema }) => [name, [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(',')])),
    );
    db.version(store.db.verno + 1).stores({ enclosures: 'id' });
    await db.open();
    onTestFinished(() => db.close());
    return { ...store, db: db as Store['db'] };
  }
  const enclosures = Array.from({ length: 20 }, (_, index) => ({
    id: index === 3 ? '../../etc/passwd' : `enclosure-${String(index).padStart(2, '0')}`,
    type: index === 4 ? 'image/../../x' : 'image/webp',
    bytes: crypto.getRandomValues(new Uint8Array(index * 1_000)),
  }));

  test('go out and come back byte for byte, under names that no record gives', async () => {
    const [from, to] = [await withEnclosures(), await withEnclosures()];
    await fill(from);
    await from.db.table('enclosures').bulkPut(enclosures);
    const file = await bundleOf(from, { tables });
    expect(await takeFrom(to, file, { tables })).toMatchObject({ refused: [], damaged: [], strange: [] });
    expect(await content(to)).toEqual(await content(from));
    const names = new TextDecoder('latin1').decode(await file.arrayBuffer()).match(/enclosures\/\w+\.\w+/g);
    expect(names).toContain('enclosures/000005.bin');
  });

  test('one that was changed costs its own record alone', async () => {
    const [from, to] = [await withEnclosures(), await withEnclosures()];
    const marked = { id: 'marked', type: 'image/png', bytes: new TextEncoder().encode('a picture that is stored as it is') };
    await from.db.table('enclosures').bulkPut([...enclosures, marked]);
    const file = new Uint8Array(await (await bundleOf(from, { tables })).arrayBuffer());
    const at = new TextDecoder('latin1').decode(file).indexOf('a picture that');
    file[at]! ^= 1;
    const { refused } = await takeFrom(to, new Blob([file]), { tables });
    expect(refused).toMatchObject([{ table: 'enclosures', why: expect.stringMatching(/damaged/) }]);
    expect(await to.db.table('enclosures').count()).toBe(enclosures.length);
  });

  test('a bundle of a later version is refused, and says so', async () => {
    const from = await withEnclosures();
    await expect(openBundle(await bundleOf(from, { tables }), { newest: from.db.verno - 1 })).rejects.toEqual(refusal('newer'));
    expect(new BundleRefused('newer', 'x').problem).toBe('newer');
  });
});
