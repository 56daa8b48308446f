/** The SWOT board of one brand: what day and author cells say about each theme, and how that differs from the period before. */
import { daysBetween } from './day.ts';
import { noTheme } from './facets.ts';
import { opposite, type Quadrant, quadrants } from './quadrant.ts';
import { counterEvidence, strengthWord, type Tally, type ThemeTally, type Voices } from './tally.ts';

/** What became of a statement since the period before. */
export type Change = { kind: 'new' | 'fading' | 'same' } | { kind: 'grew' | 'shrank'; by: number } | { kind: 'flipped'; from: Quadrant };

export interface Statement extends ThemeTally {
  authors: number;
  strength: number;
  word: ReturnType<typeof strengthWord>;
  /** Clips that say the opposite about the same theme, by day. */
  contrary: ReadonlyMap<string, number>;
  otherwise: number;
  change: Change | null;
}

/** A theme that was said of the brand in the period before, and is no more. */
interface Left {
  theme: string;
  before: number;
}

export interface Region {
  quadrant: Quadrant;
  clips: number;
  /** Clips in the period before; null where nothing is compared. */
  before: number | null;
  /** Strongest evidence first; clips without a theme last. */
  statements: Statement[];
  left: Left[];
}

const clipsOf = (sum: Tally, quadrant: Quadrant, theme: string | null): number =>
  sum.themes.find((one) => one.quadrant === quadrant && one.theme === theme)?.clips ?? 0;

/** Fading: nothing new in the last third of a period of a month or more. Ours, like the thresholds of `strengthWord`. */
function isFading(days: ReadonlyMap<string, number>, from: string, to: string): boolean {
  const length = daysBetween(from, to) + 1;
  const newest = [...days.keys()].reduce((latest, day) => (day > latest ? day : latest), from);
  return length >= 30 && daysBetween(newest, to) >= length / 3;
}

function changeOf({ quadrant, theme, clips, days }: ThemeTally, now: Tally, before: Tally | undefined, from: string, to: string): Change | null {
  if (before) {
    const was = clipsOf(before, quadrant, theme);
    const other = opposite[quadrant];
    if (theme && clipsOf(before, other, theme) > was && clipsOf(now, other, theme) < clips) return { kind: 'flipped', from: other };
    if (was === 0) return { kind: 'new' };
    if (clips > was) return { kind: 'grew', by: clips - was };
  }
  if (isFading(days, from, to)) return { kind: 'fading' };
  if (!before) return null;
  const less = clipsOf(before, quadrant, theme) - clips;
  return less > 0 ? { kind: 'shrank', by: less } : { kind: 'same' };
}

/** The four regions of the board over the days `from` to `to`, both included; compared with `before` where that is given. */
export function boardOf(now: Tally, voices: ReadonlyMap<string, Voices>, from: string, to: string, before?: Tally): Region[] {
  return quadrants.map((quadrant) => {
    const themes = now.themes.filter((theme) => theme.quadrant === quadrant);
    const statements = themes.map((theme): Statement => {
      const { authors, strength } = voices.get(`${quadrant}|${theme.theme ?? noTheme}`) ?? { authors: 0, strength: 0 };
      // Clips without a theme are about many things: none of them contradicts another.
      const against = theme.theme === null ? undefined : counterEvidence(now, theme);
      return {
        ...theme,
        authors,
        strength,
        word: strengthWord(strength),
        contrary: against?.days ?? new Map(),
        otherwise: against?.clips ?? 0,
        change: changeOf(theme, now, before, from, to),
      };
    });
    const rank = ({ theme }: Statement) => (theme === null ? 1 : 0);
    return {
      quadrant,
      clips: now.quadrants[quadrant],
      before: before ? before.quadrants[quadrant] : null,
      statements: statements.sort((a, b) => rank(a) - rank(b) || b.strength - a.strength || b.clips - a.clips),
      left: (before?.themes ?? [])
        .filter((was) => was.quadrant === quadrant && was.theme !== null && clipsOf(now, quadrant, was.theme) === 0)
        .map((was) => ({ theme: was.theme!, before: was.clips })),
    };
  });
}
