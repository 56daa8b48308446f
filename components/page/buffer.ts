/**
 * Posts that were on screen since the page was opened: feeds drop posts while one scrolls, and what was just read may be worth a judgement a moment
 * later. In memory only, and gone with the page.
 */
import type { Draft } from '../../lib/core/draft.ts';
import type { Met } from '../../lib/core/thread.ts';

/** A post that was on screen, and the brands that it mentions, by their ids. */
export interface Kept extends Met {
  brands: string[];
}

/** Posts kept, and characters of their words: below 20 MB of memory, whatever a page puts into its posts. The oldest go first. */
const mostPosts = 1_500;
const mostLetters = 3_000_000;

export interface Buffer {
  /** Keeps a post as it is now, as the newest. */
  keep(key: string, draft: Draft, brands: string[], path: string): void;
  /** One post stands right before another on the page. */
  follows(key: string, after: string): void;
  clear(): void;
  /** By key, the newest last. */
  posts: ReadonlyMap<string, Kept>;
}

const lettersOf = ({ text, title, quotes }: Draft) => text.length + (title?.length ?? 0) + (quotes?.text?.length ?? 0);

export function createBuffer(): Buffer {
  const posts = new Map<string, Kept>();
  let letters = 0;

  function drop(key: string): void {
    const old = posts.get(key);
    if (old) letters -= lettersOf(old.draft);
    posts.delete(key);
  }

  return {
    posts,
    keep(key, draft, brands, path) {
      const old = posts.get(key);
      // What it answers may show only while that is on screen, too.
      const answered = old?.draft.inReplyTo && !draft.inReplyTo ? { ...draft, kind: old.draft.kind, inReplyTo: old.draft.inReplyTo } : draft;
      drop(key);
      posts.set(key, { draft: answered, brands, after: old?.after ?? null, path });
      letters += lettersOf(draft);
      for (const oldest of posts.keys()) {
        if ((posts.size <= mostPosts && letters <= mostLetters) || oldest === key) break;
        drop(oldest);
      }
    },
    clear() {
      posts.clear();
      letters = 0;
    },
    follows(key, after) {
      const kept = posts.get(key);
      if (kept) kept.after = after;
    },
  };
}
