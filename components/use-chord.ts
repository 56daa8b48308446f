import { useEffect, useState } from 'react';
import { chord } from '../lib/background/chord.ts';

/** The chord that opens the ring; empty until known, and where the person removed it. */
export function useChord(): string {
  const [keys, setKeys] = useState('');
  useEffect(() => {
    let mounted = true;
    void chord().then((set) => mounted && setKeys(set));
    return () => {
      mounted = false;
    };
  }, []);
  return keys;
}
