import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, Fragment, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { activeStore, type Store } from '../lib/db/store.ts';
import { activeWorkspace } from '../lib/settings.ts';

const StoreContext = createContext<Store | null>(null);

/** The active workspace, opened. */
export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error('useStore outside of StoreProvider');
  return store;
}

/** The active workspace, `opening` since before React was there, or `opened` already; another where the person switches, here or on any other surface. Draws nothing before it is open. */
export function StoreProvider({ opening, opened, children }: { opening: Promise<Store>; opened?: Store | undefined; children: ReactNode }) {
  const [store, setStore] = useState(opened);
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    // The last one asked for counts, also where an earlier one takes longer to open.
    let wanted: Promise<Store> | null = null;
    const follow = (promised: Promise<Store>) => {
      wanted = promised;
      return promised.then(
        (opened) => wanted === promised && setStore(opened),
        (error: unknown) => wanted === promised && setFailure({ error }),
      );
    };
    void follow(opening);
    const unwatch = activeWorkspace.watch(() => void follow(activeStore()));
    return () => {
      wanted = null;
      unwatch();
    };
  }, [opening]);
  if (failure) throw failure.error;
  if (!store) return null;
  return (
    <StoreContext value={store}>
      {/* The key: nothing of one workspace is ever shown in another. */}
      <Fragment key={store.workspace.id}>{children}</Fragment>
    </StoreContext>
  );
}

/**
 * The answer of a query, kept up with every change that any surface or the background writes.
 * `undefined` is loading, also right after `deps` changed: an old answer is never shown for a new question.
 */
export function useLive<T>(query: (store: Store) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const store = useStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its query depends on
  const asked = useMemo(() => ({}), [store, ...deps]);
  const answer = useLiveQuery(async () => ({ asked, value: await query(store) }), [asked]);
  return answer?.asked === asked ? answer.value : undefined;
}
