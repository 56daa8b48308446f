import { useRef } from 'react';
import { useListKeys } from '../library/use-list-keys.ts';

/** J and K go from row to row, onto what can be done with it; Z takes back what was done here last. */
export function usePastKeys(takeBack: () => void): void {
  /** Where the focus was last: what was done with a row takes its button away, and the focus with it. */
  const place = useRef(0);
  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll('.past-row:has(button)')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at < 0 ? place.current : at + by;
    place.current = Math.max(0, Math.min(rows.length - 1, next));
    const row = rows[place.current];
    row?.querySelector('button')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useListKeys((key) => {
    if (key === 'J') step(1);
    else if (key === 'K') step(-1);
    else if (key === 'Z') takeBack();
    else return false;
    return true;
  });
}
