import { lazy, Suspense } from 'react';
import { hasViews } from '../../lib/db/queries.ts';
import { useLive } from '../store.tsx';

/** Reads records, and so brings their schema: only where there is a view. */
const PinnedLink = lazy(() => import('./pinned-link.tsx').then(({ PinnedLink: it }) => ({ default: it })));

/** The view that was pinned, one click away; below all else, so that nothing moves for it. */
export function PinnedView() {
  const some = useLive(hasViews, []);
  return some ? (
    <Suspense>
      <PinnedLink />
    </Suspense>
  ) : null;
}
