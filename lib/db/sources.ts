/** Which indexes know the clips of a query's terms. */
import { facetRange } from '../core/facets.ts';
import { type Quadrant, quadrants } from '../core/quadrant.ts';
import { none, type QueryContext, themesHolding } from '../core/query/context.ts';
import { type Asked, asked, isJudgementTerm, type JudgementTerm } from '../core/query/judged.ts';
import { looksFor } from '../core/query/looks.ts';
import type { Query } from '../core/query/query.ts';
import { owns, speaks } from '../core/query/traits.ts';
import type { Posting } from '../core/records.ts';
import { stem } from '../core/stem.ts';
import { idIn, linesOf } from '../core/word-index.ts';
import { wordsOf } from '../core/words.ts';
import { type PriorityName, priorityNamed } from '../core/work.ts';
import type { WorkspaceDb } from './database.ts';
import { recentPostings } from './recent-words.ts';

/** Days YYYY-MM-DD, both included. */
export type Days = readonly [from: string, to: string];

type Bound = string | number | [number | string, string];
type Range = [from: Bound, to: Bound];

/** One range of one index of the clips; over some days only, where the index is in order of days within it. */
interface ClipSlice {
  index: string;
  range(days: Days): Range;
}

/** A word in the search index: a whole one, or all that begin so. */
interface WordSlice {
  word: string;
  isBeginning: boolean;
}

export type Slice = ClipSlice | WordSlice;

/** The clips that are in any of the slices. */
export interface Source {
  slices: readonly Slice[];
  /** Its slices can be read for some days only. */
  byDay: boolean;
}

const isWord = (slice: Slice): slice is WordSlice => 'word' in slice;

/** Whether a source is read faster as a whole, where it is short, than day by day: the words that begin so stand together. */
export const isBeginning = ({ slices }: Source): boolean => slices.some((slice) => isWord(slice) && slice.isBeginning);

/** Whether it is whole words alone: what they know can be read as rows, before any clip of them is taken down. */
export const isOfWords = ({ slices }: Source): boolean => slices.every((slice) => isWord(slice) && !slice.isBeginning);

/** Whether reading it costs little: many clips of the search index stand in one row. */
export const isCheap = ({ slices }: Source): boolean => slices.every(isWord);

/** The indexes that know a term; `exact` where their intersection is its whole answer, and no clip need be asked again. */
export interface Known {
  sources: Source[];
  exact: boolean;
}

/** What the plan of a query is made from. */
export interface Workspace {
  context: QueryContext;
  /** Ids of all brands there ever were: a judgement outlives its brand. */
  everyBrand: readonly string[];
  /** All values of `lang` that clips have. */
  languages: readonly string[];
  /** All people who see to a clip. */
  owners: readonly string[];
}

/** More ranges than this are slower to read than the clips. */
const mostSlices = 120;

const facets = (brand: string, quadrant?: Quadrant, theme?: string): Slice => ({
  index: 'facets',
  range: ([from, to]) => facetRange({ brand, ...(quadrant && { quadrant }), ...(theme && { theme }) }, from, to),
});

function slicesAsked({ brand, swot, theme }: Asked, everyBrand: readonly string[]): Slice[] {
  const brands = brand ? [...brand] : everyBrand;
  const sides = swot ? ([...swot] as Quadrant[]) : theme ? quadrants : [undefined];
  const themes = theme ? [...theme] : [undefined];
  return brands.flatMap((id) => sides.flatMap((side) => themes.map((about) => facets(id, side, about))));
}

/** What knows the judgement terms of one `and`. */
export function judgementSources(terms: readonly JudgementTerm[], { context, everyBrand }: Workspace): Known {
  const sources: Source[] = [];
  let exact = true;
  for (const one of asked(terms, context)) {
    const slices = one.brand || one.swot || one.theme ? slicesAsked(one, everyBrand) : [];
    if (one.sentiment || one.factor || slices.length > mostSlices) exact = false;
    // A sentiment alone may be of a brand that the clip is not about otherwise.
    if (slices.length <= mostSlices && (one.swot || one.theme || (one.brand && !one.sentiment))) sources.push({ slices, byDay: true });
  }
  return { sources, exact };
}

const wordSlice = (word: string): Slice => ({ word, isBeginning: false });

