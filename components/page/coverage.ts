/** Counts how well the adapter of this page reads it, and tells the background now and then: counts, and nothing of the posts. */
import { countRead, noCounts } from '../../lib/core/coverage.ts';
import type { Draft } from '../../lib/core/draft.ts';
import type { send } from '../../lib/messages/send.ts';
import { platformHere } from './posts.ts';

const every = 30_000;
/** Posts remembered as counted; beyond that, one that is met again counts again. */
const most = 5_000;

export interface PageCoverage {
  /** A post was read. `key` stands for it, whichever element shows it: it is counted once. */
  read(post: Element, key: string, draft: Draft): void;
  /** What looks like a post gave none: because it is none, or none yet, or because its adapter threw. */
  none(post: Element, threw: boolean): void;
  stop(): void;
}

export function createCoverage(ask: typeof send): PageCoverage {
  let counts = noCounts();
  let keys = new Set<string>();
  /** Not read so far: a placeholder may still become a post. */
  const none = new Map<Element, boolean>();
  const counted = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [post, threw] of none) {
      counted.add(post);
      counts.met += 1;
      if (threw) counts.threw += 1;
    }
    none.clear();
    const { id } = platformHere();
    if (counts.met > 0 && id !== 'generic') void ask('coverage', { platform: id, counts });
    counts = noCounts();
  }
  // The last that a page hears for certain, when it is left or closed.
  const onHidden = () => document.hidden && tell();
  document.addEventListener('visibilitychange', onHidden);
  const soon = () => {
    timer ??= setTimeout(tell, every);
  };

  return {
    read(post, key, draft) {
      none.delete(post);
      if (keys.has(key)) return;
      if (keys.size > most) keys = new Set();
      keys.add(key);
      countRead(counts, draft);
      soon();
    },
    none(post, threw) {
      if (counted.has(post)) return;
      none.set(post, threw);
      soon();
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
    },
  };
}
