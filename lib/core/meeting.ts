/** Meeting a clipped post again: when that is news, and what of it. */
import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** Numbers of a post are kept at most so often by themselves, in milliseconds. Ours: growth over hours is what a listener can act on. */
export const meetAgainAfter = 3_600_000;

/** Whether numbers last kept at `seenAt` are old enough to be kept anew. A clock that was set back makes nothing due before it has caught up. */
export const isDue = (seenAt: string, now: Date): boolean => now.getTime() - Date.parse(seenAt) >= meetAgainAfter;

/** Whether a draft knows any number. */
export const hasNumbers = ({ metrics }: Pick<Draft, 'metrics'>): boolean => Object.values(metrics).some((value) => value !== null);

/**
 * Whether the words read now show that the post was edited since `then`, or more of it than was known. A feed that shows the beginning only,
 * or no words, or not the author, proves nothing.
 */
export function isEdited(then: Draft, now: Draft): boolean {
  const [old, fresh] = [fold(then.text), fold(now.text)];
  if (now.truncated || fresh === '' || old === fresh) return false;
  return then.author.handle === now.author.handle && then.author.name === now.author.name && then.kind === now.kind;
}