function wordSources(query: Extract<Query, { type: 'word' | 'phrase' }>, { context, everyBrand }: Workspace): Known {
  const looks = looksFor(query);
  const { whole, unfinished, letters } = looks;
  // Themes are found by their names as they are now, without an entry in the index that a new name would make old.
  const named = themesHolding(looks, context).flatMap((id) =>
    everyBrand.flatMap((brand) => quadrants.map((quadrant) => facets(brand, quadrant, id))),
  );
  if (named.length > mostSlices) return { sources: [], exact: false };
  const sources: Source[] = whole.map((said) => ({ slices: [wordSlice(said), ...named], byDay: true }));
  if (unfinished !== null) {
    const slices: Slice[] = [{ word: unfinished, isBeginning: true }, ...named];
    if (!stem(unfinished).startsWith(unfinished)) slices.push(wordSlice(stem(unfinished)));
    sources.push({ slices, byDay: true });
  }
  return { sources, exact: letters === null && (sources.length === 1 || named.length === 0) };
}

const equal = (index: string, value: string | number): Slice => ({ index, range: () => [value, value] });

function choiceSources(query: Extract<Query, { type: 'choice' }>, workspace: Workspace): Known {
  const { key, values } = query;
  const one = (slices: Slice[], exact = true): Known => ({ sources: [{ slices, byDay: false }], exact });
  if (isJudgementTerm(query)) return judgementSources([query], workspace);
  // An id begins with its network.
  if (key === 'on') return one(values.map((network) => ({ index: 'id', range: () => [`clip:${network}:`, `clip:${network}:\uffff`] as Range })));
  if (key === 'lang')
    return one(workspace.languages.filter((lang) => values.some((value) => speaks({ lang }, value))).map((lang) => equal('lang', lang)));
  // What nobody said stands in no index.
  if (key === 'priority' && !values.includes(none)) return one(values.map((value) => equal('priority', priorityNamed(value as PriorityName))));
  if (key === 'owner' && !values.some((value) => owns({}, value)))
    return one(workspace.owners.filter((owner) => values.some((value) => owns({ owner }, value))).map((owner) => equal('owner', owner)));
  if (key === 'is' && values.length === 1 && values[0] === 'inbox')
    return one([
      {
        index: '[inbox+clippedAt]',
        range: () =>
          [
            [1, ''],
            [1, '\uffff'],
          ] as Range,
      },
    ]);
  // Handles and names are among the words; which of them is the author's, each clip must say.
  if (key === 'by' && values.length === 1)
    return {
      sources: wordsOf(values[0]!).map((said) => ({ slices: [wordSlice(said)], byDay: true })),
      exact: false,
    };
  return { sources: [], exact: false };
}

/** Indexes that know a term; none where every clip must be asked. */
export function sourcesOf(query: Query, workspace: Workspace): Known {
  switch (query.type) {
    case 'word':
    case 'phrase':
      return wordSources(query, workspace);
    case 'choice':
      return choiceSources(query, workspace);
    case 'or': {
      const parts = query.terms.map((term) => sourcesOf(term, workspace));
      const slices = parts.flatMap(({ sources }) => sources[0]?.slices ?? []);
      if (parts.some(({ sources }) => sources.length === 0) || slices.length > mostSlices) return { sources: [], exact: false };
      const exact = parts.every((part) => part.exact && part.sources.length === 1);
      return { sources: [{ slices, byDay: parts.every(({ sources }) => sources[0]!.byDay) }], exact };
    }
    default:
      return { sources: [], exact: false };
  }
}

/** Clips by their ids; where it is known, with their place in the order of lists: day and moment of clipping. */
export type Found = Map<string, string | null>;

/** So many rows of the search index are read at most to see whether few words begin so. */
const mostBegun = 600;

/** All words of the newest clips that begin so. */
const begunLately = (db: WorkspaceDb, word: string, days: Days): Promise<Posting[]> => recentPostings(db, (said) => said.startsWith(word), days);

/** All words that begin so, on any day; null where there are too many. */
async function begun(db: WorkspaceDb, word: string, [from, to]: Days): Promise<Posting[] | null> {
  const rows = await db.postings
    .where('[word+day]')
    .between([word, ''], [`${word}\uffff`, ''])
    .limit(mostBegun + 1)
    .toArray();
  return rows.length > mostBegun ? null : [...rows.filter(({ day }) => day >= from && day <= to), ...(await begunLately(db, word, [from, to]))];
}

/** The same, newest day first: all words of one day stand together. Before them those of the newest clips, of whatever day. */
async function* begunByDay(db: WorkspaceDb, word: string, [from, to]: Days): AsyncGenerator<Posting[]> {
  yield await begunLately(db, word, [from, to]);
  for (let day: string | undefined = to; day !== undefined; ) {
    yield await db.postings
      .where('[day+word]')
      .between([day, word], [day, `${word}\uffff`], true, true)
      .toArray();
    day = ((await db.postings.where('[day+word]').between([from, ''], [day, '']).lastKey()) as [string, string] | undefined)?.[0];
  }
}

