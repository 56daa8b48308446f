import { defineMetric } from '../metric.ts';
import type { Tally } from '../tally.ts';
import { leastOfShare } from '../withhold.ts';

/** Scores may be below zero; such a post adds none. */
const sumOf = ({ engagements }: Tally): number => engagements.sum((value) => Math.max(0, value));
const allOf = (compared: readonly Tally[]): number => compared.reduce((sum, tally) => sum + sumOf(tally), 0);

/**
 * Share of voice by likes + comments + shares (METRICS "Share of voice": by any KPI). Without an interval: a few posts decide such sums, and no
 * known interval covers them. n counts posts. Withheld where likes are known for fewer than half of any brand's mentions.
 */
export default defineMetric({
  id: 'shareByEngagement',
  order: 2,
  group: 'voice',
  unit: 'percent',
  of: 'mentions',
  measure(own, compared) {
    const n = compared.reduce((sum, { engagements }) => sum + engagements.length, 0);
    const all = allOf(compared);
    if (n < leastOfShare || all === 0) return { value: null, n, need: leastOfShare, reason: 'few-posts' };
    const unknown = compared.find(({ engagements, mentions }) => engagements.length < mentions / 2);
    if (unknown) return { value: null, n: unknown.engagements.length, need: Math.ceil(unknown.mentions / 2), reason: 'likes-unknown' };
    return { value: sumOf(own) / all, low: null, high: null, n };
  },
  counts: (own, compared) => [sumOf(own), allOf(compared)],
});
