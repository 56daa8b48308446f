import { defineMetric } from '../metric.ts';
import { engagementOf } from '../posts.ts';
import type { Tally } from '../tally.ts';
import { ascending, leastOfRate, medianMeasure } from '../withhold.ts';

function rates({ seen }: Tally): number[] {
  return ascending(
    seen.own.flatMap((post) => {
      const engagement = engagementOf(post);
      return engagement === null || !post.followers ? [] : engagement / post.followers;
    }),
  );
}

/** Engagement ÷ followers of the account at the time of the post (METRICS "Engagement rate" by follower), of what the brand's accounts published. */
export default defineMetric({
  id: 'engagementRateByFollowers',
  order: 2,
  group: 'own',
  unit: 'percent',
  of: 'own',
  measure(own) {
    const { hasAccount, own: published } = own.seen;
    if (!hasAccount) return { value: null, n: 0, need: 1, reason: 'no-account' };
    if (published.length < leastOfRate) return { value: null, n: published.length, need: leastOfRate, reason: 'few-own' };
    return medianMeasure(rates(own), published.length, 'followers-unknown');
  },
  counts: (own) => [rates(own).length, own.seen.own.length],
});
