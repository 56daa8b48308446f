import { defineMetric } from '../metric.ts';
import { leastOfRate, shareMeasure } from '../withhold.ts';

/** P ÷ (P + N) (METRICS "BHI"). Net sentiment is twice this less 1, so both are withheld together, as rates. */
export default defineMetric({
  id: 'brandHealth',
  order: 3,
  group: 'voice',
  unit: 'percent',
  of: 'mentions',
  measure: ({ sentiments: { positive, negative } }) => shareMeasure(positive, positive + negative, 'few-rated', leastOfRate),
  counts: ({ sentiments: { positive, negative } }) => [positive, positive + negative],
});
