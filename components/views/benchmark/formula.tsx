import type { Measure } from '../../../lib/core/metric.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { libraryLink } from '../../links.ts';
import { metricWords } from '../../metric-words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { days, list, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Whisker } from '../../ui/whisker.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { type Column, cellKey, exactly } from './brand-table.tsx';
import { ScaleHead } from './scale-head.tsx';

interface Props {
  data: BenchmarkData;
  column: Column;
  /** Which of the compared brands. */
  index: number;
  onClose(): void;
}

type Known = Extract<Measure, { value: number }>;

/** How one number came about: its words, its counts, its interval, and what it stands on. */
export function Formula({ data, column: { metric, measures, scale }, index, onClose }: Props) {
  const { brand, tally } = data.compared[index]!;
  const measure = measures[index] as Known;
  const [a = 0, b = 0] = metric.counts(
    tally,
    data.compared.map((one) => one.tally),
  );
  const value = exactly(metric.unit, measure.value);
  const networks = data.networks.filter((network) => !data.chosen || data.chosen.has(network));
  const filter = { brand: brand.id, ...data.period, ...(data.chosen && { on: [...data.chosen].join(',') }) };
  return (
    <Margin
      label={i18n.t('benchmark.formula')}
      opener={`number-${cellKey(metric, brand)}`}
      onClose={onClose}
      head={<span className="meta">{i18n.t('benchmark.formulaFor', { brand: brand.name })}</span>}
    >
      <h2 className="section-title">{metricWords(metric, 'name')}</h2>
      <p className="control ink-2">{metricWords(metric, 'what', { brand: brand.name })}</p>
      <div className="formula-filled">
        <p className="row wrap">
          <span>{metricWords(metric, 'filled', { a: number(a), b: number(b) })}</span>
          <span>=</span>
          <strong>{value}</strong>
        </p>
        <p className="meta">{metricWords(metric, 'formula')}</p>
      </div>
      <Whisker {...measure} min={scale.low} max={scale.high} own={brand.kind === 'own'} width={256} />
      <ScaleHead scale={scale} unit={metric.unit} width={256} />
      <p className="control formula-interval">
        {i18n.t('benchmark.interval', { low: exactly(metric.unit, measure.low), high: exactly(metric.unit, measure.high) })}
      </p>
      <p className="meta">{metricWords(metric, 'interval')}</p>
      <dl className="facts-list">
        <dt>{i18n.t('benchmark.window')}</dt>
        <dd>{days(data.period.from, data.period.to)}</dd>
        <dt>{i18n.t('benchmark.networks')}</dt>
        <dd>{networks.length > 0 ? list(networks.map(networkName)) : i18n.t('benchmark.noNetworks')}</dd>
        <dt>n</dt>
        <dd>{number(measure.n)}</dd>
        <dt>{i18n.t('benchmark.source')}</dt>
        <dd>{metricWords(metric, 'source')}</dd>
      </dl>
      <ButtonLink className="margin-act" href={libraryLink(filter)}>
        {i18n.t('benchmark.open', tally.mentions, { n: number(tally.mentions) })}
      </ButtonLink>
    </Margin>
  );
}
