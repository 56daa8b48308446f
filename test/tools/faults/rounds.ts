/** What is under way when the browser is killed, and what must be true of its profile afterwards. */
import type { Page } from 'playwright-core';
import type { Draft } from '../../../lib/core/draft.ts';
import type { StoreInPage } from '../store.entry.ts';

/** In the functions that run in the extension's pages. */
declare const store: StoreInPage;
declare const acknowledge: (kind: 'saved' | 'imported' | 'recounted', id: string) => Promise<void>;
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: { action: string } }> } };

export type Doing = 'save' | 'import' | 'recount';

/** What the browser has acknowledged so far in this profile, as heard outside of it. */
export interface Known {
  /** Ids of the saves' actions. */
  saved: string[];
  /** One per import that was begun: its rounds, and whether it was acknowledged. */
  imports: { round: number; acknowledged: boolean }[];
}

interface Work {
  /** The kill comes at a random moment within so many milliseconds. */
  longest: number;
  /** Once the page is gone, or has nothing left to do. */
  ended: Promise<void>;
  acknowledged(): number;
  finished(): boolean;
}

const importSize = 150;

const template: Draft = {
  kind: 'post',
  platform: 'x',
  url: null,
  nativeId: 'template',
  author: { name: 'Jonas Feld', handle: 'jonas' },
  text: 'My Kestrin grinder died after 14 months and they won’t even sell me the part.',
  truncated: false,
  publishedAt: { instant: '2026-05-21T07:00:00.000Z', raw: '9:00', precision: 'minute', source: 'attribute' },
  metrics: { likes: 12, comments: 3, shares: null, views: null, saves: null, rating: null },
  rounded: [],
  media: [],
  promoted: false,
};

/** A brand, and one clip from which the imports are made. */
export const prepare = (inside: Page): Promise<void> =>
  inside.evaluate(async (draft) => {
    const here = await store.activeStore();
    const { brand } = await store.saveBrand(here, { name: 'Kestrin', kind: 'competitor', aliases: [], handles: [], must: [], mustNot: [] });
    await store.saveClip(here, { draft, brands: [], judgement: { brand: brand.id, quadrant: 'weakness', theme: 'Parts' } });
  }, template);

/** Sets the page to work, and does not wait for it. */
export async function start(inside: Page, doing: Doing, round: number, known: Known): Promise<Work> {
  let count = 0;
  let finished = false;
  if (doing === 'import') known.imports.push({ round, acknowledged: false });
  await inside.exposeFunction('acknowledge', (kind: string, id: string) => {
    if (kind === 'recounted') return;
    count += 1;
    if (kind === 'saved') known.saved.push(id);
    else known.imports.at(-1)!.acknowledged = true;
  });
  const done = (work: Promise<void>) =>
    work.then(
      () => {
        finished = true;
      },
      // The page is gone: that is the point.
      () => undefined,
    );
  const works = { save: saves, import: imports, recount: recounts };
  const ended = done(works[doing](inside, round));
  return { longest: { save: 700, import: 1_500, recount: 500 }[doing], ended, acknowledged: () => count, finished: () => finished };
}

/** One of our pages and the background save at once, as fast as they can. */
const saves = (inside: Page, round: number): Promise<void> =>
  inside.evaluate(
    async ({ draft, of }) => {
      const here = await store.activeStore();
      const [brand] = await store.queries.brandsOf(here);
      const judgement = { brand: brand!.id, quadrant: 'threat' as const };
      const numbered = (who: string, index: number) => ({ ...draft, nativeId: `${who}-${of}-${index}`, text: `${who} ${of} ${index}` });
      await Promise.all([
        (async () => {
          for (let index = 0; index < 500; index += 1) {
            const { id } = await store.saveClip(here, { draft: numbered('page', index), brands: [], judgement });
            await acknowledge('saved', id);
          }
        })(),
        (async () => {
          for (let index = 0; index < 500; index += 1) {
            const request = { request: crypto.randomUUID(), draft: numbered('worker', index), brands: [], judgement };
            const { ok, value } = await chrome.runtime.sendMessage({ kind: 'save', request });
            if (ok) await acknowledge('saved', value.action);
          }
        })(),
      ]);
    },
    { draft: template, of: round },
  );

/** The records of many clips, made of the one, go in. */
const imports = (inside: Page, round: number): Promise<void> =>
  inside.evaluate(
    async ({ of, size }) => {
      const here = await store.activeStore();
      const { db } = here;
      const about = 'clip:x:template';
      const one = {
        records: [(await db.records.get(about))!],
        captures: await db.captures.where('clip').equals(about).toArray(),
        snapshots: await db.snapshots.where('clip').equals(about).toArray(),
        tags: await db.tags.where('clip').equals(about).toArray(),
      };
      const copies = Array.from({ length: size }, (_, index) => {
        const copy = JSON.parse(JSON.stringify(one).replaceAll('template', `import-${of}-${index}`)) as typeof one;
        for (const row of [...copy.captures, ...copy.snapshots, ...copy.tags]) row.id += `-${of}-${index}`;
        return copy;
      });
      await store.putRecords(here, {
        records: copies.flatMap(({ records }) => records),
        captures: copies.flatMap(({ captures }) => captures),
        snapshots: copies.flatMap(({ snapshots }) => snapshots),
        tags: copies.flatMap(({ tags }) => tags),
        actions: [],
        pictures: [],
        profileSnapshots: [],
      });
      await acknowledge('imported', String(of));
    },
    { of: round, size: importSize },
  );

const recounts = (inside: Page): Promise<void> =>
  inside.evaluate(async () => {
    const here = await store.activeStore();
    for (let time = 0; time < 20; time += 1) await store.rebuild(here);
    await acknowledge('recounted', '');
  });

/** What is not as it must be; empty where all is. */
export const check = (inside: Page, known: Known): Promise<string[]> =>
  inside.evaluate(
    async ({ saved, imports: begun, size }) => {
      const here = await store.activeStore();
      const { db } = here;
      const problems: string[] = [];
      // A recount that was cut off goes on.
      await store.resume(here);
      const actions = await db.actions.bulkGet(saved);
      const clips = await db.clips.bulkGet(actions.map((action) => action?.clip ?? ''));
      for (const [index, id] of saved.entries()) {
        if (!actions[index]) problems.push(`save ${id} was acknowledged and is not there`);
        else if (clips[index]?.tags.length !== 1) problems.push(`save ${id} is there in part`);
      }
      for (const { round, acknowledged } of begun) {
        const there = await db.clips.where('id').startsWith(`clip:x:import-${round}-`).count();
        if (acknowledged ? there !== size : there !== 0 && there !== size)
          problems.push(`of import ${round} (${acknowledged ? '' : 'not '}acknowledged) ${there} of ${size} clips are there`);
      }
      const dump = async () =>
        Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, store.canonical(await table.toArray())] as const)));
      // The words of the newest clips wait for the index, which a recount does not.
      await store.indexRecent(here);
      const left = await dump();
      await store.rebuild(here);
      const counted = await dump();
      for (const name of Object.keys(left)) if (left[name] !== counted[name]) problems.push(`${name} is not what a recount gives`);
      return problems;
    },
    { ...known, size: importSize },
  );
