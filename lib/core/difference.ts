/** Then and now: what became of the lines of a board between two periods. Symmetric: seen from the other end, each difference is its mirror. */
import { opposite, type Quadrant } from './quadrant.ts';
import type { Source } from './statements.ts';

/** A line in one period. */
export interface Held {
  id: string;
  /** Distinct clips that say so; 0: none in that period. */
  clips: number;
  /** The tags it stands on, where those are of one kind: only such a line has a counterpart that it can flip with. */
  source: Source | null;
}

export type Difference =
  | { kind: 'entered' | 'left' | 'grew' | 'shrank'; by: number }
  /** Most of what was said of the theme, on this side of the company's walls, was one then and is the other now. */
  | { kind: 'flipped'; from: Quadrant; to: Quadrant };

/** Which side of each theme had more clips, by `theme|side`; not where both had as many. */
function leads(lines: readonly Held[]): Map<string, Quadrant> {
  const clips = new Map<string, number>();
  for (const { source, clips: count } of lines) if (source?.theme) clips.set(`${source.theme}|${source.quadrant}`, count);
  const led = new Map<string, Quadrant>();
  for (const { source } of lines) {
    if (!source?.theme) continue;
    const { theme, quadrant } = source;
    if ((clips.get(`${theme}|${quadrant}`) ?? 0) > (clips.get(`${theme}|${opposite[quadrant]}`) ?? 0)) led.set(pairOf(source), quadrant);
  }
  return led;
}

const pairOf = ({ theme, quadrant }: Source): string => `${theme}|${[quadrant, opposite[quadrant]].sort().join()}`;

/** What differs, by the line's id; a line of which both periods say the same is not in it. */
export function differenceOf(then: readonly Held[], now: readonly Held[]): Map<string, Difference> {
  const [before, after] = [leads(then), leads(now)];
  const counts = (lines: readonly Held[]) => new Map(lines.map(({ id, clips }) => [id, clips]));
  const [was, is] = [counts(then), counts(now)];
  const differences = new Map<string, Difference>();
  for (const { id, source } of new Map([...then, ...now].map((line) => [line.id, line])).values()) {
    const [from, to] = source?.theme ? [before.get(pairOf(source)), after.get(pairOf(source))] : [];
    const [past, present] = [was.get(id) ?? 0, is.get(id) ?? 0];
    if (from && to && from !== to) differences.set(id, { kind: 'flipped', from, to });
    else if (past === 0 && present > 0) differences.set(id, { kind: 'entered', by: present });
    else if (past > 0 && present === 0) differences.set(id, { kind: 'left', by: past });
    else if (past < present) differences.set(id, { kind: 'grew', by: present - past });
    else if (past > present) differences.set(id, { kind: 'shrank', by: past - present });
  }
  return differences;
}
