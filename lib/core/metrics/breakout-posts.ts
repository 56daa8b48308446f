import { breakoutsOf } from '../breakout.ts';
import { defineMetric } from '../metric.ts';

/** How many posts of the brand's accounts broke out (core/breakout.ts, METRICS "Breakout", ours). A count of what was seen, so without an interval. */
export default defineMetric({
  id: 'breakoutPosts',
  order: 3,
  group: 'own',
  unit: 'number',
  of: 'own',
  measure({ seen: { own, hasAccount } }) {
    if (!hasAccount) return { value: null, n: 0, need: 1, reason: 'no-account' };
    const { posts, judged, need } = breakoutsOf(own);
    if (judged === 0) return { value: null, n: own.length, need, reason: 'few-own' };
    return { value: posts.length, low: null, high: null, n: judged };
  },
  counts({ seen: { own } }) {
    const { posts, judged } = breakoutsOf(own);
    return [posts.length, judged];
  },
});
