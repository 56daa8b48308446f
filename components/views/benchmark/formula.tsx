import { breakoutsOf } from '../../../lib/core/breakout.ts';
import { dayIn } from '../../../lib/core/day.ts';
import type { Known } from '../../../lib/core/metric.ts';
import { engagementOf } from '../../../lib/core/posts.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { libraryLink } from '../../links.ts';
import { metricWords } from '../../metric-words.ts';
import { useStore } from '../../store.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { day, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Whisker } from '../../ui/whisker.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { type Column, cellKey, exactly } from './columns.ts';
import { FormulaFacts } from './facts.tsx';
import { clipsLink } from './measure-cell.tsx';
import { ScaleHead } from './scale-head.tsx';

interface Props {
  data: BenchmarkData;
  column: Column;
  /** Which of the compared brands. */
  index: number;
  onClose(): void;
}

/** Each post that broke out, leading to what its account published that day. */
function Breakouts({ brand, tally }: BenchmarkData['compared'][number]) {
  const { workspace } = useStore();
  const today = dayIn(workspace.timeZone, new Date());
  return (
    <>
      <h3 className="control">{i18n.t('benchmark.breakouts')}</h3>
      <ul className="breakouts control">
        {breakoutsOf(tally.seen.own).posts.map((post) => {
          const words = { network: networkName(post.platform), day: day(post.day, today), n: number(engagementOf(post)!) };
          const filter = { brand: brand.id, from: post.day, to: post.day, on: post.platform, text: post.person.slice(1) };
          return (
            <li key={JSON.stringify(post)}>
              <a href={libraryLink(filter)}>{i18n.t('benchmark.breakout', words)}</a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How one number came about: its words, its counts, its interval, and what it stands on. */
export function Formula({ data, column: { metric, measures, scale }, index, onClose }: Props) {
  const { brand, tally } = data.compared[index]!;
  const measure = measures[index] as Known;
  const [a = 0, b = 0] = metric.counts(
    tally,
    data.compared.map((one) => one.tally),
  );
  const value = exactly(metric.unit, measure.value);
  const clips = metric.of === 'own' ? tally.seen.own.length : tally.mentions;
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
        {measure.low === null
          ? i18n.t('benchmark.noInterval')
          : i18n.t('benchmark.interval', { low: exactly(metric.unit, measure.low), high: exactly(metric.unit, measure.high) })}
      </p>
      {measure.mean !== undefined && <p className="control">{i18n.t('benchmark.mean', { value: exactly(metric.unit, measure.mean) })}</p>}
      <p className="meta">{metricWords(metric, 'interval')}</p>
      <FormulaFacts data={data} n={number(measure.n)} source={metricWords(metric, 'source')} />
      {metric.id === 'breakoutPosts' && measure.value > 0 && <Breakouts brand={brand} tally={tally} />}
      <ButtonLink className="margin-act" href={clipsLink(metric, brand, data)}>
        {i18n.t('benchmark.open', clips, { n: number(clips) })}
      </ButtonLink>
    </Margin>
  );
}
