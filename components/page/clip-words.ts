import type { Draft } from '../../lib/core/draft.ts';
import type { Judging } from '../../lib/core/judging.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { numbersOf, publishedWhen } from './facts.ts';

/** A clip as plain text, for the clipboard when it could not be saved. */
export function clipWords(draft: Draft, network: string, { quadrant, brands, brand, quote }: Judging, now: Date): string {
  const { author, publishedAt } = draft;
  const who = [author.name, author.handle && `@${author.handle}`, network, publishedAt && publishedWhen(publishedAt, now)];
  const judged = [quadrant && i18n.t(`ring.${quadrant}`), brands.find(({ id }) => id === brand)?.name];
  return [
    who.filter(Boolean).join(' · '),
    draft.title,
    draft.text,
    numbersOf(draft).join(' · '),
    judged.filter(Boolean).join(' · '),
    quote && `“${quote}”`,
    draft.url,
  ]
    .filter(Boolean)
    .join('\n\n');
}
