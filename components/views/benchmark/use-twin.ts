import { useEffect, useState } from 'react';
import { isTyping } from '../../typing.ts';
import { useSingleKeys } from '../../use-single-keys.ts';

/** Whether charts are shown as their table twins; Shift+T turns all of them. */
export function useTwin(): [twin: boolean, turn: () => void] {
  const [twin, setTwin] = useState(false);
  const singleKeys = useSingleKeys();
  const turn = () => setTwin((shown) => !shown);
  useEffect(() => {
    if (!singleKeys) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toUpperCase() !== 'T' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      setTwin((shown) => !shown);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [singleKeys]);
  return [twin, turn];
}
