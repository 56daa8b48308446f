/** What the catalogues say of a metric under `metrics.<id>`: a new metric brings its words there, and no view knows it by name. */
import type { Metric } from '../lib/core/metric.ts';
import type { MixId } from '../lib/core/mix.ts';
import { i18n } from '../lib/i18n/index.ts';

type About = 'name' | 'what' | 'formula' | 'filled' | 'interval' | 'source';

/** Ids of metrics are found at build time, so their keys cannot be known to the compiler; a test checks that each is there. */
const untyped = i18n.t as unknown as (key: string, words: Record<string, string>) => string;

export const metricWords = ({ id }: Pick<Metric, 'id'>, about: About, words: Record<string, string> = {}): string =>
  untyped(`metrics.${id}.${about}`, words);

export const mixWords = (id: MixId, about: 'name' | 'what' | 'source'): string => untyped(`metrics.${id}.${about}`, {});
