import { defineMetric } from '../metric.ts';
import { leastOfRate } from '../withhold.ts';

/**
 * Posts ÷ days × 7 (METRICS "Posting frequency"), of what the brand's accounts published and somebody here clipped: at least so often, so it
 * has no interval.
 */
export default defineMetric({
  id: 'postingFrequency',
  order: 1,
  group: 'own',
  unit: 'number',
  of: 'own',
  measure({ seen: { own, days, hasAccount } }) {
    const n = own.length;
    if (!hasAccount) return { value: null, n: 0, need: 1, reason: 'no-account' };
    if (n < leastOfRate) return { value: null, n, need: leastOfRate, reason: 'few-own' };
    return { value: (n / days) * 7, low: null, high: null, n };
  },
  counts: ({ seen: { own, days } }) => [own.length, days],
});
