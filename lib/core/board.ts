/** The SWOT board of one brand: what its statements stand on in a period, and how that differs from a period before. */
import { daysBetween } from './day.ts';
import { type Difference, differenceOf } from './difference.ts';
import { opposite, type Quadrant, quadrants } from './quadrant.ts';
import { type Group, type Source, sourceKey } from './statements.ts';
import { counterEvidence, type Heard, type Tally } from './tally.ts';
import { strengthWord, type Voices } from './voices.ts';

/** What became of a line: the difference from the period before, or that it fades or stays. */
export type Change = Difference | { kind: 'fading' | 'same' };

export interface Line extends Group, Heard {
  id: string;
  authors: number;
  strength: number;
  /** `opinion`: no clip of the period says so. */
  word: ReturnType<typeof strengthWord> | 'opinion';
  /** First and last day with a clip; null for an opinion. */
  first: string | null;
  last: string | null;
  /** Clips that say the opposite about the same themes, by day, and how many. */
  contrary: ReadonlyMap<string, number>;
  otherwise: number;
  /** Clips in the period before; null where nothing is compared. */
  before: number | null;
  change: Change | null;
}

export interface Region {
  quadrant: Quadrant;
  /** Clips judged so, wherever their statements stand. */
  clips: number;
  before: number | null;
  /** Pinned first, then as people ordered them, then the strongest evidence; clips without a theme last. */
  lines: Line[];
  /** Put away by hand. */
  archived: Line[];
  /** Said in the period before and no more, and nobody put it into words. */
  left: Line[];
}

/** Distinct clips of several kinds of tags (core/joint-cells.ts). */
export interface Together {
  now: Heard;
  before: Heard;
  against: Heard;
}

export interface BoardInput {
  groups: readonly Group[];
  /** Days YYYY-MM-DD, both included. */
  from: string;
  to: string;
  now: Tally;
  before: Tally | null;
  /** By `quadrant|theme` and, for groups of several sources, by the statement's id. */
  voices: ReadonlyMap<string, Voices>;
  /** By the statement's id, of each group of several sources. */
  together: ReadonlyMap<string, Together>;
}

const nothingHeard: Heard = { clips: 0, platforms: new Map(), days: new Map() };

/** The tags that contradict a line. Clips without a theme are about many things: none of them contradicts another. */
export const contraries = ({ sources }: Group): Source[] =>
  sources
    .map(({ quadrant, theme }) => ({ quadrant: opposite[quadrant], theme }))
    .filter((other) => other.theme !== null && !sources.some((own) => sourceKey(own) === sourceKey(other)));

/** Fading: nothing new in the last third of a period of a month or more. Ours, like the thresholds of `strengthWord`. */
const isFading = (last: string | null, from: string, to: string): boolean => {
  const length = daysBetween(from, to) + 1;
  return last !== null && length >= 30 && daysBetween(last, to) >= length / 3;
};

const heardIn = (sum: Tally | null, source: Source | undefined): Heard =>
  sum?.themes.find(({ quadrant, theme }) => quadrant === source?.quadrant && theme === source.theme) ?? nothingHeard;

function lineOf(group: Group, { now, before, voices, together }: BoardInput): Line {
  const [source] = group.sources;
  const shared = together.get(group.statement.id);
  const { clips, platforms, days } = shared?.now ?? heardIn(now, source);
  const against = shared?.against ?? (source?.theme ? (counterEvidence(now, source) ?? nothingHeard) : nothingHeard);
  const heard = [...days.keys()].sort();
  const { authors, strength } = voices.get(shared ? group.statement.id : source ? sourceKey(source) : '') ?? { authors: 0, strength: 0 };
  return {
    ...group,
    id: group.statement.id,
    clips,
    platforms,
    days,
    authors,
    strength,
    word: clips > 0 ? strengthWord(strength) : 'opinion',
    first: heard[0] ?? null,
    last: heard.at(-1) ?? null,
    contrary: against.days,
    otherwise: against.clips,
    before: before ? (shared?.before ?? heardIn(before, source)).clips : null,
    change: null,
  };
}

function changeOf({ last, clips }: Line, difference: Difference | undefined, { from, to, before }: BoardInput): Change | null {
  if (difference && difference.kind !== 'shrank') return difference;
  if (isFading(last, from, to)) return { kind: 'fading' };
  return difference ?? (before && clips > 0 ? { kind: 'same' } : null);
}

const inOrder = (a: Line, b: Line): number =>
  Number(b.statement.pinned) - Number(a.statement.pinned) ||
  (a.statement.order ?? Number.MAX_VALUE) - (b.statement.order ?? Number.MAX_VALUE) ||
  Number(isUnnamed(a)) - Number(isUnnamed(b)) ||
  b.strength - a.strength ||
  b.clips - a.clips ||
  (a.id < b.id ? -1 : 1);

/** Clips without a theme that nobody put into words. */
export const isUnnamed = ({ statement: { words, source } }: Pick<Line, 'statement'>): boolean => words === null && source?.theme === null;

/** The four regions of the board. */
export function boardOf(input: BoardInput): Region[] {
  const plain = input.groups.map((group) => lineOf(group, input));
  const held = (clips: (line: Line) => number) =>
    plain.map((line) => ({ id: line.id, clips: clips(line), source: line.sources.length === 1 ? line.sources[0]! : null }));
  const differences = input.before
    ? differenceOf(
        held(({ before }) => before ?? 0),
        held(({ clips }) => clips),
      )
    : new Map<string, Difference>();
  const lines = plain.map((line) => ({ ...line, change: changeOf(line, differences.get(line.id), input) })).sort(inOrder);
  return quadrants.map((quadrant) => {
    const here = lines.filter(({ statement }) => statement.quadrant === quadrant);
    const stands = ({ clips, statement: { words, pinned } }: Line) => clips > 0 || words !== null || pinned;
    return {
      quadrant,
      clips: input.now.quadrants[quadrant],
      before: input.before ? input.before.quadrants[quadrant] : null,
      lines: here.filter((line) => !line.statement.archived && stands(line)),
      archived: here.filter((line) => line.statement.archived && (stands(line) || (line.before ?? 0) > 0)),
      left: here.filter((line) => !line.statement.archived && !stands(line) && (line.before ?? 0) > 0 && !isUnnamed(line)),
    };
  });
}
