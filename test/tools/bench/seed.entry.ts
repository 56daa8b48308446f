/**
 * Bundled and run in an extension page: fills the active workspace with clips of invented posts, by bulk writes of the rows that commands would
 * leave. Stopped, it goes on where it was.
 */
import { v7 } from 'uuid';
import { nativeKey } from '../../../lib/core/clip-id.ts';
import { clipRow } from '../../../lib/core/clip-row.ts';
import type { Draft } from '../../../lib/core/draft.ts';
import { edit, emptyRecord } from '../../../lib/core/mergeable.ts';
import { quadrants } from '../../../lib/core/quadrant.ts';
import type { Capture, Clip, Mergeable, Snapshot, Tag } from '../../../lib/core/records.ts';
import { searchWords } from '../../../lib/core/word-index.ts';
import { saveBrand } from '../../../lib/db/brands.ts';
import { inTransaction } from '../../../lib/db/change.ts';
import { resume } from '../../../lib/db/rebuild.ts';
import { activeStore, type Store } from '../../../lib/db/store.ts';
import { themeNamed } from '../../../lib/db/themes.ts';
import { prose, random } from './prose.ts';

const platforms = ['x', 'linkedin', 'reddit', 'youtube', 'bluesky', 'mastodon', 'generic'];
const names = ['Arvelle', 'Kestrin', 'Bruvio', 'Senja'];
const themes = ['Delivery', 'Taste', 'Price', 'Support', 'Repair', 'App', 'Design', 'Noise'];
const authors = 1_000;
const chunkSize = 2_000;

export interface Amount {
  clips: number;
  /** Over so many days that end today. */
  days: number;
  /** Of each clip that is judged, and of each clip. */
  tags: number;
  snapshots: number;
}

/** Brands and themes, made at the first time; their ids. */
async function named(store: Store): Promise<{ brands: string[]; themes: string[] }> {
  const { db } = store;
  if ((await db.brands.count()) === 0)
    for (const [index, name] of names.entries())
      await saveBrand(store, { name, kind: index === 0 ? 'own' : 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
  const brands = (await db.brands.toArray()).sort((a, b) => a.order - b.order).map(({ id }) => id);
  const made = [];
  for (const name of themes) made.push((await inTransaction(store, () => themeNamed(store, name, new Date(0)))).id);
  return { brands, themes: made };
}

interface Rows {
  records: Mergeable[];
  captures: Capture[];
  snapshots: Snapshot[];
  tags: Tag[];
  clips: Clip[];
  search: { id: string; words: string[] }[];
}

const hour = 3_600_000;

function rowsOf(index: number, { days, tags: tagged, snapshots: seen }: Amount, store: Store, ids: Awaited<ReturnType<typeof named>>, now: number) {
  const next = random(index + 1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
  const at = new Date(now - Math.floor(next() * days * 24 * hour));
  const author = Math.floor(next() * authors);
  const platform = platforms[author % platforms.length]!;
  const likes = next() < 0.9 ? Math.floor(next() ** 4 * 500) : null;
  const metrics = { likes, comments: Math.floor(next() * 20), shares: null, views: null, saves: null, rating: null };
  const draft: Draft = {
    kind: 'post',
    platform,
    url: `https://${platform}.example/${index}`,
    nativeId: String(index),
    author: { name: `Author ${author}`, handle: `author${author}` },
    text: prose(8 + Math.floor(next() * 16), next),
    truncated: false,
    lang: 'en',
    publishedAt: { instant: at.toISOString(), raw: '', precision: 'second', source: 'attribute' },
    metrics,
    rounded: [],
    media: [],
    promoted: false,
  };
  const id = nativeKey(draft)!;
  const brand = pick(ids.brands);
  const moment = { v: 1, clip: id, at: at.toISOString() };
  const record = edit(emptyRecord(id, 'clip'), { actor: 'bench', by: '', at }, { add: { brands: [brand] } });
  const capture: Capture = { id: v7(), ...moment, by: '', origin: 'page', draft };
  const snapshots: Snapshot[] = Array.from({ length: seen }, (_, time) => ({
    id: v7(),
    ...moment,
    at: new Date(at.getTime() + time * hour).toISOString(),
    metrics: { ...metrics, likes: likes === null ? null : Math.max(0, likes - (seen - 1 - time)) },
    rounded: [],
  }));
  const tags: Tag[] =
    next() < 0.85
      ? Array.from({ length: tagged }, () => ({
          id: v7(),
          ...moment,
          brand,
          quadrant: pick(quadrants),
          theme: pick(ids.themes),
          weight: 1,
          quote: '',
          by: '',
          origin: 'hand',
        }))
      : [];
  const row = clipRow({ ids: [id], records: [record], captures: [capture], snapshots, tags }, store.workspace.timeZone, (theme) => theme)!;
  return { record, capture, snapshots, tags, row };
}

/** Raw: no command, no projection. */
async function write(store: Store, rows: Rows): Promise<void> {
  const { db } = store;
  await db.open();
  const stores = Object.keys(rows) as (keyof Rows)[];
  const transaction = db.backendDB().transaction(stores, 'readwrite', { durability: 'relaxed' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  for (const name of stores) for (const row of rows[name]) transaction.objectStore(name).put(row);
  await done;
}

/** Fills up to so many clips; then counts them. Clips of before stay as they are. */
async function seed(amount: Amount): Promise<void> {
  const store = await activeStore();
  const { db, workspace } = store;
  const ids = await named(store);
  const begun = await db.clips.count();
  if (begun < amount.clips) await db.workspace.update(workspace.id, { recount: undefined, uncounted: true });
  // The days of one profile are the same, though it be built in several goes.
  const now = Date.parse(workspace.createdAt);
  for (let from = begun; from < amount.clips; from += chunkSize) {
    const rows: Rows = { records: [], captures: [], snapshots: [], tags: [], clips: [], search: [] };
    for (let index = from; index < Math.min(amount.clips, from + chunkSize); index++) {
      const { record, capture, snapshots, tags, row } = rowsOf(index, amount, store, ids, now);
      rows.records.push(record);
      rows.captures.push(capture);
      rows.snapshots.push(...snapshots);
      rows.tags.push(...tags);
      rows.clips.push(row);
      rows.search.push({ id: row.id, words: searchWords(row) });
    }
    await write(store, rows);
    console.log(`seeded ${Math.min(amount.clips, from + chunkSize)}`);
  }
  const here = (await db.workspace.get(workspace.id))!;
  if (here.uncounted && !here.recount) {
    for (const table of [db.postings, db.dayCells, db.themeCells, db.valueCells, db.authorCells, db.postCells]) await table.clear();
    await db.workspace.update(workspace.id, { recount: { of: 'days', after: '', done: 0, total: amount.clips } });
  }
  await resume(store, { onProgress: ({ done, total }) => console.log(`counted ${done} of ${total}`) });
}

const seeding = { seed };
export type SeedInPage = typeof seeding;
Object.assign(globalThis, { seeding });
