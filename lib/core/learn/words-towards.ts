import { fold } from '../fold.ts';
import { isEveryday } from '../sentiment/lexicon.ts';
import { type Features, kinds } from './features.ts';
import type { Linear } from './logistic.ts';
import type { Matrix } from './matrix.ts';

const most = 5;
const mostAgainst = 3;
/** A word that moved less than this part of what the strongest did is not worth a reader's look. */
const worthSaying = 0.15;

/** How much a feature speaks for a label, against the others on average. */
function pullOf({ classes, weights }: Linear, place: number, label: number): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += weights[place * classes + k]!;
  const own = weights[place * classes + label]!;
  return own - (sum - own) / (classes - 1);
}

/** Words of a text as they stand there, the strongest first. */
export interface Moving {
  /** Those that moved it to a label; at most five. */
  words: string[];
  /** Those that moved it away, to the others, as strongly as one worth naming among those for it; at most three. */
  against: string[];
}

/**
 * The words of a text that moved it to a label and away from it, but for those that every text has. A word has what its own features gave, half of each pair that it stands
 * in, and what its letters and its tone gave; `matrix` has the text as its only row.
 */
export function wordsTowards(label: number, { words, place, strength, word, starts }: Features, matrix: Matrix, linear: Linear): Moving {
  const moved = new Float64Array(words.length);
  let row = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const begin = starts[kind]!;
    const end = starts[kind + 1]!;
    const met = new Map<number, number>();
    for (let at = begin; at < end; at++) met.set(place[at]!, (met.get(place[at]!) ?? 0) + strength[at]!);
    // Rows keep features in the order in which they were first met.
    const given = new Map<number, number>();
    for (const where of met.keys()) given.set(where, matrix.value[row++]!);
    for (let at = begin; at < end; at++) {
      const where = place[at]!;
      const index = word[at]!;
      if (index < 0) continue;
      const much = pullOf(linear, where, label) * given.get(where)! * (strength[at]! / met.get(where)!);
      const isPair = kind === 0 && index > 0 && at > begin && word[at - 1] === index;
      moved[index]! += isPair ? much / 2 : much;
      if (isPair) moved[index - 1]! += much / 2;
    }
  }

  const byWord = new Map<string, { text: string; moved: number }>();
  words.forEach((text, index) => {
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) || text.startsWith('http')) return;
    const key = fold(text);
    if (isEveryday(key)) return;
    const known = byWord.get(key);
    if (known) known.moved += moved[index]!;
    else byWord.set(key, { text, moved: moved[index]! });
  });
  const sorted = [...byWord.values()].sort((a, b) => b.moved - a.moved);
  const enough = worthSaying * (sorted[0]?.moved ?? 0);
  // Where nothing speaks for it, there is nothing to measure by what speaks against.
  if (enough <= 0) return { words: [], against: [] };
  const strong = sorted.filter(({ moved }) => Math.abs(moved) >= enough);
  const texts = (entries: typeof sorted) => entries.map(({ text }) => text);
  return {
    words: texts(strong.filter(({ moved }) => moved > 0).slice(0, most)),
    against: texts(
      strong
        .filter(({ moved }) => moved < 0)
        .reverse()
        .slice(0, mostAgainst),
    ),
  };
}
