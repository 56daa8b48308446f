import { useEffect, useState } from 'react';
import { singleKeys } from '../lib/settings.ts';

/** Whether single letters are keys: the person may have turned them off (WCAG 2.1.4). */
export function useSingleKeys(): boolean {
  const [on, setOn] = useState(true);
  useEffect(() => {
    let mounted = true;
    void singleKeys.getValue().then((set) => mounted && setOn(set));
    const unwatch = singleKeys.watch(setOn);
    return () => {
      mounted = false;
      unwatch();
    };
  }, []);
  return on;
}
