/** What the benchmark's charts and tables are as CSV: one number a line, with what it stands on; what is withheld has its reason instead. */
import { audienceGrowth, followersSeen } from '../../../lib/core/audience.ts';
import type { Field } from '../../../lib/core/csv.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { metricWords } from '../../metric-words.ts';
import { networkName } from '../../ui/network-name.ts';
import { withheldWords } from '../../ui/withheld.tsx';
import { type BenchmarkData, countedOf } from './benchmark-data.ts';
import { averageIn, averages, type Column, ofBrands } from './columns.ts';
import { columnOf, mixName } from './mix-columns.ts';
import { type MixData, mixTables, type Opened, type ShownMix } from './mix-tables.ts';
import type { SeenData } from './seen-data.ts';

const counted = (data: BenchmarkData): string => countedOf(data).join(' ');

/** Averages stand after the brands, under their own name; they have no interval, and what they are of stands beside their formula. */
const averageRows = (column: Column, data: BenchmarkData): Field[][] =>
  averages.flatMap((whose) => {
    const average = data.compared.length > 1 && averageIn(column, whose);
    if (!average) return [];
    const { from, to } = data.period;
    const formula = [i18n.t('averages.formula'), ofBrands(average)].filter(Boolean).join(' · ');
    const name = i18n.t(`benchmark.${whose}`);
    return [[metricWords(column.metric, 'name'), name, average.value, null, null, null, null, null, formula, from, to, counted(data)]];
  });

export function measureRows(columns: readonly Column[], data: BenchmarkData): Field[][] {
  const { compared, period } = data;
  return [
    ['metric', 'brand', 'value', 'low', 'high', 'n', 'mean', 'withheld', 'formula', 'from', 'to', 'networks'],
    ...columns.flatMap((column) => {
      const { metric, measures } = column;
      const rows = compared.map(({ brand }, index): Field[] => {
        const measure = measures[index]!;
        const known = measure.value === null ? null : measure;
        const numbers = [measure.value, known?.low ?? null, known?.high ?? null, measure.n, known?.mean ?? null];
        const reason = measure.value === null ? withheldWords(measure) : null;
        return [metricWords(metric, 'name'), brand.name, ...numbers, reason, metricWords(metric, 'formula'), period.from, period.to, counted(data)];
      });
      return [...rows, ...averageRows(column, data)];
    }),
  ];
}

/** A theme that others stand under says that they are counted in. */
function kindOf(mix: ShownMix, key: string | null, data: SeenData): string {
  if (key === null) return i18n.t('benchmark.others');
  const { name, opens } = columnOf(mix, key, data);
  return opens ? `${name} ${i18n.t('themes.withUnder')}` : name;
}

export function mixRows(data: MixData, opened: Opened): Field[][] {
  const { compared, period } = data;
  return [
    ['mix', 'brand', 'kind', 'share', 'low', 'high', 'clips', 'n', 'withheld', 'from', 'to', 'networks'],
    ...mixTables(data, opened).flatMap((mix) =>
      mix.table.rows.flatMap(({ n, need, shares }, index) =>
        mix.table.columns.map((key, place): Field[] => {
          const share = shares?.[place];
          const numbers = [share?.value ?? null, share?.low ?? null, share?.high ?? null, share?.count ?? null, n];
          const reason = share ? null : i18n.t('benchmark.mixNeeds', { n: String(n), need: String(need) });
          const { name } = compared[index]!.brand;
          return [mixName(mix), name, kindOf(mix, key, data), ...numbers, reason, period.from, period.to, counted(data)];
        }),
      ),
    ),
  ];
}

export function audienceRows({ accounts, compared, period }: BenchmarkData, timeZone: string): Field[][] {
  return [
    ['brand', 'network', 'account', 'followers', 'rounded', 'seen', 'net', 'growth', 'snapshots', 'from', 'to'],
    ...accounts.map(({ profile, snapshots }): Field[] => {
      const seen = followersSeen(snapshots, timeZone);
      const last = seen.at(-1);
      const growth = audienceGrowth(seen, period.from, period.to);
      return [
        compared.find(({ brand }) => brand.id === profile.brand)?.brand.name ?? null,
        networkName(profile.platform),
        profile.handle,
        ...[last?.followers ?? null, last ? Number(last.rounded) : null, last?.day ?? null],
        ...(growth.value === null ? [null, null] : [growth.net, growth.value]),
        ...[growth.n, period.from, period.to],
      ];
    }),
  ];
}
