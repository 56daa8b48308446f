/** Shorter roots are too often something else: "lagi" is not "lag" with an ending. */
const shortest = 4;
const clitic = /(?:nya|ku|mu|lah|kah|pun)$/;
const ending = /(?:kan|an|i)$/;
const beginning = /^(meng|meny|mem|men|me|ng|ny|peng|peny|pem|pen|pe|per|ber|be|ter|te|di|ke|se)(\p{L}+)$/u;
/** Before a nasal the first letter of the root falls away: tipu, menipu. */
const swallowed: Record<string, string> = { meny: 's', peny: 's', ny: 's', meng: 'k', peng: 'k', ng: 'k', mem: 'p', pem: 'p', men: 't', pen: 't' };

/** What an Indonesian word may be made of: doublings, clitics, endings and beginnings taken off, likeliest first. The dictionary decides which is one. */
export function* indonesianRoots(word: string): Generator<string> {
  const bases = [word];
  const doubled = /^(\p{L}{3,})-\1/u.exec(word)?.[1];
  if (doubled) bases.push(doubled);
  for (const end of [clitic, ending]) {
    for (const base of [...bases]) {
      const shorter = base.replace(end, '');
      if (shorter !== base && shorter.length >= shortest) bases.push(shorter);
    }
  }
  yield* bases.slice(1);
  for (const base of bases) {
    const [, start = '', rest = ''] = beginning.exec(base) ?? [];
    if (rest.length < shortest) continue;
    yield rest;
    const letter = swallowed[start];
    if (letter) yield letter + rest;
  }
}
