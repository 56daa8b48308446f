/** What a learner of quadrants is shown and asked. Apart from the learner, so that a page can ask without loading what only the answer needs. */
import type { Quadrant } from '../quadrant.ts';
import type { Brand } from '../records.ts';

/** A post as it is judged for a brand. */
export interface Judged {
  text: string;
  brand: { id: string; kind: Brand['kind'] };
}

export interface Tagged extends Judged {
  quadrant: Quadrant;
}

/** What a post says, as the learner reads it: the same when it is shown and when it is asked. */
export const saidIn = ({ title, text }: { title?: string | undefined; text: string }): string => [title, text].filter(Boolean).join('\n');

/** A quadrant is suggested only once it has been shown this often. */
export const shownEnough = 10;
/** Nothing is suggested before so many quadrants were: to know one alone is to know nothing. */
const fewestQuadrants = 2;

/** How many more judgements there have to be before anything can be suggested, by how often each quadrant was given. */
export function judgementsNeeded(given: Readonly<Record<Quadrant, number>>): number {
  const often = Object.values(given).sort((a, b) => b - a);
  return often.slice(0, fewestQuadrants).reduce((sum, times) => sum + Math.max(0, shownEnough - times), 0);
}
