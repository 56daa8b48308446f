/** The page's end of the learner: one worker, made when it is first asked, and another where the workspace is another. */
import type { Suggestion } from '../../lib/core/learn/suggest.ts';
import type { Judged } from '../../lib/core/learn/tagged.ts';

/** What the worker is asked. */
export type Ask = { do: 'learn'; workspace: string } | { do: 'suggest'; post: Judged };
/** What it says to a message of that id. */
export type Answer = { id: number; said: unknown } | { id: number; failed: string };

export interface Learner {
  /** Learns from all judgements in force; asked again meanwhile, it is done once. Returns how many there were. */
  learn(): Promise<number>;
  /** What it would say of a post; null where it is not sure, or has not learned anything. */
  suggest(post: Judged): Promise<Suggestion | null>;
}

interface Waiting {
  resolve(said: never): void;
  reject(error: unknown): void;
}

function startLearner(workspace: string): Learner & { end(): void } {
  const worker = new Worker(new URL('./learner.worker.ts', import.meta.url), { type: 'module', name: 'learner' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.said as never);
  });
  // The script itself could not be run: nobody will answer any more.
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  const ask = <T>(what: Ask) =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ask: what });
    });

  let learning: Promise<number> | undefined;
  return {
    learn() {
      learning ??= ask<number>({ do: 'learn', workspace }).finally(() => {
        learning = undefined;
      });
      return learning;
    },
    suggest: (post) => ask({ do: 'suggest', post }),
    end: () => worker.terminate(),
  };
}

let current: { workspace: string; learner: ReturnType<typeof startLearner> } | undefined;

/** The learner of a workspace. */
export function learnerOf(workspace: string): Learner {
  if (current?.workspace !== workspace) {
    current?.learner.end();
    current = { workspace, learner: startLearner(workspace) };
  }
  return current.learner;
}
