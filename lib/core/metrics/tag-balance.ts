import { defineMetric } from '../metric.ts';
import { balanceMeasure } from '../withhold.ts';

/** (S − W) ÷ (S + W): clips judged a strength against those judged a weakness. Ours; interval as for net sentiment. */
export default defineMetric({
  id: 'tagBalance',
  order: 3,
  group: null,
  unit: 'balance',
  of: 'mentions',
  measure: ({ quadrants: { strength, weakness } }) => balanceMeasure(strength, weakness, 'few-judged'),
  counts: ({ quadrants: { strength, weakness } }) => [strength, weakness],
});
