import { defineMetric } from '../metric.ts';
import { balanceMeasure } from '../withhold.ts';

/** (P − N) ÷ (P + N) over clips whose sentiment a person set (METRICS "Net sentiment"); its interval is Wilson's of P ÷ (P + N), stretched to −1…1. */
export default defineMetric({
  id: 'netSentiment',
  order: 2,
  group: null,
  unit: 'balance',
  of: 'mentions',
  measure: ({ sentiments: { positive, negative } }) => balanceMeasure(positive, negative, 'few-rated'),
  counts: ({ sentiments: { positive, negative } }) => [positive, negative],
});
