import { liveQuery } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, Fragment, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { openings, waiting } from '../lib/db/opening.ts';
import { activeStore, type Store } from '../lib/db/store.ts';
import { i18n } from '../lib/i18n/index.ts';
import { activeWorkspace } from '../lib/settings.ts';
import { Button } from './ui/button.tsx';

const StoreContext = createContext<Store | null>(null);

/** The active workspace, opened. */
export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error('useStore outside of StoreProvider');
  return store;
}

interface Trouble {
  what: 'blocked' | 'removed';
  /** Name of the database. */
  of: string;
}

/** What stands in the way of the store: another window that holds it up, or that its data are gone. */
function useTrouble(): Trouble | null {
  const [trouble, setTrouble] = useState<Trouble | null>(() => [...waiting].map((of) => ({ what: 'blocked' as const, of }))[0] ?? null);
  useEffect(() => {
    const hear = ({ type, detail }: Event & { detail?: string }) => {
      const of = detail ?? '';
      if (type === 'opened') setTrouble((before) => (before?.what === 'blocked' && before.of === of ? null : before));
      else setTrouble({ what: type as Trouble['what'], of });
    };
    const types = ['blocked', 'opened', 'removed'];
    for (const type of types) openings.addEventListener(type, hear);
    return () => {
      for (const type of types) openings.removeEventListener(type, hear);
    };
  }, []);
  return trouble;
}

function Troubled({ what }: Pick<Trouble, 'what'>) {
  return (
    <main className="failure" role="alert">
      <h1 className="section-title">{i18n.t(`ui.${what}.title`)}</h1>
      <p className="control">{i18n.t(`ui.${what}.todo`)}</p>
      {what === 'removed' && (
        <div className="row">
          <Button look="primary" onClick={() => location.reload()}>
            {i18n.t('ui.removed.reload')}
          </Button>
        </div>
      )}
    </main>
  );
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
  const trouble = useTrouble();
  if (failure) throw failure.error;
  if (trouble?.what === 'blocked' && !store) return <Troubled what="blocked" />;
  if (!store) return null;
  if (trouble?.what === 'removed' && trouble.of === store.db.name) return <Troubled what="removed" />;
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

/**
 * The same of several questions, by key, each kept up by itself: where one query for all of them would ask everything again at each change, here
 * only what a change touches is. `undefined` until all are answered, also right after the keys changed.
 */
export function useLiveEach<T>(
  query: (store: Store, key: string) => Promise<T>,
  keys: readonly string[] | undefined,
): ReadonlyMap<string, T> | undefined {
  const store = useStore();
  const asked = keys && JSON.stringify(keys);
  const [answer, setAnswer] = useState<{ of: string; values: ReadonlyMap<string, T> }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is a function of its store and key alone
  useEffect(() => {
    if (asked === undefined) return;
    const values = new Map<string, T>();
    const all = JSON.parse(asked) as string[];
    if (all.length === 0) setAnswer({ of: asked, values });
    const following = all.map((key) =>
      liveQuery(() => query(store, key)).subscribe(
        (value) => {
          values.set(key, value);
          if (values.size === all.length) setAnswer({ of: asked, values: new Map(values) });
        },
        (error) => setFailure({ error }),
      ),
    );
    return () => {
      for (const one of following) one.unsubscribe();
    };
  }, [store, asked]);
  if (failure) throw failure.error;
  return answer?.of === asked ? answer?.values : undefined;
}
