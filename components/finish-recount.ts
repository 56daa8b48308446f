import type { Store } from '../lib/db/store.ts';
import type { OnShare } from './use-task.ts';

interface Options {
  signal: AbortSignal;
  onShare: OnShare;
}

/** Brought in only when there is anything to count. */
async function recount(store: Store, command: 'rebuildWhenIdle' | 'resumeWhenIdle', { signal, onShare }: Options): Promise<void> {
  const commands = await import('../lib/db/rebuild.ts');
  await commands[command](store, {
    signal,
    onProgress: ({ of, done, total }) => onShare((of === 'rows' ? 0 : 0.5) + (total > 0 ? Math.min(1, done / total) : 1) / 2),
  });
}

/** Computes everything anew from the records. */
export const recountAll = (store: Store, options: Options): Promise<void> => recount(store, 'rebuildWhenIdle', options);

/** Goes on where it was broken off. */
export const finishRecount = (store: Store, options: Options): Promise<void> => recount(store, 'resumeWhenIdle', options);
