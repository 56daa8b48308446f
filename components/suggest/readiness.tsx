import { judgementsNeeded, shownEnough } from '../../lib/core/learn/tagged.ts';
import { clipsByQuadrant } from '../../lib/db/examples.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive } from '../store.tsx';
import { number } from '../ui/format.ts';

/** How many more judgements it takes before anything is suggested; then, when it speaks. */
export function Readiness() {
  const given = useLive((store) => clipsByQuadrant(store, shownEnough), []);
  if (!given) return null;
  const needed = judgementsNeeded(given);
  return <p className="meta">{needed > 0 ? i18n.t('suggest.needed', needed, [number(needed)]) : i18n.t('suggest.ready')}</p>;
}
