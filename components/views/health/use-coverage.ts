import { useEffect, useState } from 'react';
import type { Coverage } from '../../../lib/core/coverage.ts';
import { coverage } from '../../../lib/settings.ts';

/** How well each adapter reads its site, by its id, kept up as pages are read; undefined until known. */
export function useCoverage(): Record<string, Coverage> | undefined {
  const [all, setAll] = useState<Record<string, Coverage>>();
  useEffect(() => {
    let mounted = true;
    void coverage.getValue().then((known) => mounted && setAll(known));
    const unwatch = coverage.watch(setAll);
    return () => {
      mounted = false;
      unwatch();
    };
  }, []);
  return all;
}
