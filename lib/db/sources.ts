/** Which indexes know the clips of a query's terms. */
import { facetRange } from '../core/facets.ts';
import { type Quadrant, quadrants } from '../core/quadrant.ts';
import type { QueryContext } from '../core/query/context.ts';
import { type Asked, asked, isJudgementTerm, type JudgementTerm } from '../core/query/judged.ts';
import { holds, looksFor } from '../core/query/looks.ts';
import type { Query } from '../core/query/query.ts';
import { speaks } from '../core/query/traits.ts';
import { stem } from '../core/stem.ts';
import { beginningRange, wordRange } from '../core/word-index.ts';
import { plainText, wordsOf } from '../core/words.ts';
import type { WorkspaceDb } from './database.ts';

/** Days YYYY-MM-DD, both included. */
export type Days = readonly [from: string, to: string];

type Bound = string | [number | string, string];
type Range = [from: Bound, to: Bound];

/** One range of one index; over some days only, where the index is in order of days within it. */
export interface Slice {
  table: 'clips' | 'search';
  index: string;
  range(days: Days): Range;
}

/** The clips that are in any of the slices. */
export interface Source {
  slices: readonly Slice[];
  /** Its slices can be read for some days only. */
  byDay: boolean;
}

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
}

/** More ranges than this are slower to read than the clips. */
const mostSlices = 120;

const facets = (brand: string, quadrant?: Quadrant, theme?: string): Slice => ({
  table: 'clips',
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
    if (one.sentiment || slices.length > mostSlices) exact = false;
    // A sentiment alone may be of a brand that the clip is not about otherwise.
    if (slices.length <= mostSlices && (one.swot || one.theme || (one.brand && !one.sentiment))) sources.push({ slices, byDay: true });
  }
  return { sources, exact };
}

function wordSources(query: Extract<Query, { type: 'word' | 'phrase' }>, { context, everyBrand }: Workspace): Known {
  const looks = looksFor(query);
  const { whole, unfinished, letters } = looks;
  // Themes are found by their names as they are now, without an entry in the index that a new name would make old.
  const themes = context.themes.filter(({ name }) => holds(looks, new Set(wordsOf(name)), () => plainText(name)));
  const named = themes.flatMap(({ id }) => everyBrand.flatMap((brand) => quadrants.map((quadrant) => facets(brand, quadrant, id))));
  if (named.length > mostSlices) return { sources: [], exact: false };
  const word = (said: string): Slice => ({ table: 'search', index: 'words', range: ([from, to]) => wordRange(said, from, to) });
  const sources: Source[] = whole.map((said) => ({ slices: [word(said), ...named], byDay: true }));
  if (unfinished !== null) {
    const slices: Slice[] = [{ table: 'search', index: 'words', range: () => beginningRange(unfinished) }, ...named];
    if (!stem(unfinished).startsWith(unfinished)) slices.push(word(stem(unfinished)));
    sources.push({ slices, byDay: false });
  }
  return { sources, exact: letters === null && (sources.length === 1 || named.length === 0) };
}

const equal = (index: string, value: string): Slice => ({ table: 'clips', index, range: () => [value, value] });

function choiceSources(query: Extract<Query, { type: 'choice' }>, workspace: Workspace): Known {
  const { key, values } = query;
  const one = (slices: Slice[], exact = true): Known => ({ sources: [{ slices, byDay: false }], exact });
  if (isJudgementTerm(query)) return judgementSources([query], workspace);
  // An id begins with its network.
  if (key === 'on')
    return one(values.map((network) => ({ table: 'clips', index: 'id', range: () => [`clip:${network}:`, `clip:${network}:\uffff`] as Range })));
  if (key === 'lang')
    return one(workspace.languages.filter((lang) => values.some((value) => speaks({ lang }, value))).map((lang) => equal('lang', lang)));
  if (key === 'is' && values.length === 1 && values[0] === 'inbox')
    return one([
      {
        table: 'clips',
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
      sources: wordsOf(values[0]!).map((said) => ({
        slices: [{ table: 'search', index: 'words', range: ([from, to]) => wordRange(said, from, to) }],
        byDay: true,
      })),
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

/** Ids of the clips that a source knows on some days; null where there are more than `most`. The first slice, that of most, is read first. */
export async function idsOf(db: WorkspaceDb, { slices }: Source, days: Days, most: number): Promise<Set<string> | null> {
  const read = async ({ table, index, range }: Slice): Promise<string[]> => {
    const found = db.table(table).where(index);
    return (await found
      .between(...range(days), true, true)
      .limit(most + 1)
      .primaryKeys()) as string[];
  };
  const [first, ...others] = slices;
  const found = [first ? await read(first) : []];
  if (found[0]!.length > most) return null;
  found.push(...(await Promise.all(others.map(read))));
  const ids = new Set(found.flat());
  return ids.size > most || found.some(({ length }) => length > most) ? null : ids;
}

/** How many clips a source of one slice knows. Counting a range walks through it: 50,000 entries take 80 ms. */
export const countOf = (db: WorkspaceDb, { table, index, range }: Slice, days: Days): Promise<number> =>
  db
    .table(table)
    .where(index)
    .between(...range(days), true, true)
    .count();
