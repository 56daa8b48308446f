import { useEffect, useState } from 'react';
import { pictures } from '../lib/settings.ts';

/** Whether pictures of clipped posts are kept; null until that is known. */
export function usePictures(): boolean | null {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    let mounted = true;
    void pictures.getValue().then((set) => mounted && setOn(set));
    const unwatch = pictures.watch(setOn);
    return () => {
      mounted = false;
      unwatch();
    };
  }, []);
  return on;
}
