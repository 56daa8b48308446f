import { useEffect } from 'react';
import { isTyping } from '../../typing.ts';
import { useSingleKeys } from '../../use-single-keys.ts';

/**
 * Single keys of the page's list. They act wherever on the page the focus is, but not in the margin, which has its own,
 * nor while one types. `act` says whether the key meant anything.
 */
export function useListKeys(act: (key: string, shift: boolean) => boolean): void {
  const on = useSingleKeys();
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const elsewhere = event.target instanceof Element && event.target.closest('.margin, .toast, dialog, header');
      if (!elsewhere && act(event.key.toUpperCase(), event.shiftKey)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
