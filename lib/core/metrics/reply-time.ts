import { defineMetric } from '../metric.ts';
import { medianMeasure } from '../withhold.ts';

/** Hours from a clip to the brand's first answer (METRICS "Response", all hours, the median), where both times are known to the minute. */
export default defineMetric({
  id: 'replyTime',
  order: 2,
  group: 'care',
  unit: 'number',
  of: 'mentions',
  measure({ seen: { minutes, answered, hasAccount } }) {
    if (!hasAccount) return { value: null, n: 0, need: 1, reason: 'no-account' };
    return medianMeasure(
      minutes.map((minute) => minute / 60),
      answered,
      'few-answered',
    );
  },
  counts: ({ seen: { minutes, answered } }) => [minutes.length, answered],
});
