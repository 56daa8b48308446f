/** Makes the store's writes fail, within one test. */
import { onTestFinished } from 'vitest';
import type { StoreFault } from '../../lib/db/faults.ts';

const scope = globalThis as { storeFault?: StoreFault | undefined };

/** After so many more writes every other one fails, with the name of a DOMException; returns what ends it. */
export function failWrites(name: string, after = 0): () => void {
  scope.storeFault = { name, after };
  const end = () => {
    scope.storeFault = undefined;
  };
  onTestFinished(end);
  return end;
}
