import { i18n } from '../../../lib/i18n/index.ts';
import { days, list } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { type BenchmarkData, countedOf } from './benchmark-data.ts';

/** The networks counted, by name; or that there are none. */
export function networksIn(data: Pick<BenchmarkData, 'networks' | 'chosen'>): string {
  const counted = countedOf(data);
  return counted.length > 0 ? list(counted.map(networkName)) : i18n.t('benchmark.noNetworks');
}

/** What a formula's numbers stand on. */
export const FormulaFacts = ({ data, n, source }: { data: BenchmarkData; n: string; source: string }) => (
  <dl className="facts-list">
    <dt>{i18n.t('benchmark.window')}</dt>
    <dd>{days(data.period.from, data.period.to)}</dd>
    <dt>{i18n.t('benchmark.networks')}</dt>
    <dd>{networksIn(data)}</dd>
    <dt>n</dt>
    <dd>{n}</dd>
    <dt>{i18n.t('benchmark.source')}</dt>
    <dd>{source}</dd>
  </dl>
);
