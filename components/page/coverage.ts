/** Counts how well the adapter of this page reads it, and tells the background now and then: counts, and nothing of the posts. */
import { countPost, noCounts } from '../../lib/core/coverage.ts';
import type { Draft } from '../../lib/core/draft.ts';
import type { send } from '../../lib/messages/send.ts';
import { platformHere } from './posts.ts';

const every = 30_000;
/** Posts remembered as counted; beyond that, one that is met again counts again. */
const most = 5_000;

export interface PageCoverage {
  /** A post was read: `post` stands for it, and it is counted once. A draft of null: its adapter threw. */
  count(post: string | Element, draft: Draft | null): void;
  stop(): void;
}

export function createCoverage(ask: typeof send): PageCoverage {
  let counts = noCounts();
  let counted = new Set<string>();
  const thrown = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    clearTimeout(timer);
    timer = undefined;
    const { id } = platformHere();
    if (counts.posts > 0 && id !== 'generic') void ask('coverage', { platform: id, counts });
    counts = noCounts();
  }
  // The last that a page hears for certain, when it is left or closed.
  const onHidden = () => document.hidden && tell();
  document.addEventListener('visibilitychange', onHidden);

  return {
    count(post, draft) {
      const known: { has(post: unknown): boolean; add(post: unknown): unknown } = typeof post === 'string' ? counted : thrown;
      if (known.has(post)) return;
      known.add(post);
      if (counted.size > most) counted = new Set();
      countPost(counts, draft);
      timer ??= setTimeout(tell, every);
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
    },
  };
}
