import { defineMetric } from '../metric.ts';
import type { Tally } from '../tally.ts';
import { shareMeasure } from '../withhold.ts';

const allOf = (compared: readonly Tally[]): number => compared.reduce((sum, { seen }) => sum + seen.authors, 0);

/** Share of voice where each author counts once for each brand that he or she names, however often (METRICS "Share of voice": by any KPI). */
export default defineMetric({
  id: 'shareByAuthors',
  order: 1,
  group: 'voice',
  unit: 'percent',
  of: 'mentions',
  measure: ({ seen }, compared) => shareMeasure(seen.authors, allOf(compared), 'few-authors'),
  counts: ({ seen }, compared) => [seen.authors, allOf(compared)],
});
