import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** Whether two captures show the whole text, and it differs: a feed's "See more" is no edit. */
export function isEdited(drafts: readonly Pick<Draft, 'title' | 'text' | 'truncated'>[]): boolean {
  const whole = drafts.filter(({ truncated }) => !truncated).map(({ title = '', text }) => fold(`${title}\n${text}`));
  return new Set(whole).size > 1;
}
