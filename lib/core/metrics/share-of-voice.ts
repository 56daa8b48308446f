import { defineMetric } from '../metric.ts';
import type { Tally } from '../tally.ts';
import { shareMeasure } from '../withhold.ts';

const allOf = (compared: readonly Tally[]): number => compared.reduce((sum, { mentions }) => sum + mentions, 0);

/** By clips: own ÷ (own + all listed rivals), same window and networks for each (METRICS "Share of voice"). */
export default defineMetric({
  id: 'shareOfVoice',
  order: 1,
  group: null,
  unit: 'percent',
  of: 'mentions',
  measure: ({ mentions }, compared) => shareMeasure(mentions, allOf(compared), 'few-mentions'),
  counts: ({ mentions }, compared) => [mentions, allOf(compared)],
});
