import { defineMetric } from '../metric.ts';
import { medianMeasure } from '../withhold.ts';

/** Median of likes + comments + shares per post, the numbers anybody can see (METRICS "Engagement numerator"). */
export default defineMetric({
  id: 'engagementPerPost',
  order: 4,
  group: null,
  unit: 'number',
  of: 'mentions',
  measure: ({ engagements, mentions }) => medianMeasure(engagements, mentions, 'likes-unknown'),
  counts: ({ engagements, mentions }) => [engagements.length, mentions],
});
