/** The learner, off the main thread: it reads the judgements itself, keeps what it learned in memory, and answers one message after the other. */
import type { Model } from '../../lib/core/learn/learner.ts';
import { suggest, trainQuadrants } from '../../lib/core/learn/suggest.ts';
import { openWorkspaceDb, type WorkspaceDb } from '../../lib/db/database.ts';
import { examplesOf } from '../../lib/db/examples.ts';
import type { Answer, Ask } from './learner.ts';

let db: WorkspaceDb | undefined;
let model: Model | null = null;

async function answer(ask: Ask) {
  if (ask.do === 'suggest') return model && suggest(model, ask.post);
  // Opened once: whoever opens anew would make data anew that were taken away.
  db ??= openWorkspaceDb(ask.workspace);
  const examples = await examplesOf(db);
  model = trainQuadrants(examples);
  return examples.length;
}

addEventListener('message', async ({ data: { id, ask } }: MessageEvent<{ id: number; ask: Ask }>) => {
  try {
    postMessage({ id, said: await answer(ask) } satisfies Answer);
  } catch (error) {
    postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
