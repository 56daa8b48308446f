/** Judging one clip by single keys: what the ring on the page and the inbox have in common. No clock, no DOM; whoever holds the state carries out its commands. */
import { flipOf, type Judged } from './flip.ts';
import { type Quadrant, quadrantOf } from './quadrant.ts';
import type { Brand } from './records.ts';

type Choice = Pick<Brand, 'id' | 'name' | 'kind'>;

/** One thing saved, which Z takes back. */
interface Done {
  action: string;
  /** null where the clip was saved unjudged. */
  tag: string | null;
  brand: string | null;
  quadrant: Quadrant | null;
  theme: string | null;
  quote: string;
}

/** What the holder of the state is to do; it answers with `saved`, `undone` or `failed`, and sends keys on only then. */
export type Command =
  | { do: 'load' }
  | { do: 'save'; brand: string | null; quadrant: Quadrant | null }
  | { do: 'refine'; tag: string; theme?: string; quote?: string }
  | ({ do: 'flip'; tag: string } & Judged)
  | { do: 'undo'; action: string }
  | { do: 'copy' }
  | { do: 'panel' }
  | { do: 'leave' };

export interface Judging {
  /** `busy`: a command is under way. */
  phase: 'busy' | 'choosing' | 'saved' | 'failed';
  /** Brands to choose from, those that the post mentions first. */
  brands: readonly Choice[];
  mentioned: number;
  /** Which nine brands the digits choose from; -1: only those mentioned. */
  page: number;
  /** The one being judged. */
  brand: string | null;
  /** Judged so, or chosen while no brand is. */
  quadrant: Quadrant | null;
  /** Offered as 1 to 9. */
  themes: readonly string[];
  theme: string | null;
  quote: string;
  /** The field being written: meanwhile letters are letters. */
  writing: 'theme' | 'reason' | null;
  /** False where the page could read along: the panel is opened instead. */
  canWrite: boolean;
  done: readonly Done[];
  /** What was under way, for another try. */
  pending: Command;
}

export interface Step {
  state: Judging;
  command?: Command;
}

/** Keys that `step` knows, as it knows them, and A and P, which the ring alone has a use for; the digits are beside them. */
const keys = ['S', 'W', 'O', 'T', '#', 'N', 'B', 'F', 'Z', 'R', 'C', 'A', 'P', 'Enter', 'Escape'];

/**
 * The name of a pressed key, or null where it is none of ours. Digits go by their place,
 * for on a French keyboard they need Shift; with Ctrl, Alt or Meta a key is the browser's.
 */
