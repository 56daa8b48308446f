import { defineMetric } from '../metric.ts';
import { engagementOf } from '../posts.ts';
import type { Tally } from '../tally.ts';
import { ascending, medianMeasure } from '../withhold.ts';

function rates({ seen }: Tally): number[] {
  return ascending(
    seen.posts.flatMap((post) => {
      const engagement = engagementOf(post);
      return engagement === null || !post.metrics.views ? [] : engagement / post.metrics.views;
    }),
  );
}

/**
 * Engagement ÷ views of the same post (METRICS "Engagement rate" by impression), of posts that name the brand and show both. Its denominator
 * is networks that print views, so it is not held to half of all mentions.
 */
export default defineMetric({
  id: 'engagementRateByViews',
  order: 4,
  group: 'mentions',
  unit: 'percent',
  of: 'mentions',
  measure: (own) => medianMeasure(rates(own), own.seen.posts.filter(({ metrics }) => metrics.views).length, 'numbers-unknown'),
  counts: (own) => [rates(own).length, own.mentions],
});
