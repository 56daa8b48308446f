/** What surfaces read, live: each is called inside a live query. Numbers come from cells; only lists read clip rows. */
import { addDays, dayIn } from '../core/day.ts';
import { type Facet, facetRange } from '../core/facets.ts';
import { fold } from '../core/fold.ts';
import type { Brand, Clip, Theme } from '../core/records.ts';
import { type Tally, tally, type Voices, voices } from '../core/tally.ts';
import { wordsOf } from '../core/words.ts';
import type { Store } from './store.ts';

/** Days YYYY-MM-DD, both included. */
export interface Period {
  from: string;
  to: string;
}

/** The `days` days that end `back` days before today. */
export function lastDays({ workspace }: Store, days: number, back = 0, now = new Date()): Period {
  const to = addDays(dayIn(workspace.timeZone, now), -back);
  return { from: addDays(to, 1 - days), to };
}

const rank = { own: 0, competitor: 1, sector: 2 };

/** Own brands first, then competitors, then the sector; each in the order in which they were added. */
export const brandsOf = async ({ db }: Store): Promise<Brand[]> =>
  (await db.brands.toArray()).sort((a, b) => rank[a.kind] - rank[b.kind] || a.order - b.order || (a.name < b.name ? -1 : 1));

export const themesOf = async ({ db }: Store): Promise<Theme[]> => (await db.themes.toArray()).sort((a, b) => a.name.localeCompare(b.name));

/** One tally per brand, in the order given. */
export const talliesOf = ({ db }: Store, brands: readonly string[], { from, to }: Period, platforms?: ReadonlySet<string>): Promise<Tally[]> =>
  Promise.all(
    brands.map(async (brand) =>
      tally(brand, await db.dayCells.where('[brand+day]').between([brand, from], [brand, to], true, true).toArray(), platforms),
    ),
  );

/** Authors and strength of evidence of a brand, per `quadrant|theme`; see core/tally.ts. */
export const voicesOf = async ({ db }: Store, brand: string, { from, to }: Period, platforms?: ReadonlySet<string>): Promise<Map<string, Voices>> =>
  voices(await db.authorCells.where('[brand+day]').between([brand, from], [brand, to], true, true).toArray(), to, platforms);

export const inboxCount = ({ db }: Store): Promise<number> => db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).count();

/** Clips that wait to be judged, newest first. */
export const inboxOf = ({ db }: Store, limit: number): Promise<Clip[]> =>
  db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).reverse().limit(limit).toArray();

/** Clips made today in the workspace's time zone, newest first. */
export async function clippedToday({ db, workspace }: Store, now = new Date()): Promise<Clip[]> {
  const day = dayIn(workspace.timeZone, now);
  // No zone's day began more than 26 hours ago, clock changes included.
  const since = new Date(now.getTime() - 26 * 3_600_000).toISOString();
  const clips = await db.clips.where('clippedAt').aboveOrEqual(since).reverse().toArray();
  return clips.filter(({ clippedAt }) => dayIn(workspace.timeZone, new Date(clippedAt)) === day);
}

export const clipById = async ({ db }: Store, id: string): Promise<Clip | null> =>
  (await db.clips.get(id)) ?? (await db.clips.where('keys').equals(id).first()) ?? null;

export interface ClipFilter extends Partial<Facet>, Partial<Period> {
  /** Words, each of which the clip must hold; the last may be unfinished. */
  text?: string;
  platforms?: ReadonlySet<string>;
  lang?: string;
  untagged?: boolean;
}

/** Ids of clips that hold every word of a text; the last word may be only a beginning. */
async function idsWith({ db }: Store, text: string): Promise<Set<string>> {
  const words = wordsOf(fold(text));
  const unfinished = /\S$/.test(text) ? words.pop() : undefined;
  const found = await Promise.all([
    ...words.map((word) => db.search.where('words').equals(word).primaryKeys()),
    ...(unfinished ? [db.search.where('words').startsWith(unfinished).primaryKeys()] : []),
  ]);
  const [first = [], ...others] = found.map((ids) => new Set(ids));
  return new Set([...first].filter((id) => others.every((ids) => ids.has(id))));
}

/** Clips by the narrowest index that the filter allows; what it leaves in is sifted by `passes`. */
function candidates({ db }: Store, { brand, quadrant, theme, from = '0', to = '9', untagged }: ClipFilter, ids?: Set<string>): Promise<Clip[]> {
  if (ids)
    return db.clips
      .where('id')
      .anyOf([...ids])
      .toArray();
  if (brand) {
    const facet: Facet = quadrant ? { brand, quadrant, ...(theme && { theme }) } : { brand };
    return db.clips
      .where('facets')
      .between(...facetRange(facet, from, to), true, true)
      .distinct()
      .toArray();
  }
  if (untagged) return db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).toArray();
  if (from !== '0' || to !== '9') return db.clips.where('day').between(from, to, true, true).toArray();
  return db.clips.toArray();
}

function passes(clip: Clip, { brand, quadrant, theme, from = '0', to = '9', platforms, lang, untagged }: ClipFilter): boolean {
  if (clip.day < from || clip.day > to) return false;
  if (platforms && !platforms.has(clip.platform)) return false;
  if (lang && !clip.lang?.toLowerCase().startsWith(lang)) return false;
  if (untagged && clip.inbox === 0) return false;
  if (quadrant || theme) {
    const judged = (tag: Clip['tags'][number]) =>
      (!brand || tag.brand === brand) && (!quadrant || tag.quadrant === quadrant) && (!theme || (tag.theme ?? '-') === theme);
    return clip.tags.some(judged);
  }
  return !brand || clip.brands.includes(brand);
}

/** Clips that a filter leaves, newest first; how many in all, and the first `limit` of them. */
export async function findClips(store: Store, filter: ClipFilter, limit: number): Promise<{ total: number; clips: Clip[] }> {
  const ids = filter.text?.trim() ? await idsWith(store, filter.text) : undefined;
  const clips = (await candidates(store, filter, ids)).filter((clip) => passes(clip, filter));
  clips.sort((a, b) => (a.day === b.day ? (a.clippedAt < b.clippedAt ? 1 : -1) : a.day < b.day ? 1 : -1));
  return { total: clips.length, clips: clips.slice(0, limit) };
}
