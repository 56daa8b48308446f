import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: the browser lays out the paper right after it said so. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const hear = ({ type }: Event) => flushSync(() => setPrinting(type === 'beforeprint'));
    addEventListener('beforeprint', hear);
    addEventListener('afterprint', hear);
    return () => {
      removeEventListener('beforeprint', hear);
      removeEventListener('afterprint', hear);
    };
  }, []);
  return printing;
}
