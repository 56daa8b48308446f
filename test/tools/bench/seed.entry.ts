/**
 * Bundled and run in an extension page: fills the active workspace with clips of invented posts, by bulk writes of the rows that commands would
 * leave, day after day, so that counters and words of a day are written once. Stopped, it goes on with the day it was at.
 */

import { sharesOf } from '../../../lib/core/cells.ts';
import { nativeKey } from '../../../lib/core/clip-id.ts';
import { clipRow } from '../../../lib/core/clip-row.ts';
import type { Draft } from '../../../lib/core/draft.ts';
import { edit, emptyRecord } from '../../../lib/core/mergeable.ts';
import { quadrants } from '../../../lib/core/quadrant.ts';
import type { Capture, Clip, Mergeable, Snapshot, Tag } from '../../../lib/core/records.ts';
import { linesOf, posting, postingsOf, searchWords } from '../../../lib/core/word-index.ts';
import { saveBrand } from '../../../lib/db/brands.ts';
import { inTransaction } from '../../../lib/db/change.ts';
import { moveShares } from '../../../lib/db/count.ts';
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
const wholeDay = 24 * hour;

/** The nth id made for a clip: of the form and in the order of a UUIDv7, and the same each time. */
function idAt(at: Date, index: number, nth: number): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${nth.toString(16).padStart(3, '0')}-${index.toString(16).padStart(12, '0')}`;
}

function rowsOf(index: number, begins: number, { tags: tagged, snapshots: seen }: Amount, store: Store, ids: Awaited<ReturnType<typeof named>>) {
  const next = random(index + 1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
  const at = new Date(begins + Math.floor(next() * wholeDay));
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
  const capture: Capture = { id: idAt(at, index, 0), ...moment, by: '', origin: 'page', draft };
  const snapshots: Snapshot[] = Array.from({ length: seen }, (_, time) => ({
    id: idAt(at, index, 100 + time),
    ...moment,
    at: new Date(at.getTime() + time * hour).toISOString(),
    metrics: { ...metrics, likes: likes === null ? null : Math.max(0, likes - (seen - 1 - time)) },
    rounded: [],
  }));
  const tags: Tag[] =
    next() < 0.85
      ? Array.from({ length: tagged }, (_, nth) => ({
          id: idAt(at, index, 200 + nth),
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

/** How far filling came: clips that were there before it, and days that are whole. In the workspace's row, in the transaction that ends a day. */
interface Filling {
  begun: number;
  clips: number;
  day: number;
}
const fillingOf = async ({ db, workspace }: Store): Promise<Filling | undefined> =>
  ((await db.workspace.get(workspace.id)) as unknown as { filling?: Filling }).filling;

/** Counters and words of the clips of one day, beside what is there. */
async function count(store: Store, rows: readonly Clip[], searched: Rows['search'], filling: Filling): Promise<void> {
  const { db, workspace } = store;
  const all = postingsOf(rows.map((row, index) => ({ row, words: searched[index]!.words })));
  await db.transaction('rw', db.tables, async () => {
    await moveShares(
      db,
      rows.flatMap((row) => sharesOf(row).map((share) => ({ share, sign: 1 as const }))),
    );
    const there = await db.postings.bulkGet(all.map(({ word, day }): [string, string] => [word, day]));
    await db.postings.bulkPut(all.map((one, at) => posting(one.word, one.day, [...(there[at] ? linesOf(there[at]) : []), ...linesOf(one)])));
    await db.workspace.update(workspace.id, { filling } as never);
  });
}

/** Fills up to so many clips. Those of before stay as they are. */
async function seed(amount: Amount): Promise<void> {
  const store = await activeStore();
  const left = await fillingOf(store);
  // A profile of an earlier schema is counted anew first; of a day that is half there nobody knows then how much was counted.
  if (left && left.day < amount.days && (await store.db.workspace.get(store.workspace.id))?.recount)
    throw new Error('this profile was begun with an earlier schema and is not whole: remove it');
  await resume(store, { onProgress: ({ done, total }) => console.log(`counted ${done} of ${total} anew`) });
  const ids = await named(store);
  const isLeft = left?.clips === amount.clips && left.day < amount.days;
  const { begun, day: first } = isLeft ? left : { begun: await store.db.clips.count(), day: 0 };
  // The days of one profile are the same, though it be built in several goes.
  const today = Math.floor(Date.parse(store.workspace.createdAt) / wholeDay) * wholeDay;
  const upTo = (day: number) => begun + Math.round(((amount.clips - begun) * day) / amount.days);
  for (let day = first; day < amount.days; day++) {
    const made: Pick<Rows, 'clips' | 'search'> = { clips: [], search: [] };
    // Rows are made while those before are written.
    let writing = Promise.resolve();
    for (let from = upTo(day); from < upTo(day + 1); from += chunkSize) {
      const rows: Rows = { records: [], captures: [], snapshots: [], tags: [], clips: [], search: [] };
      for (let index = from; index < Math.min(upTo(day + 1), from + chunkSize); index++) {
        const { record, capture, snapshots, tags, row } = rowsOf(index, today - (amount.days - 1 - day) * wholeDay, amount, store, ids);
        rows.records.push(record);
        rows.captures.push(capture);
        rows.snapshots.push(...snapshots);
        rows.tags.push(...tags);
        rows.clips.push(row);
        rows.search.push({ id: row.id, words: searchWords(row) });
      }
      await writing;
      writing = write(store, rows);
      made.clips.push(...rows.clips);
      made.search.push(...rows.search);
    }
    await writing;
    await count(store, made.clips, made.search, { begun, clips: amount.clips, day: day + 1 });
    console.log(`filled ${upTo(day + 1)} of ${amount.clips}`);
  }
}

const seeding = { seed };
export type SeedInPage = typeof seeding;
Object.assign(globalThis, { seeding });
