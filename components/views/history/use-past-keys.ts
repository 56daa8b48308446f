import type { LongList } from '../../list/use-parts.ts';
import type { Rows } from '../../list/use-rows.ts';
import { useSteps } from '../../list/use-steps.ts';
import { useListKeys } from '../library/use-list-keys.ts';

interface Wanted {
  list: LongList<unknown>;
  rows: Rows;
  /** A row with which nothing can be done. */
  skip?(key: string): boolean;
  takeBack(): void;
}

/** J and K go from row to row, onto what can be done with it; Z takes back what was done here last. */
export function usePastKeys({ takeBack, ...steps }: Wanted): void {
  const { step, toStart, toEnd } = useSteps({ ...steps, target: (row) => row.querySelector('button') });
  useListKeys((key) => {
    if (key === 'J') step(1);
    else if (key === 'K') step(-1);
    else if (key === 'HOME') toStart();
    else if (key === 'END') toEnd();
    else if (key === 'Z') takeBack();
    else return false;
    return true;
  });
}
