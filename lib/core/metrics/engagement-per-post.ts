import { median, medianInterval } from '../interval.ts';
import { defineMetric } from '../metric.ts';

const need = 5;

/**
 * Median of likes + comments + shares per post, the numbers anybody can see (METRICS "Engagement numerator").
 * Withheld where likes are known for fewer than half of the posts: those that show them are not the others' equals.
 */
export default defineMetric({
  id: 'engagementPerPost',
  order: 4,
  unit: 'number',
  measure({ engagements, mentions }) {
    const n = engagements.length;
    if (n < Math.max(need, mentions / 2)) return { value: null, n, need: Math.max(need, Math.ceil(mentions / 2)), reason: 'likes-unknown' };
    const [low, high] = medianInterval(engagements);
    return { value: median(engagements), low, high, n };
  },
  counts: ({ engagements, mentions }) => [engagements.length, mentions],
});
