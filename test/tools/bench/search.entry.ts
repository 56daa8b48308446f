/** Bundled and run in an extension page: our search and a library's, over the clips that are there. */
import { default as MiniSearch } from 'minisearch';
import { dayIn } from '../../../lib/core/day.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { searchWords } from '../../../lib/core/word-index.ts';
import { wordsOf } from '../../../lib/core/words.ts';
import { countedTables, moveWords } from '../../../lib/db/count.ts';
import { countClips, findClips } from '../../../lib/db/find-clips.ts';
import { resume } from '../../../lib/db/rebuild.ts';
import { mostRecent, recentRow } from '../../../lib/db/recent-words.ts';
import { activeStore } from '../../../lib/db/store.ts';
import { random, word } from './prose.ts';

const chunkSize = 2_000;
const limit = 50;

interface Question {
  /** As our language writes it. */
  text: string;
  words: string[];
  prefix: boolean;
  brand?: string;
  from?: string;
}

/** Words, two words, beginnings, words of one brand, words of the last month: common ones and rare ones alike. */
async function questions(count: number): Promise<Question[]> {
  const { db } = await activeStore();
  const brands = (await db.brands.toArray()).map(({ name }) => name);
  const days = (await db.clips.orderBy('[day+clippedAt]').uniqueKeys()) as unknown as [string, string][];
  const from = days[Math.floor(days.length * 0.7)]![0];
  const next = random(7);
  const any = () => word(Math.floor(20_000 ** next()) - 1);
  return Array.from({ length: count }, (_, index): Question => {
    const [one, two, brand] = [any(), any(), brands[index % brands.length]!];
    switch (index % 5) {
      case 0:
        return { text: one, words: [one], prefix: false };
      case 1:
        return { text: `${one} ${two}`, words: [one, two], prefix: false };
      case 2: {
        const begun = one.slice(0, Math.max(2, one.length - 2));
        return { text: `${begun}*`, words: [begun], prefix: true };
      }
      case 3:
        return { text: `${one} brand:${brand}`, words: [one], prefix: false, brand };
      default:
        return { text: `${one} after:${from}`, words: [one], prefix: false, from };
    }
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function eachClip(take: (rows: Clip[]) => unknown): Promise<void> {
  const { db } = await activeStore();
  for (let after = ''; ; ) {
    const rows = await db.clips.where('id').above(after).limit(chunkSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    await take(rows);
    after = last.id;
  }
}

const ours = {
  /** The words of each clip are cut anew, as in a recount; then the whole of a recount's second half, which is counters besides. */
  async build(): Promise<number> {
    const here = await activeStore();
    const { db, workspace } = here;
    for (const table of [db.search, ...countedTables.map((name) => db.table(name))]) await table.clear();
    return timed(async () => {
      await eachClip((rows) => db.search.bulkPut(rows.map((row) => ({ id: row.id, words: searchWords(row) }))));
      await db.workspace.update(workspace.id, { recount: { of: 'days', after: '', done: 0, total: 0 } });
      await resume(here);
    });
  },
  /** As many words wait as may: those of the newest clips, which are in the index too, so that what is found stays the same. */
  async wait(): Promise<void> {
    const { db } = await activeStore();
    const newest = await db.clips.orderBy('[day+clippedAt]').reverse().limit(mostRecent).toArray();
    const searched = await db.search.bulkGet(newest.map(({ id }) => id));
    await db.recentWords.bulkPut(newest.map((row, index) => recentRow({ row, words: searched[index]?.words ?? [] })));
  },
  waitNoMore: () => activeStore().then(({ db }) => db.recentWords.clear()),
  /** One clip's entries, each time in a strict transaction of its own. */
  async write(times: number): Promise<number[]> {
    const { db } = await activeStore();
    const rows = await db.search.limit(times).toArray();
    const all: number[] = [];
    const row = { id: 'clip:x:bench', day: dayIn('UTC', new Date()), clippedAt: new Date().toISOString() };
    for (const { words } of rows) {
      const worded = { row, words };
      all.push(await timed(() => db.transaction('rw', db.postings, () => moveWords(db, [{ worded, sign: 1 }]))));
      await db.transaction('rw', db.postings, () => moveWords(db, [{ worded, sign: -1 }]));
    }
    return all;
  },
  find: (text: string) => activeStore().then((store) => findClips(store, parseQuery(text).query, { limit })),
  count: (text: string) => activeStore().then((store) => countClips(store, parseQuery(text).query)),
};

interface Document {
  id: string;
  text: string;
  day: string;
  brands: string[];
}

const options = { fields: ['text'], storeFields: ['day', 'brands'], tokenize: (text: string) => wordsOf(text), processTerm: (term: string) => term };
let library: MiniSearch<Document> | null = null;
const document = (row: Clip, names: ReadonlyMap<string, string>): Document => ({
  id: row.id,
  text: [row.author.name, row.author.handle, row.title, row.text].join('\n'),
  day: row.day,
  brands: row.brands.map((id) => names.get(id) ?? ''),
});

const peer = {
  async build(): Promise<number> {
    const { db } = await activeStore();
    const names = new Map((await db.brands.toArray()).map(({ id, name }) => [id, name]));
    const made = new MiniSearch<Document>(options);
    library = made;
    return timed(() => eachClip((rows) => made.addAll(rows.map((row) => document(row, names)))));
  },
  /** Kept beside the clips, as it would have to be, and read by each page that searches. */
  async keep(): Promise<{ stored: number; loaded: number; bytes: number }> {
    const { db } = await activeStore();
    const json = JSON.stringify(library);
    const place = db.table('search');
    const stored = await timed(() => place.put({ id: 'bench:library', words: [], json } as never));
    library = null;
    const loaded = await timed(async () => {
      library = MiniSearch.loadJSON<Document>(((await place.get('bench:library')) as never as { json: string }).json, options);
    });
    await place.delete('bench:library');
    return { stored, loaded, bytes: json.length };
  },
  /** In memory; what is on disk stays old. */
  async write(times: number): Promise<number> {
    const { db } = await activeStore();
    const rows = await db.clips.limit(times).toArray();
    const all = await timed(async () => {
      for (const row of rows) library!.add({ ...document(row, new Map()), id: `bench:${row.id}` });
    });
    for (const { id } of rows) library!.discard(`bench:${id}`);
    return all / times;
  },
  /** The newest fifty that answer, as a list shows them; not those that score best. */
  async find({ words, prefix, brand, from }: Question): Promise<void> {
    const { db } = await activeStore();
    const filter = (found: { brands: string[]; day: string }) => (!brand || found.brands.includes(brand)) && (!from || found.day >= from);
    const found = library!.search(words.join(' '), { combineWith: 'AND', prefix, filter: filter as never });
    const newest = found.sort((a, b) => (a['day'] < b['day'] ? 1 : -1)).slice(0, limit);
    await db.clips.bulkGet(newest.map(({ id }) => id as string));
  },
  forget() {
    library = null;
  },
};

/** Each question is put to both in turn, and beside them fifty clips are read whose ids are known: no list can do with less. */
async function ask(count: number) {
  const { db } = await activeStore();
  const ids = await db.clips.orderBy('clippedAt').reverse().limit(5_000).primaryKeys();
  const all = [];
  for (const [index, question] of (await questions(count)).entries()) {
    const { text } = question;
    const at = (index * 97) % Math.max(1, ids.length - limit);
    all.push({
      text,
      floor: await timed(() => db.clips.bulkGet(ids.slice(at, at + limit))),
      library: await timed(() => peer.find(question)),
      page: await timed(() => ours.find(text)),
      count: await timed(() => ours.count(text)),
    });
  }
  return all;
}

/** Our search alone: milliseconds of each question. */
async function askOurs(count: number): Promise<number[]> {
  const all: number[] = [];
  for (const { text } of await questions(count)) all.push(await timed(() => ours.find(text)));
  return all;
}

const search = { ours, peer, ask, askOurs };
export type SearchInPage = typeof search;
Object.assign(globalThis, { search });
