/** Edits between two words: letters put in, taken out or changed (Levenshtein's distance, one row at a time). */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++)
      here.push(Math.min(above[at]! + 1, here[at - 1]! + 1, above[at - 1]! + (a[row - 1] === b[at - 1] ? 0 : 1)));
    above = here;
  }
  return above[b.length]!;
}

/** "Did you mean": the words that were perhaps meant, those nearest; four at most. */
export function near(typed: string, words: readonly string[]): string[] {
  const all = [...new Set(words)].map((word) => {
    const isPart = word.startsWith(typed) || (word.length > 2 && typed.startsWith(word));
    return { word, far: isPart ? 0.5 : edits(typed.slice(0, 40), word.slice(0, 40)) };
  });
  const nearest = Math.min(...all.map(({ far }) => far));
  if (nearest > (typed.length < 4 ? 1 : 2)) return [];
  return all
    .filter(({ far }) => far === nearest)
    .slice(0, 4)
    .map(({ word }) => word);
}