export function keyOf(pressed: { key: string; code: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): string | null {
  // "#" may need AltGr, which Windows reports as Ctrl and Alt.
  if (pressed.key === '#') return '#';
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(pressed.code)?.[1];
  if (digit) return digit;
  const name = pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key;
  return keys.includes(name) ? name : null;
}

/** A clip about to be judged, before anything is known but that it is there. */
export const beginning = (canWrite: boolean, quote = ''): Judging => ({
  phase: 'busy',
  brands: [],
  mentioned: 0,
  page: 0,
  brand: null,
  quadrant: null,
  themes: [],
  theme: null,
  quote,
  writing: null,
  canWrite,
  done: [],
  pending: { do: 'load' },
});

/** The brands and themes have come; those that the post mentions, in their order there. The first of these is chosen, or the only brand there is. */
export function loaded(state: Judging, brands: readonly Choice[], mentionedIds: readonly string[], themes: readonly string[]): Judging {
  const named = mentionedIds.flatMap((id) => brands.find((brand) => brand.id === id) ?? []);
  const ordered = [...named, ...brands.filter((brand) => !named.includes(brand))];
  const mentioned = named.length;
  const only = mentioned > 0 || brands.length === 1 ? (ordered[0]?.id ?? null) : null;
  return { ...state, phase: 'choosing', brands: ordered, mentioned, page: mentioned > 0 ? -1 : 0, brand: only, themes };
}

/** The brands that the digits choose from now. */
export const offered = ({ brands, mentioned, page }: Judging): readonly Choice[] =>
  page < 0 ? brands.slice(0, Math.min(mentioned, 9)) : brands.slice(page * 9, page * 9 + 9);

/** Whether B would show other brands than now. */
export const hasOthers = ({ brands, mentioned }: Judging): boolean => brands.length > 9 || (mentioned > 0 && mentioned < brands.length);

/** Whether what was saved last is a judgement, which can have a theme and a reason. */
export const isJudged = ({ done }: Judging): boolean => (done.at(-1)?.tag ?? null) !== null;

/** The other side of what was judged last, which F takes; null where there is none, or it was taken. */
export function flipSide({ done, brands, mentioned }: Judging): Judged | null {
  const { brand, quadrant } = done.at(-1) ?? { brand: null, quadrant: null };
  if (!brand || !quadrant) return null;
  const named = brands.slice(0, mentioned).map(({ id }) => id);
  const other = flipOf({ brand, quadrant }, brands, named);
  return done.some((one) => one.brand === other?.brand && one.quadrant === other?.quadrant) ? null : other;
}

/** What was asked for is stored. */
export function saved(state: Judging, { action, tag }: Pick<Done, 'action' | 'tag'>): Judging {
  const { brand, quadrant, theme, quote } = state;
  return { ...state, phase: 'saved', writing: null, done: [...state.done, { action, tag, brand, quadrant: tag ? quadrant : null, theme, quote }] };
}

/** What was done last is taken back. */
export function undone(state: Judging): Judging {
  const done = state.done.slice(0, -1);
  const last = done.at(-1);
  const quote = last?.quote ?? state.quote;
  const brand = last ? last.brand : (state.done.at(-1)?.brand ?? state.brand);
  return {
    ...state,
    phase: last ? 'saved' : 'choosing',
    done,
    brand,
    quadrant: last?.quadrant ?? null,
    theme: last?.theme ?? null,
    quote,
    writing: null,
  };
}

/** The command under way failed: nothing was stored, and everything is still here. */
export const failed = (state: Judging): Judging => ({ ...state, phase: 'failed', writing: null });

const run = (state: Judging, command: Command): Step => ({ state: { ...state, phase: 'busy', pending: command }, command });

const judge = (state: Judging, quadrant: Quadrant | null): Step => {
  const chosen = { ...state, quadrant };
  // A judgement is of somebody: without a brand it waits for one.
  if (quadrant && !state.brand) return { state: state.brands.length > 0 ? chosen : state };
  return run(chosen, { do: 'save', brand: state.brand, quadrant });
};

function choose(state: Judging, key: string): Step {
  const quadrant = quadrantOf(key);
  if (quadrant) return judge(state, quadrant);
  if (key === 'B' && hasOthers(state)) {
    const last = Math.ceil(state.brands.length / 9) - 1;
    return { state: { ...state, page: state.page < last ? state.page + 1 : state.mentioned > 0 ? -1 : 0 } };
  }
  const brand = offered(state)[Number(key) - 1]?.id;
  if (!brand) return { state };
  // A judgement that waited for its brand has it now.
  return state.quadrant ? judge({ ...state, brand }, state.quadrant) : { state: { ...state, brand } };
}

function refine(state: Judging, said: { theme?: string; quote?: string }): Step {
  const tag = state.done.at(-1)?.tag;
  return tag ? run({ ...state, ...said }, { do: 'refine', tag, ...said }) : { state };
}

function write(state: Judging, key: string, words: string): Step {
  if (key === 'Escape') return { state: { ...state, writing: null } };
  if (key !== 'Enter') return { state };
  const said = words.trim();
  if (!said) return { state: { ...state, writing: null } };
  return refine(state, state.writing === 'theme' ? { theme: said } : { quote: said });
}

function afterSaving(state: Judging, key: string): Step {
  const last = state.done.at(-1);
  if (key === 'Enter' || key === 'Escape') return { state, command: { do: 'leave' } };
  if (key === 'Z') return last ? run(state, { do: 'undo', action: last.action }) : { state };
  if (!isJudged(state)) return choose(state, key);
  if (key === '#' || key === 'N') {
    if (!state.canWrite) return { state, command: { do: 'panel' } };
    return { state: { ...state, writing: key === '#' ? 'theme' : 'reason' } };
  }
  if (key === 'F') {
    const other = flipSide(state);
    return other && last?.tag ? run({ ...state, ...other }, { do: 'flip', tag: last.tag, ...other }) : { state };
  }
  const theme = state.themes[Number(key) - 1];
  return theme ? refine(state, { theme }) : { state };
}

/**
 * One key, as `keyOf` names it. `words` is what stands in the field being written.
 * A key that means nothing now changes nothing.
 */
export function step(state: Judging, key: string, words = ''): Step {
  if (state.writing) return write(state, key, words);
  switch (state.phase) {
    case 'busy':
      return { state, ...(key === 'Escape' && state.pending.do === 'load' ? { command: { do: 'leave' } as const } : {}) };
    case 'choosing':
      if (key === 'Escape') return { state, command: { do: 'leave' } };
      return key === 'Enter' ? judge(state, null) : choose(state, key);
    case 'saved':
      return afterSaving(state, key);
    case 'failed':
      if (key === 'R') return run(state, state.pending);
      if (key === 'C') return { state, command: { do: 'copy' } };
      return key === 'Escape' ? { state, command: { do: 'leave' } } : { state };
  }
}
