/**
 * Statements: the lines of a SWOT board. Each theme with evidence has one by itself, without a record; a record holds only what people
 * changed of it. Whose it is and which tags are its evidence its id says, so that two people who edit one line edit one record, and no
 * undo of either takes its identity away.
 */
import { noTheme } from './facets.ts';
import { elements, isTrashed, type Mergeable, value } from './mergeable.ts';
import { type Quadrant, quadrants } from './quadrant.ts';
import { Statement } from './records.ts';
import { rootOf } from './root-of.ts';

/** Where evidence lies: the tags of one quadrant with one theme; null: with none. */
export type Source = NonNullable<Statement['source']>;

export const sourceKey = ({ quadrant, theme }: Source): string => `${quadrant}|${theme ?? noTheme}`;

/** The id that the line of these tags has everywhere. */
export const statementId = (brand: string, source: Source): string => `statement:${brand}|${sourceKey(source)}`;

/** The id of a line in a person's words that no tag has led to; `unique` is a UUID. */
export const opinionId = (brand: string, unique: string): string => `statement:${brand}|${unique}`;

const isQuadrant = (word: string | undefined): word is Quadrant => quadrants.includes(word as Quadrant);

/** Brand and source that a statement's id tells; null where it is no such id. */
export function parseStatementId(id: string): Pick<Statement, 'brand' | 'source'> | null {
  const [brand, second, ...theme] = id.replace(/^statement:/, '').split('|');
  if (!id.startsWith('statement:') || !brand || !second) return null;
  if (theme.length === 0) return { brand, source: null };
  const of = theme.join('|');
  return isQuadrant(second) ? { brand, source: { quadrant: second, theme: of === noTheme ? null : of } } : null;
}

/** A line as it is before anybody edited it. */
export const untouched = (brand: string, source: Source): Statement => ({
  id: statementId(brand, source),
  brand,
  source,
  quadrant: source.quadrant,
  words: null,
  order: null,
  impact: null,
  likelihood: null,
  pinned: false,
  archived: false,
  into: null,
});

/**
 * A statement as its record says, or null where it is trashed, says nothing any more, or holds what no command writes: a board is whole
 * without it.
 */
export function statementOf(record: Mergeable): Statement | null {
  const told = parseStatementId(record.id);
  const field = (name: string) => value(record, name) ?? null;
  const quadrant = field('quadrant') ?? told?.source?.quadrant ?? null;
  if (!told || isTrashed(record) || quadrant === null || (!told.source && field('words') === null)) return null;
  const { data } = Statement.safeParse({
    id: record.id,
    ...told,
    quadrant,
    words: field('words'),
    order: field('order'),
    impact: field('impact'),
    likelihood: field('likelihood'),
    pinned: elements(record, 'marks').includes('pinned'),
    archived: elements(record, 'marks').includes('archived'),
    into: field('into'),
  });
  return data ?? null;
}

/** A line of the board and all that was merged into it. */
export interface Group {
  statement: Statement;
  /** Those merged into it, at whatever remove. */
  merged: Statement[];
  /** Its own source first, then those of the merged. */
  sources: Source[];
}

/** Whether anybody said anything of it: its words, its place, how much it matters. */
const isTouched = ({ words, order, impact, likelihood, pinned, archived, quadrant, source }: Statement): boolean =>
  words !== null || order !== null || impact !== null || likelihood !== null || pinned || archived || quadrant !== source?.quadrant;

/**
 * Lines whose theme was merged into another stand in the line of that theme, and have no evidence of their own. Where nobody has touched that
 * line, theirs stands for it, so that what was said of the evidence is still said of it; of several the one with the least id.
 */
function followThemes(brand: string, all: Map<string, Statement>, into: Map<string, string>, themeOf: (theme: string) => string): void {
  const gone = [...all.values()].flatMap((statement) => {
    const { source } = statement;
    const theme = source?.theme && themeOf(source.theme);
    return source && theme && theme !== source.theme ? [{ statement, source: { ...source, theme } }] : [];
  });
  const byLine = Map.groupBy(gone, ({ source }) => statementId(brand, source));
  // In an order that does not hang on which was read first: one's line may have been merged into another's.
  for (const [to, lines] of [...byLine].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ids = lines.map(({ statement }) => statement.id).sort();
    const there = all.get(to);
    // It was merged into one of theirs before.
    const end = rootOf(to, into);
    const isOpen = !into.has(to) && !(there && isTouched(there));
    const stands = ids.includes(end) ? end : isOpen ? ids.find((id) => !into.has(id) && isTouched(all.get(id)!)) : undefined;
    for (const { statement, source } of lines) {
      all.set(statement.id, { ...statement, source: statement.id === stands ? source : null });
      if (statement.id !== stands && !into.has(statement.id)) into.set(statement.id, stands ?? to);
    }
    if (stands === undefined && !there) all.set(to, untouched(brand, lines[0]!.source));
    if (stands !== undefined && stands !== end) into.set(to, stands);
  }
}

/**
 * The lines of a brand: one for each source that has evidence, and those that people made, with what was merged put together. `themeOf` tells
 * under which theme the tags of a theme count.
 */
export function groupsOf(
  brand: string,
  said: readonly Statement[],
  found: readonly Source[],
  themeOf: (theme: string) => string = (id) => id,
): Group[] {
  const all = new Map(found.map((source) => [statementId(brand, source), untouched(brand, source)]));
  for (const statement of said) all.set(statement.id, statement);
  const into = new Map(said.flatMap((one) => (one.into && one.into !== one.id ? [[one.id, one.into] as const] : [])));
  // What something was merged into stands, also where it has no evidence and no record of its own.
  for (const id of into.values()) {
    const told = all.has(id) ? null : parseStatementId(id);
    if (told?.source) all.set(id, untouched(told.brand, told.source));
    else if (!all.has(id)) for (const [from, to] of into) if (to === id) into.delete(from);
  }
  followThemes(brand, all, into, themeOf);
  const groups = new Map<string, Group>();
  for (const statement of all.values()) {
    const root = all.get(rootOf(statement.id, into))!;
    const group = groups.get(root.id) ?? { statement: root, merged: [], sources: root.source ? [root.source] : [] };
    groups.set(root.id, group);
    if (statement === root) continue;
    const { source } = statement;
    const isNew = source !== null && !group.sources.some((other) => sourceKey(other) === sourceKey(source));
    if (isNew) group.sources.push(source);
    // A part that has neither evidence nor words of its own tells nothing.
    if (isNew || statement.words !== null) group.merged.push(statement);
  }
  return [...groups.values()];
}
