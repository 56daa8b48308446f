/** Clips as a table for other programs: what its columns are, whatever the file. */
import type { Precision } from './draft.ts';
import type { Clip } from './records.ts';
import { priorityName } from './work.ts';

export const columnIds = [
  'id',
  'network',
  'kind',
  'author',
  'handle',
  'title',
  'text',
  'url',
  'published',
  'precision',
  'clipped',
  'likes',
  'comments',
  'shares',
  'views',
  'saves',
  'rating',
  'brands',
  'quadrants',
  'themes',
  'factors',
  'quotes',
  'sentiment',
  'language',
  'state',
  'priority',
  'owner',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** When, and how exactly that is known. */
export interface Moment {
  instant: string;
  precision: Precision;
}

/** null is unknown, and stays an empty cell: never 0. */
export type Cell = string | number | Moment | null;
export type TableRow = Readonly<Record<ColumnId, Cell>>;

const joined = (words: readonly string[]): string | null => words.join('; ') || null;

/** A clip's row. `names` of brands and themes by id. Quadrants, themes, factors and quotes stand in the order of the tags. */
export function tableRow(clip: Clip, names: ReadonlyMap<string, string>): TableRow {
  const name = (id: string) => names.get(id) ?? id;
  const { metrics, publishedAt, tags } = clip;
  return {
    id: clip.id,
    network: clip.platform,
    kind: clip.kind,
    author: clip.author.name,
    handle: clip.author.handle,
    title: clip.title ?? null,
    text: clip.text,
    url: clip.url,
    published: publishedAt && { instant: publishedAt.instant, precision: publishedAt.precision },
    precision: publishedAt?.precision ?? null,
    clipped: { instant: clip.clippedAt, precision: 'second' },
    ...metrics,
    brands: joined(clip.brands.map(name)),
    quadrants: joined(tags.map(({ brand, quadrant }) => `${name(brand)}: ${quadrant}`)),
    themes: joined(tags.map(({ theme }) => (theme ? name(theme) : '–'))),
    factors: tags.some(({ factor }) => factor) ? joined(tags.map(({ factor }) => factor ?? '–')) : null,
    quotes: joined(tags.flatMap(({ quote }) => quote || [])),
    sentiment: joined(Object.entries(clip.sentiments).map(([brand, sentiment]) => `${name(brand)}: ${sentiment}`)),
    language: clip.lang ?? null,
    state: clip.state,
    priority: clip.priority ? priorityName(clip.priority) : null,
    owner: clip.owner ?? null,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "2026-05-21 09:00:00" in a time zone (IANA name). */
export function wallClock(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: two, day: two, hour: two, minute: two, second: two });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** How many letters of "2026-05-21 09:00:00" are known. */
const known: Record<Precision, number> = { second: 19, minute: 16, hour: 16, day: 10, week: 10, month: 7, year: 4 };

/** What is known of a moment, on the clock of a time zone: "2026-05-21 09:00", "2026-05-21", "2026-05". */
export const momentWords = ({ instant, precision }: Moment, timeZone: string): string => wallClock(instant, timeZone).slice(0, known[precision]);
