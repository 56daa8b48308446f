import type { Draft, MetricName, Metrics } from '../../core/draft.ts';
import { type Count, readCount } from './numbers.ts';

const unknown: Metrics = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };

/** A draft from what an adapter found; everything it does not say is unknown. */
export const draftOf = (found: Pick<Draft, 'kind' | 'platform'> & Partial<Draft>): Draft => ({
  url: null,
  nativeId: null,
  author: { name: null, handle: null },
  text: '',
  truncated: false,
  publishedAt: null,
  metrics: unknown,
  rounded: [],
  media: [],
  promoted: false,
  ...found,
});

/** A label to be read, a count already read, an exact number, or nothing. */
export type Figure = string | Count | number | null | undefined;

const countOf = (figure: Figure): Count | null => {
  if (typeof figure === 'string') return readCount(figure);
  if (typeof figure === 'number') return { value: figure, rounded: false };
  return figure ?? null;
};

/** Public numbers from labels or figures, and which of them the page shows rounded; spread into `draftOf`. */
export function metricsOf(figures: Partial<Record<MetricName, Figure>>): Pick<Draft, 'metrics' | 'rounded'> {
  const metrics = { ...unknown };
  const rounded: MetricName[] = [];
  for (const name of Object.keys(figures) as MetricName[]) {
    const count = countOf(figures[name]);
    // Only a score, which stands for likes, goes below zero.
    if (!count || !Number.isFinite(count.value) || (count.value < 0 && name !== 'likes')) continue;
    metrics[name] = count.value;
    if (count.rounded) rounded.push(name);
  }
  return { metrics, rounded };
}
