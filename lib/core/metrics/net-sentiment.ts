import { wilson } from '../interval.ts';
import { defineMetric } from '../metric.ts';

const need = 10;

/** (P − N) ÷ (P + N) over clips whose sentiment a person set (METRICS "Net sentiment"); its interval is Wilson's of P ÷ (P + N), stretched to −1…1. */
export default defineMetric({
  id: 'netSentiment',
  order: 2,
  unit: 'balance',
  measure({ sentiments: { positive, negative } }) {
    const n = positive + negative;
    if (n < need) return { value: null, n, need, reason: 'few-rated' };
    const [low, high] = wilson(positive, n);
    return { value: (positive - negative) / n, low: 2 * low - 1, high: 2 * high - 1, n };
  },
  counts: ({ sentiments: { positive, negative } }) => [positive, negative],
});
