import { defineMetric } from '../metric.ts';
import type { Tally } from '../tally.ts';
import { ascending, medianMeasure } from '../withhold.ts';

const known = ({ seen }: Tally): number[] => ascending(seen.posts.flatMap(({ metrics: { shares } }) => shares ?? []));

/** METRICS "Amplification / conversation / applause": shares ÷ posts, here of the posts that name the brand; the median, with that quotient beside it. */
export default defineMetric({
  id: 'amplification',
  order: 3,
  group: 'mentions',
  unit: 'number',
  of: 'mentions',
  measure: (own) => medianMeasure(known(own), own.mentions, 'numbers-unknown'),
  counts: (own) => [known(own).length, own.mentions],
});
