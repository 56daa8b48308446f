import { fold } from '../fold.ts';
import { isEveryday } from '../sentiment/lexicon.ts';
import { type Features, kinds } from './features.ts';
import type { Linear } from './logistic.ts';
import type { Matrix } from './matrix.ts';

const most = 5;
/** A word that moved less than this part of what the strongest did is not worth a reader's look. */
const worthSaying = 0.15;

/** How much a feature speaks for a label, against the others on average. */
function pullOf({ classes, weights }: Linear, place: number, label: number): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += weights[place * classes + k]!;
  const own = weights[place * classes + label]!;
  return own - (sum - own) / (classes - 1);
}

/**
 * The words of a text that moved it to a label, the strongest first, but for those that every text has. A word has what its own features gave, half of each pair that it stands
 * in, and what its letters and its tone gave; `matrix` has the text as its only row.
 */
export function wordsTowards(label: number, { words, place, strength, word, starts }: Features, matrix: Matrix, linear: Linear): string[] {
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
  const towards = [...byWord.values()].filter((entry) => entry.moved > 0).sort((a, b) => b.moved - a.moved);
  const strongest = towards[0]?.moved ?? 0;
  return towards
    .filter((entry) => entry.moved >= worthSaying * strongest)
    .slice(0, most)
    .map(({ text }) => text);
}
