import { useEffect, useState } from 'react';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** A setting's value, kept up with every surface that changes it; undefined until it is known. */
export function useItem<T>(item: Pick<WxtStorageItem<T, Record<string, unknown>>, 'getValue' | 'watch'>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let mounted = true;
    void item.getValue().then((known) => mounted && setValue(known));
    const unwatch = item.watch((changed) => setValue(changed));
    return () => {
      mounted = false;
      unwatch();
    };
  }, [item]);
  return value;
}
