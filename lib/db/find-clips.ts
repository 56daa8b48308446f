/** Clips by filter and words, for lists. Reads no more rows than it must: counting 50,000 of them is cheap, reading them is not. */
import { type Facet, facetRange, noTheme } from '../core/facets.ts';
import { fold } from '../core/fold.ts';
import { quadrants } from '../core/quadrant.ts';
import type { Clip } from '../core/records.ts';
import { wordsOf } from '../core/words.ts';
import { brandsOf, type ClipFilter } from './queries.ts';
import type { Store } from './store.ts';

type Clips = ReturnType<Store['db']['clips']['toCollection']>;

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

type Days = [from: string, to: string];

/** The days of a filter, open where it says nothing. */
const daysOf = ({ from = '0', to = '9' }: ClipFilter): Days => [from, to];

/** The facets that a filter asks for; null where it asks for none. */
async function facetsAsked(store: Store, { brand, quadrant, theme }: ClipFilter): Promise<Facet[] | null> {
  if (!brand && !quadrant && !theme) return null;
  const brands = brand ? [brand] : (await brandsOf(store)).map(({ id }) => id);
  const sides = quadrant ? [quadrant] : theme ? quadrants : [undefined];
  return brands.flatMap((id) => sides.map((side) => ({ brand: id, ...(side && { quadrant: side }), ...(theme && { theme }) })));
}

/** Clips by the narrowest index that the filter allows, newest first where `exact`: then the index alone is the whole answer. */
async function narrowest(store: Store, filter: ClipFilter, ids?: Set<string>): Promise<{ clips: Clips; exact: boolean }> {
  const { clips } = store.db;
  const [from, to] = daysOf(filter);
  const sifted = Boolean(filter.platforms || filter.lang);
  if (ids) return { clips: clips.where('id').anyOf([...ids]), exact: false };
  const ranges = (await facetsAsked(store, filter))?.map((facet) => facetRange(facet, from, to));
  if (ranges?.length === 1)
    return {
      clips: clips
        .where('facets')
        .between(...ranges[0]!, true, true)
        .reverse(),
      exact: !sifted && !filter.untagged,
    };
  if (ranges) return { clips: clips.where('facets').inAnyRange(ranges, { includeUppers: true }).distinct(), exact: false };
  if (filter.untagged)
    return { clips: clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).reverse(), exact: from === '0' && to === '9' && !sifted };
  if (filter.lang) return { clips: clips.where('lang').startsWithIgnoreCase(filter.lang), exact: false };
  return { clips: clips.where('day').between(from, to, true, true).reverse(), exact: !sifted };
}

const speaks = (clip: Clip, lang: string): boolean => {
  const said = clip.lang?.toLowerCase();
  return said === lang || Boolean(said?.startsWith(`${lang}-`));
};

function passes(clip: Clip, { brand, quadrant, theme, platforms, lang, untagged, ...days }: ClipFilter): boolean {
  const [from, to] = daysOf(days);
  if (clip.day < from || clip.day > to) return false;
  if (platforms && !platforms.has(clip.platform)) return false;
  if (lang && !speaks(clip, lang)) return false;
  if (untagged && clip.inbox === 0) return false;
  if (quadrant || theme) {
    const judged = (tag: Clip['tags'][number]) =>
      (!brand || tag.brand === brand) && (!quadrant || tag.quadrant === quadrant) && (!theme || (tag.theme ?? noTheme) === theme);
    return clip.tags.some(judged);
  }
  return !brand || clip.brands.includes(brand);
}

export interface Found {
  total: number;
  /** Distinct authors of all that was found; null where only the shown clips were read. */
  authors: number | null;
  clips: Clip[];
}

/** Clips that a filter leaves, newest first; how many in all, and the first `limit` of them. Reads no more rows than it must. */
export async function findClips(store: Store, filter: ClipFilter, limit: number): Promise<Found> {
  const { text, ...others } = filter;
  const ids = text?.trim() ? await idsWith(store, text) : undefined;
  // Common words alone: from the newest on, the page is full before many rows are read.
  if (ids && ids.size > limit * 4 && !Object.values(others).some(Boolean)) {
    const newest = store.db.clips
      .orderBy('day')
      .reverse()
      .filter(({ id }) => ids.has(id));
    return { total: ids.size, authors: null, clips: (await newest.limit(limit).toArray()).sort(newestFirst) };
  }
  const { clips, exact } = await narrowest(store, filter, ids);
  if (exact) {
    // One after the other: a limit set on a collection holds for its clones too.
    const total = await clips.count();
    const shown = await clips.limit(limit).toArray();
    return { total, authors: shown.length === total ? authorsOf(shown) : null, clips: shown.sort(newestFirst) };
  }
  const found = (await clips.toArray()).filter((clip) => passes(clip, filter)).sort(newestFirst);
  return { total: found.length, authors: authorsOf(found), clips: found.slice(0, limit) };
}

const authorsOf = (clips: readonly Clip[]): number => new Set(clips.map(({ authorKey }) => authorKey)).size;
const newestFirst = (a: Clip, b: Clip): number => (a.day === b.day ? (a.clippedAt < b.clippedAt ? 1 : -1) : a.day < b.day ? 1 : -1);

/** Networks of which there is a clip. Ids begin with their network, so this reads one key for each. */
export async function networksOf({ db }: Store): Promise<string[]> {
  const found: string[] = [];
  let after = 'clip:';
  for (;;) {
    const key = (await db.clips.where('id').above(after).first())?.id;
    const network = key && /^clip:([a-z0-9-]+):/.exec(key)?.[1];
    if (!network) return found;
    found.push(network);
    after = `clip:${network}:\uffff`;
  }
}

/** Languages (BCP 47) of which there is a clip. */
export const languagesOf = async ({ db }: Store): Promise<string[]> =>
  [...new Set(((await db.clips.orderBy('lang').uniqueKeys()) as string[]).map((lang) => lang.toLowerCase().split('-')[0]!))].sort();
