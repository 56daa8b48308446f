/** What surfaces read, live: each is called inside a live query. Numbers come from cells; only lists read clip rows. */

import type { Table } from 'dexie';
import type { MergedInto } from '../core/clip-row.ts';
import { any } from '../core/count-key.ts';
import { addDays, dayIn, daysBetween, startOfDay } from '../core/day.ts';
import { type Facet, facetRange } from '../core/facets.ts';
import type { Brand, Capture, Clip, Snapshot, ValueCell } from '../core/records.ts';
import { type Span, type Tally, tally } from '../core/tally.ts';
import { mergedInto, type StandingTheme, standing } from '../core/themes.ts';
import { type RatedDays, ratedDays } from '../core/trend.ts';
import { weekOf } from '../core/week.ts';
import { latest, latestFirst, type Moment, type Paged, pageOf } from './paged.ts';
import type { Store } from './store.ts';

/** Days YYYY-MM-DD, both included. */
export type Period = Span;

/** A store as far as days are asked of it: on which clocks they begin. */
export interface InZone extends Pick<Store, 'db'> {
  workspace: Pick<Store['workspace'], 'timeZone'>;
}

/** The `days` days that end `back` days before today. */
export function lastDays({ workspace }: Pick<InZone, 'workspace'>, days: number, back = 0, now = new Date()): Period {
  const to = addDays(dayIn(workspace.timeZone, now), -back);
  return { from: addDays(to, 1 - days), to };
}

/** The period of equal length just before. */
export const periodBefore = ({ from, to }: Period): Period => ({ from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) });

const rank = { own: 0, competitor: 1, sector: 2 };

/** Own brands first, then competitors, then the sector; each in the order in which they were added. */
export const brandsOf = async ({ db }: Pick<Store, 'db'>): Promise<Brand[]> =>
  (await db.brands.toArray()).sort((a, b) => rank[a.kind] - rank[b.kind] || a.order - b.order || (a.name < b.name ? -1 : 1));

/** Themes as they stand, by name: without those merged into another. */
export const themesOf = async ({ db }: Pick<Store, 'db'>): Promise<StandingTheme[]> =>
  standing(await db.themes.toArray()).sort((a, b) => a.name.localeCompare(b.name));

/** What a judgement can name. */
export interface Nameable {
  brands: readonly Brand[];
  themes: readonly StandingTheme[];
  /** Who sees to clips. */
  people: readonly string[];
}
export async function nameableOf(store: Store): Promise<Nameable> {
  const [brands, themes, people] = await Promise.all([brandsOf(store), themesOf(store), ownersOf(store)]);
  return { brands, themes, people };
}

/** Where the clips of a theme count. Reads only those that were merged: a theme that was not is in no such index. */
export const mergesOf = async ({ db }: Store): Promise<MergedInto> => mergedInto(await db.themes.orderBy('into').toArray());

/** What brands and themes are called by themselves, by id; themes that were merged too: the history speaks of them. */
export const namesOf = async ({ db }: Store): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await db.brands.toArray()), ...(await db.themes.toArray())].map(({ id, name }) => [id, name]));

/** People who see to a clip, by name. */
export const ownersOf = async ({ db }: Store): Promise<string[]> => (await db.clips.orderBy('owner').uniqueKeys()) as string[];

/** A brand's cells that hold days of a period. */
export const inPeriod = <T>(table: Table<T, [string, string]>, brand: string, { from, to }: Period): Promise<T[]> =>
  table
    .where('[brand+day]')
    .between([brand, weekOf(from)], [brand, to], true, true)
    .toArray();

/** A brand's numbers of posts: of all networks together, or of some. */
async function valuesIn(
  { db }: Pick<Store, 'db'>,
  brand: string,
  { from, to }: Period,
  platforms: ReadonlySet<string> = new Set([any]),
): Promise<ValueCell[]> {
  const read = [...platforms].map((platform) =>
    db.valueCells
      .where('[brand+platform+day]')
      .between([brand, platform, weekOf(from)], [brand, platform, to], true, true)
      .toArray(),
  );
  return (await Promise.all(read)).flat();
}

/** One tally per brand, in the order given; without their themes. */
export const talliesOf = (store: Pick<Store, 'db'>, brands: readonly string[], period: Period, platforms?: ReadonlySet<string>): Promise<Tally[]> =>
  Promise.all(
    brands.map(async (brand) => {
      const [days, values] = await Promise.all([inPeriod(store.db.dayCells, brand, period), valuesIn(store, brand, period, platforms)]);
      return tally(brand, { days, values }, period, platforms);
    }),
  );

/** The same without posts' numbers, which are half of the reading. */
export const countsOf = ({ db }: Pick<Store, 'db'>, brands: readonly string[], period: Period): Promise<Tally[]> =>
  Promise.all(brands.map(async (brand) => tally(brand, { days: await inPeriod(db.dayCells, brand, period), values: [] }, period)));

