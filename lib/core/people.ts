/** The people of a post: who wrote it, who passed it on, whom it answers and quotes. */
import type { Draft, Person } from './draft.ts';
import { fold } from './fold.ts';

const bareHandle = (handle: string): string => fold(handle).replace(/^@/, '');

/** By what a person on a platform is told from others: the handle, else the name; null where neither is known. */
export function personKey(platform: string, { handle, name }: Person): string | null {
  if (handle) return `${platform}|@${bareHandle(handle)}`;
  return name ? `${platform}|${fold(name)}` : null;
}

/** Everyone but the author. */
export const othersIn = ({ sharedBy, inReplyTo, quotes }: Draft): Person[] =>
  [sharedBy, inReplyTo?.author, quotes?.author].filter((person) => person !== undefined);

const nobody = { url: null, nativeId: null, author: { name: null, handle: null } } as const;

/** The draft without those besides its author who are to go: not their names, nor their words, nor links to them. The author's own stays. */
export function withoutOthers(draft: Draft, goes: (person: Person) => boolean): Draft {
  const { sharedBy, inReplyTo, quotes, ...rest } = draft;
  return {
    ...rest,
    ...(sharedBy && !goes(sharedBy) && { sharedBy }),
    ...(inReplyTo && { inReplyTo: goes(inReplyTo.author) ? nobody : inReplyTo }),
    ...(quotes && { quotes: goes(quotes.author) ? nobody : quotes }),
  };
}

/** The words of those who are to go, as far as this post of somebody else's quotes or answers them. */
export const wordsOfOthers = ({ inReplyTo, quotes }: Draft, goes: (person: Person) => boolean): string[] =>
  [inReplyTo, quotes].flatMap((reference) => (reference?.text && goes(reference.author) ? reference.text : []));
