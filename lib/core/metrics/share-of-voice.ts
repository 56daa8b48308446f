import { wilson } from '../interval.ts';
import { defineMetric } from '../metric.ts';

/** Shares of fewer mentions than this are hidden (METRICS "Share of voice"). */
const need = 20;

/** By mentions: own ÷ (own + all listed rivals), same window and networks for each; Wilson 95 % interval. */
export default defineMetric({
  id: 'shareOfVoice',
  order: 1,
  unit: 'percent',
  measure({ mentions }, compared) {
    const n = compared.reduce((sum, other) => sum + other.mentions, 0);
    if (n < need) return { value: null, n, need, reason: 'few-mentions' };
    const [low, high] = wilson(mentions, n);
    return { value: mentions / n, low, high, n };
  },
  counts: ({ mentions }, compared) => [mentions, compared.reduce((sum, other) => sum + other.mentions, 0)],
});