/** Per brand, its clips rated either way, day by day. */
export async function ratedDaysOf(
  { db }: Store,
  brands: readonly string[],
  period: Period,
  platforms?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, RatedDays>> {
  const read = async (brand: string) => [brand, ratedDays(await inPeriod(db.dayCells, brand, period), period, platforms)] as const;
  return new Map(await Promise.all(brands.map(read)));
}

/** A brand's tally with its themes. */
export async function themedTallyOf(store: Store, brand: string, period: Period, platforms?: ReadonlySet<string>): Promise<Tally> {
  const { db } = store;
  const [days, values, themes] = await Promise.all([
    inPeriod(db.dayCells, brand, period),
    valuesIn(store, brand, period, platforms),
    inPeriod(db.themeCells, brand, period),
  ]);
  return tally(brand, { days, values, themes }, period, platforms);
}

export const inboxCount = ({ db }: Store): Promise<number> => db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).count();

const inInbox = { index: '[inbox+clippedAt]', key: (at: string) => [1, at] };
const clippedFirst = ({ clippedAt, id }: Clip): Moment => ({ at: clippedAt, id });

/** Clips that wait to be judged, newest first: the first ones, or those behind a place. */
export const inboxOf = ({ db }: Store, limit: number, after: Moment | null = null): Promise<Clip[]> => latest(db.clips, inInbox, after, limit);

/** The inbox, however long it is. */
export const pagedInbox: Paged<Clip, Moment> = {
  keyOf: ({ id }) => id,
  placeOf: clippedFirst,
  order: latestFirst,
  page: async (store, after, limit) => pageOf(await inboxOf(store, limit + 1, after), limit, clippedFirst),
};

/** Ids of all clips that wait to be judged. */
export const inboxIds = async ({ db }: Store): Promise<string[]> =>
  (await db.clips.where('[inbox+clippedAt]').between([1, ''], [1, '\uffff']).primaryKeys()) as string[];

const ofToday = ({ db, workspace }: InZone, now: Date) =>
  db.clips.where('clippedAt').aboveOrEqual(startOfDay(workspace.timeZone, dayIn(workspace.timeZone, now)).toISOString());

/** The newest `limit` clips made today in the workspace's time zone. */
export const newestToday = async (store: InZone, limit: number, now = new Date()): Promise<Clip[]> =>
  ofToday(store, now).reverse().limit(limit).toArray();

/** How many there are. Counting walks through all of them. */
export const countToday = async (store: InZone, now = new Date()): Promise<number> => ofToday(store, now).count();

/** Whether any view of the dashboard was ever kept; one indexed read. */
export const hasViews = async ({ db }: Store): Promise<boolean> => (await db.records.where('kind').equals('view').limit(1).primaryKeys()).length > 0;

export const clipById = async ({ db }: Store, id: string): Promise<Clip | null> =>
  (await db.clips.get(id)) ?? (await db.clips.where('keys').equals(id).first()) ?? null;

/** The newest clips that a number counts. */
export const newestOf = async ({ db }: Store, facet: Facet, { from, to }: Period, limit: number): Promise<Clip[]> =>
  db.clips
    .where('facets')
    .between(...facetRange(facet, from, to), true, true)
    .reverse()
    .limit(limit)
    .toArray();

/** The numbers of a post at each moment it was seen, oldest first; and how often its words had changed. */
export async function historyOf({ db }: Store, { keys }: Pick<Clip, 'keys'>): Promise<{ snapshots: Snapshot[]; captures: Capture[] }> {
  const [snapshots, captures] = await Promise.all([
    db.snapshots.where('clip').anyOf(keys).sortBy('at'),
    db.captures.where('clip').anyOf(keys).sortBy('at'),
  ]);
  return { snapshots, captures };
}

/** How many clips were judged today in the workspace's time zone, and still are. */
export async function judgedToday({ db, workspace }: Store, now = new Date()): Promise<number> {
  const day = dayIn(workspace.timeZone, now);
  // A tag's id is a UUIDv7: it begins with its milliseconds. No zone's day began more than 26 hours ago.
  const since = (now.getTime() - 26 * 3_600_000).toString(16).padStart(12, '0');
  const tags = await db.tags
    .where('id')
    .aboveOrEqual(`${since.slice(0, 8)}-${since.slice(8)}`)
    .toArray();
  const today = tags.filter(({ at }) => dayIn(workspace.timeZone, new Date(at)) === day);
  const clips = await db.clips
    .where('keys')
    .anyOf(today.map(({ clip }) => clip))
    .distinct()
    .toArray();
  const made = new Set(today.map(({ id }) => id));
  return clips.filter((clip) => clip.tags.some(({ id }) => made.has(id))).length;
}
