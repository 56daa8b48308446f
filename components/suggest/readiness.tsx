import { judgementsNeeded } from '../../lib/core/learn/tagged.ts';
import { clipsByQuadrant } from '../../lib/db/examples.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive } from '../store.tsx';
import { number } from '../ui/format.ts';

/** How many more judgements it takes before anything is suggested; or of how many it has learned, and when it speaks. */
export function Readiness() {
  const given = useLive(clipsByQuadrant, []);
  if (!given) return null;
  const needed = judgementsNeeded(given);
  const all = Object.values(given).reduce((sum, times) => sum + times, 0);
  return <p className="meta">{needed > 0 ? i18n.t('suggest.needed', needed, [number(needed)]) : i18n.t('suggest.ready', all, [number(all)])}</p>;
}
