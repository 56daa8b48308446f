import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** The words by which a brand is recognised in a post. */
export interface BrandWords {
  id: string;
  name: string;
  aliases: string[];
  /** `platform:handle`, or a bare handle that counts on every platform. */
  handles: string[];
  /** At least one of these must occur too (to tell "Orange" the telecom from the fruit); empty: no condition. */
  must: string[];
  /** None of these may occur. */
  mustNot: string[];
}

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whole words, folded on both sides; an Indonesian clitic (-nya, -ku, -mu, -lah, -kah, -pun) or an English possessive may follow. */
function holds(foldedText: string, words: string): boolean {
  const wanted = fold(words);
  if (!wanted) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}_])[#@]?${literally(wanted)}(?:['’]?s|-?(?:nya|ku|mu|lah|kah|pun))?(?![\\p{L}\\p{N}_])`, 'u').test(foldedText);
}

const bare = (handle: string) => fold(handle).replace(/^@/, '');

/** Whether a handle as a brand lists it (`platform:handle`, or bare) is this one. */
export function isHandle(listed: string, platform: string, handle: string | null): boolean {
  if (!handle) return false;
  const colon = listed.indexOf(':');
  const [on, name] = colon < 0 ? ['', listed] : [listed.slice(0, colon), listed.slice(colon + 1)];
  return (on === '' || on === platform) && bare(name) === bare(handle);
}

const handleName = (listed: string) => listed.slice(listed.indexOf(':') + 1);

/** Ids of the brands this post is about: by name, alias, hashtag or handle in its words, or by its author being the brand's own account. */
export function brandsIn(
  draft: Pick<Draft, 'platform' | 'author' | 'title' | 'text' | 'quotes' | 'thread'>,
  brands: readonly BrandWords[],
): string[] {
  const text = fold(
    [draft.title, draft.text, draft.quotes?.text, ...(draft.thread ?? []).map((part) => ('text' in part ? part.text : ''))]
      .filter(Boolean)
      .join('\n'),
  );
  return brands
    .filter(({ name, aliases, handles, must, mustNot }) => {
      const ownPost = handles.some((handle) => isHandle(handle, draft.platform, draft.author.handle));
      const named = [name, ...aliases].some((words) => holds(text, words)) || handles.some((handle) => holds(text, `@${bare(handleName(handle))}`));
      if (!ownPost && !named) return false;
      return (must.length === 0 || ownPost || must.some((words) => holds(text, words))) && !mustNot.some((words) => holds(text, words));
    })
    .map(({ id }) => id);
}