/** On which days a whole word stands, and in which clips. */
async function rowsOfWord(db: WorkspaceDb, word: string, [from, to]: Days): Promise<Posting[]> {
  const [rows, recent] = await Promise.all([
    db.postings.where('[word+day]').between([word, from], [word, to], true, true).toArray(),
    recentPostings(db, (said) => said === word, [from, to]),
  ]);
  return [...rows, ...recent];
}

/** Takes the clips of rows down with their places; those alone that are `among` others, where these are given. */
function takeDown(rows: readonly Posting[], found: Found, among?: Found): Found {
  for (const row of rows)
    for (const line of linesOf(row)) {
      const id = idIn(line);
      if (!among || among.has(id)) found.set(id, `${row.day} ${line}`);
    }
  return found;
}

const lettersOf = (rows: readonly Posting[]): number => rows.reduce((sum, { clips }) => sum + clips.length, 0);

/**
 * The clips that all of several sources of whole words (`isOfWords`) know on some days, and how many the rarest of them has. That one alone is taken
 * down as a whole, of a common word only what it shares: two words that everybody uses are in 40,000 lines. Null where the rarest has more than `most`.
 */
export async function foundByAll(
  db: WorkspaceDb,
  sources: readonly Source[],
  days: Days,
  most: number,
): Promise<{ found: Found; fewest: number } | null> {
  const words = sources.map(({ slices }) => slices.filter(isWord).map(({ word }) => rowsOfWord(db, word, days)));
  const read = await Promise.all(words.map(async (rows) => (await Promise.all(rows)).flat()));
  const [rarest, ...others] = read.sort((a, b) => lettersOf(a) - lettersOf(b));
  let found = takeDown(rarest ?? [], new Map());
  const fewest = found.size;
  if (fewest > most) return null;
  for (const rows of others) found = takeDown(rows, new Map(), found);
  return { found, fewest };
}

/** How words that begin so are read: as a whole, which is null where they are many; day by day; or the first, and where that is null the other. */
type Begun = 'whole' | 'days' | 'either';

/** Null where there are more clips than `most`. */
async function foundByWord(db: WorkspaceDb, { word, isBeginning }: WordSlice, days: Days, most: number, by: Begun): Promise<Found | null> {
  const found: Found = new Map();
  if (!isBeginning) takeDown(await rowsOfWord(db, word, days), found);
  else {
    const rows = by === 'days' ? null : await begun(db, word, days);
    if (rows) takeDown(rows, found);
    else if (by === 'whole') return null;
    else
      for await (const some of begunByDay(db, word, days)) {
        takeDown(some, found);
        if (found.size > most) return null;
      }
  }
  return found.size > most ? null : found;
}

async function foundBySlice(db: WorkspaceDb, slice: Slice, days: Days, most: number, by: Begun): Promise<Found | null> {
  if (isWord(slice)) return foundByWord(db, slice, days, most, by);
  const { index, range } = slice;
  const ids = (await db.clips
    .where(index)
    .between(...range(days), true, true)
    .limit(most + 1)
    .primaryKeys()) as string[];
  return ids.length > most ? null : new Map(ids.map((id) => [id, null]));
}

/** The clips that a source knows on some days; null where there are more than `most`. The first slice, that of most, is read first. */
export async function foundBy(db: WorkspaceDb, { slices }: Source, days: Days, most: number, by: Begun = 'either'): Promise<Found | null> {
  const [first, ...others] = slices;
  const found = first ? await foundBySlice(db, first, days, most, by) : new Map<string, null>();
  if (!found) return null;
  for (const more of await Promise.all(others.map((slice) => foundBySlice(db, slice, days, most, by)))) {
    if (!more) return null;
    for (const [id, place] of more) if (place !== null || !found.has(id)) found.set(id, place);
  }
  return found.size > most ? null : found;
}

/** How many clips a source of one slice knows. Counting a range walks through it: 50,000 entries take 80 ms. */
export async function countOf(db: WorkspaceDb, slice: Slice, days: Days): Promise<number> {
  if (isWord(slice)) return (await foundByWord(db, slice, days, Number.POSITIVE_INFINITY, 'either'))!.size;
  const { index, range } = slice;
  return db.clips
    .where(index)
    .between(...range(days), true, true)
    .count();
}
