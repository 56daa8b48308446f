import { averageOf, type Scale, scaleOf } from '../../../lib/core/benchmark.ts';
import type { Measure, Metric } from '../../../lib/core/metric.ts';
import type { Brand } from '../../../lib/core/records.ts';
import type { Tally } from '../../../lib/core/tally.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { inUnit, number, percent } from '../../ui/format.ts';

/** A value with all the digits that its interval allows to compare. */
export const exactly = (unit: Metric['unit'], value: number): string => (unit === 'percent' ? percent(value, true) : inUnit(unit, value));

/** Names one number of the benchmark in addresses and ids. */
export const cellKey = (metric: Metric, brand: Pick<Brand, 'id'>): string => `${metric.id}|${brand.id}`;

/** One metric of all brands compared, on one scale. */
export interface Column {
  metric: Metric;
  measures: Measure[];
  scale: Scale;
}

export const columnsOf = (metrics: readonly Metric[], tallies: readonly Tally[]): Column[] =>
  metrics.map((metric) => {
    const measures = tallies.map((tally) => metric.measure(tally, tallies));
    return { metric, measures, scale: scaleOf(measures, metric.unit) };
  });

/** Which average: of the rivals alone, or of all compared. */
export const averages = ['average', 'landscape'] as const;
export type Average = (typeof averages)[number];

/** Names an average as `cellKey` names a brand's number. */
export const averageKey = (metric: Metric, whose: Average): string => `${metric.id}|${whose}`;

/** Those of a list of all compared, the own brand first, that an average is of. */
export const within = <T>(whose: Average, compared: readonly T[]): readonly T[] => (whose === 'average' ? compared.slice(1) : compared);

export const averageIn = ({ measures }: Pick<Column, 'measures'>, whose: Average) => averageOf(within(whose, measures));

/** Over how many brands an average goes, where not over all. */
export const ofBrands = ({ measured, of }: NonNullable<ReturnType<typeof averageIn>>): string =>
  measured < of ? i18n.t('benchmark.ofBrands', of, { n: number(measured), of: number(of) }) : '';
