import { defineMetric } from '../metric.ts';
import { leastOfRate, shareMeasure } from '../withhold.ts';

/** Answered ÷ answerable (METRICS "Response"): of the clips by others that name the brand, those under which an answer by its account was clipped too. */
export default defineMetric({
  id: 'replyRate',
  order: 1,
  group: 'care',
  unit: 'percent',
  of: 'mentions',
  measure({ seen: { answered, answerable, hasAccount } }) {
    if (!hasAccount) return { value: null, n: 0, need: 1, reason: 'no-account' };
    // That it never answers cannot be told from nobody having looked.
    if (answered === 0) return { value: null, n: 0, need: 1, reason: 'none-answered' };
    return shareMeasure(answered, answerable, 'few-answerable', leastOfRate);
  },
  counts: ({ seen: { answered, answerable } }) => [answered, answerable],
});
