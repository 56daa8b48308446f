/** Puts clips into the counters and the search index, and takes them out; inside the transaction of the change. */
import { applyToPosts, emptyPostCell, type Share, WeekOfBrand } from '../core/cells.ts';
import { any } from '../core/count-key.ts';
import type { Clip, Workspace } from '../core/records.ts';
import { weekOf } from '../core/week.ts';
import { lineOf, linesOf, posting, type Worded } from '../core/word-index.ts';
import type { WorkspaceDb } from './database.ts';

/** What a recount counts: everything computed that is not a row of its own kind. */
export const countedTables = [
  'dayCells',
  'themeCells',
  'jointCells',
  'voiceCells',
  'voiceWeeks',
  'valueCells',
  'postCells',
  'postings',
  'recentWords',
] as const;

/** Where a recount of days is: all of a day, or up to a clip of it; the day is '' before the first. */
export interface Place {
  day: string;
  upTo?: Pick<Clip, 'clippedAt' | 'id'>;
}

/** A place as `recount.after` writes it. */
export const written = ({ day, upTo }: Place): string => (upTo ? `${day} ${upTo.clippedAt} ${upTo.id}` : day);

export function placeIn(after: string): Place {
  const [, day = '', clippedAt, id] = /^(\S*)(?: (\S+) (.*))?$/s.exec(after) ?? [];
  return clippedAt !== undefined && id !== undefined ? { day, upTo: { clippedAt, id } } : { day };
}

/** Whether what happens to a clip is counted now; where a recount has not come to it yet, that will count it. */
export function isCounted(recount: Workspace['recount'], { day, clippedAt, id }: Pick<Clip, 'day' | 'clippedAt' | 'id'>): boolean {
  if (!recount) return true;
  if (recount.of === 'rows') return false;
  const place = placeIn(recount.after);
  if (day !== place.day) return day < place.day;
  const { upTo } = place;
  return !upTo || clippedAt < upTo.clippedAt || (clippedAt === upTo.clippedAt && id <= upTo.id);
}

export interface Move {
  share: Share;
  sign: 1 | -1;
}

const holdsNone = ({ keys }: { keys: { readonly length: number } }): boolean => keys.length === 0;

/** Moves shares of one brand and seven days. */
async function moveInWeek(db: WorkspaceDb, brand: string, week: string, moves: readonly Move[]): Promise<void> {
  const platforms = [...new Set(moves.map(({ share }) => share.platform))];
  const key: [string, string] = [brand, week];
  const valueKey = (platform: string): [string, string, string] => [brand, platform, week];
  const voiceKey = (platform: string): [string, string, string] => [brand, week, platform];
  // Most clips are judged once, and in none of these.
  const isJoint = moves.some(({ share }) => share.joint !== null);
  const [day, themes, joint, values, voices] = await Promise.all([
    db.dayCells.get(key),
    db.themeCells.get(key),
    isJoint ? db.jointCells.get(key) : undefined,
    db.valueCells.bulkGet([any, ...platforms].map(valueKey)),
    db.voiceCells.bulkGet(platforms.map(voiceKey)),
  ]);
  const opened = new WeekOfBrand(brand, week, {
    ...(day && { day }),
    ...(themes && { themes }),
    ...(joint && { joint }),
    values: values.filter((cell) => cell !== undefined),
    voices: voices.filter((cell) => cell !== undefined),
  });
  for (const { share, sign } of moves) opened.add(share, sign);
  const cells = opened.cells();
  await Promise.all<unknown>([
    cells.day ? db.dayCells.put(cells.day) : db.dayCells.delete(key),
    cells.themes ? db.themeCells.put(cells.themes) : db.themeCells.delete(key),
    isJoint && (cells.joint ? db.jointCells.put(cells.joint) : db.jointCells.delete(key)),
    db.valueCells.bulkPut(cells.values.filter((cell) => !holdsNone(cell))),
    db.valueCells.bulkDelete(cells.values.filter(holdsNone).map(({ platform }) => valueKey(platform))),
    db.voiceCells.bulkPut(cells.voices.filter((cell) => !holdsNone(cell))),
    db.voiceWeeks.bulkPut(cells.voiceWeeks.filter((cell) => !holdsNone(cell))),
    ...[db.voiceCells, db.voiceWeeks].map((table) => table.bulkDelete(cells.voices.filter(holdsNone).map(({ platform }) => voiceKey(platform)))),
  ]);
}

/** Moves shares of one brand and day in the list of its posts. */
async function movePosts(db: WorkspaceDb, brand: string, day: string, moves: readonly Move[]): Promise<void> {
  const cell = (await db.postCells.get([brand, day])) ?? emptyPostCell(brand, day);
  for (const { share, sign } of moves) applyToPosts(cell, share, sign);
  await (cell.posts.length > 0 ? db.postCells.put(cell) : db.postCells.delete([brand, day]));
}

/** Takes shares out of the counters and puts others in; each cell is read and written once. */
export async function moveShares(db: WorkspaceDb, moves: readonly Move[]): Promise<void> {
  const weeks = Map.groupBy(moves, ({ share: { brand, day } }) => `${brand}|${weekOf(day)}`);
  const days = Map.groupBy(moves, ({ share: { brand, day } }) => `${brand}|${day}`);
  await Promise.all([
    ...[...weeks.values()].map((some) => moveInWeek(db, some[0]!.share.brand, weekOf(some[0]!.share.day), some)),
    ...[...days.values()].map((some) => movePosts(db, some[0]!.share.brand, some[0]!.share.day, some)),
  ]);
}

export interface WordMove {
  worded: Worded;
  sign: 1 | -1;
}

/** Takes words of clips out of the index and puts others in; each row is read and written once. */
export async function moveWords(db: WorkspaceDb, moves: readonly WordMove[]): Promise<void> {
  const changes = new Map<string, { key: [word: string, day: string]; lines: Map<string, number> }>();
  for (const { worded, sign } of moves) {
    const { day } = worded.row;
    const line = lineOf(worded.row);
    for (const word of worded.words) {
      const name = `${word}|${day}`;
      const { lines } = changes.get(name) ?? changes.set(name, { key: [word, day], lines: new Map() }).get(name)!;
      lines.set(line, (lines.get(line) ?? 0) + sign);
    }
  }
  // A word that is at its place before and after is not written again.
  const moved = [...changes.values()].filter(({ lines }) => [...lines.values()].some((sum) => sum !== 0));
  const stored = await db.postings.bulkGet(moved.map(({ key }) => key));
  const rows = moved.map(({ key, lines: changed }, index) => {
    const lines = new Set(stored[index] ? linesOf(stored[index]) : []);
    for (const [line, sum] of changed) {
      if (sum > 0) lines.add(line);
      else if (sum < 0) lines.delete(line);
    }
    return posting(...key, [...lines]);
  });
  await Promise.all([
    db.postings.bulkPut(rows.filter(({ clips }) => clips !== '')),
    db.postings.bulkDelete(rows.filter(({ clips }) => clips === '').map(({ word, day }) => [word, day])),
  ]);
}
