import { i18n } from '../../../lib/i18n/index.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { metricWords } from '../../metric-words.ts';
import { number } from '../../ui/format.ts';
import { withheldWords } from '../../ui/withheld.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { type Average, averageIn, averageKey, type Column, cellKey, exactly, within } from './columns.ts';
import { FormulaFacts } from './facts.tsx';

/** "−0.46 + 0.14 − 0.27": balances bear their sign already. */
const sumOf = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map((value) => (value.startsWith('−') ? `− ${value.slice(1)}` : `+ ${value.replace(/^\+/, '')}`))].join(' ');

interface Props {
  data: BenchmarkData;
  column: Column;
  whose: Average;
  onOpen(key: string): void;
  onClose(): void;
}

/** How an average came about: which brands went in with which number, and which were left out and why. */
export function AverageFormula({ data, column, whose, onOpen, onClose }: Props) {
  const { metric, measures } = column;
  const average = averageIn(column, whose);
  if (!average) return null;
  const of = within(
    whose,
    data.compared.map(({ brand }, index) => ({ brand, measure: measures[index]! })),
  );
  const counted = of.flatMap(({ brand, measure }) =>
    measure.value === null ? [] : [{ brand, ...measure, value: exactly(metric.unit, measure.value) }],
  );
  const leftOut = of.flatMap(({ brand, measure }) => (measure.value === null ? [{ brand, why: withheldWords(measure) }] : []));
  const name = i18n.t(`benchmark.${whose}`);
  return (
    <Margin
      label={i18n.t('benchmark.formula')}
      opener={`number-${averageKey(metric, whose)}`}
      onClose={onClose}
      head={<span className="meta">{i18n.t('benchmark.formulaFor', { brand: name })}</span>}
    >
      <h2 className="section-title">{metricWords(metric, 'name')}</h2>
      <p className="control ink-2">{i18n.t(`averages.what.${whose}`, { brand: data.own.name })}</p>
      <div className="formula-filled">
        <p className="row wrap">
          <span>{i18n.t('averages.filled', { values: sumOf(counted.map(({ value }) => value)), n: number(average.measured) })}</span>
          <span>=</span>
          <strong>{exactly(metric.unit, average.value)}</strong>
        </p>
        <p className="meta">{i18n.t('averages.formula')}</p>
      </div>
      <table className="average-of">
        <caption className="small-title">{i18n.t('averages.counted')}</caption>
        <thead className="sr">
          <tr>
            <th scope="col">{i18n.t('dashboard.brand')}</th>
            <th scope="col">{metricWords(metric, 'name')}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ brand, value, n }) => (
            <tr key={brand.id}>
              <th scope="row">{brand.name}</th>
              <td className="figure">
                <button type="button" className="link-button" onClick={() => onOpen(cellKey(metric, brand))}>
                  {value}
                </button>
              </td>
              <td className="figure meta">{i18n.t('benchmark.n', { n: number(n) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut.length > 0 && (
        <>
          <h3 className="small-title left-out">{i18n.t('averages.leftOut')}</h3>
          <dl className="facts-list">
            {leftOut.map(({ brand, why }) => [<dt key={brand.id}>{brand.name}</dt>, <dd key={`${brand.id} why`}>{why}</dd>])}
          </dl>
        </>
      )}
      <p className="meta">{i18n.t('averages.each', { formula: metricWords(metric, 'formula') })}</p>
      <p className="meta">{i18n.t('benchmark.noInterval')}</p>
      <FormulaFacts
        data={data}
        n={i18n.t('averages.n', average.of, { n: number(average.measured), of: number(average.of) })}
        source={i18n.t(`averages.source.${whose}`)}
      />
    </Margin>
  );
}
