import { useListKeys } from '../library/use-list-keys.ts';

/** J and K go from row to row, onto what can be done with it; Z takes back what was done here last. */
export function usePastKeys(takeBack: () => void): void {
  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll('.past-row:has(button)')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = at < 0 ? rows[0] : rows[at + by];
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
