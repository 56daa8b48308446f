/** How hard a passphrase is to guess, roughly: a hint, never a lock. */
export type Strength = 'weak' | 'fair' | 'strong';

/**
 * By length, as NIST SP 800-63B (2024) weighs it, counting no more than is varied: "aaaaaaaaaaaa" is worth three letters. Fair from 12, strong
 * from 18, which four random words reach.
 */
export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase.normalize('NFKC')];
  const worth = Math.min(letters.length, new Set(letters).size * 3);
  if (worth < 12) return 'weak';
  return worth < 18 ? 'fair' : 'strong';
}
