import { wilson } from '../interval.ts';
import { defineMetric } from '../metric.ts';

const need = 5;

/** (S − W) ÷ (S + W): clips judged a strength against those judged a weakness. Ours; interval as for net sentiment. */
export default defineMetric({
  id: 'tagBalance',
  order: 3,
  unit: 'balance',
  measure({ quadrants: { strength, weakness } }) {
    const n = strength + weakness;
    if (n < need) return { value: null, n, need, reason: 'few-judged' };
    const [low, high] = wilson(strength, n);
    return { value: (strength - weakness) / n, low: 2 * low - 1, high: 2 * high - 1, n };
  },
  counts: ({ quadrants: { strength, weakness } }) => [strength, weakness],
});
