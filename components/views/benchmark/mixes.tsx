import { useRef } from 'react';
import { type Mix, mixes, mixTable } from '../../../lib/core/mix.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { mixWords } from '../../metric-words.ts';
import { number, percent } from '../../ui/format.ts';
import { Whisker } from '../../ui/whisker.tsx';
import { Withheld } from '../../ui/withheld.tsx';
import { ChartHead } from './chart-head.tsx';
import { columnOf, mostColumns } from './mix-columns.ts';
import { mixRows } from './rows.ts';
import type { SeenData } from './seen-data.ts';
import { Take } from './take.tsx';

function MixSection({ mix, data }: { mix: Mix; data: SeenData }) {
  const { columns, rows } = mixTable(
    mix,
    data.compared.map(({ tally }) => tally),
    mostColumns,
  );
  if (columns.length === 0) return null;
  const high = Math.max(0.2, ...rows.flatMap(({ shares }) => shares?.map((share) => share.high ?? 0) ?? []));
  return (
    <>
      <h3 id={mix.id}>{mixWords(mix, 'name')}</h3>
      <p className="meta">
        {mixWords(mix, 'what')} {i18n.t('benchmark.mixScale', { high: percent(high) })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key */}
      <section className="wide-table" aria-labelledby={mix.id} tabIndex={0}>
        <table className="mix">
          <thead>
            <tr>
              <th scope="col">{i18n.t('dashboard.brand')}</th>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {key === null ? i18n.t('benchmark.others') : columnOf(mix.id, key, data).name}
                </th>
              ))}
              <th scope="col" className="figure">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {data.compared.map(({ brand }, index) => {
              const { n, need, shares } = rows[index]!;
              return (
                <tr key={brand.id} className={brand.kind === 'own' ? 'own' : ''}>
                  <th scope="row">{brand.name}</th>
                  {shares === null ? (
                    <td colSpan={columns.length}>
                      <Withheld reason={i18n.t('benchmark.mixNeeds', { n: number(n), need: number(need) })} />
                    </td>
                  ) : (
                    shares.map((share, place) => {
                      const key = columns[place]!;
                      const words = {
                        share: percent(share.value),
                        low: percent(share.low ?? share.value),
                        high: percent(share.high ?? share.value),
                      };
                      return (
                        <td key={key}>
                          <div className="row">
                            <Whisker {...share} min={0} max={high} own={brand.kind === 'own'} width={56} />
                            {key === null || share.count === 0 ? (
                              percent(share.value)
                            ) : (
                              <a
                                className="number-link"
                                href={libraryLink({ brand: brand.id, ...data.period, ...columnOf(mix.id, key, data).filter })}
                                aria-label={i18n.t('benchmark.mixShare', words)}
                              >
                                {percent(share.value)}
                              </a>
                            )}
                          </div>
                        </td>
                      );
                    })
                  )}
                  <td className="figure meta">{number(n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What each brand's clips are made of. Already tables, so they have no twin. */
export function Mixes({ data }: { data: SeenData }) {
  const section = useRef<HTMLElement>(null);
  const title = i18n.t('benchmark.mixes');
  return (
    <section className="mixes" ref={section} aria-labelledby="mixes-title">
      <ChartHead id="mixes-title" title={title}>
        <Take title={title} file="mixes" of={section} rows={() => mixRows(data)} data={data} />
      </ChartHead>
      {mixes.map((mix) => (
        <MixSection key={mix.id} mix={mix} data={data} />
      ))}
    </section>
  );
}
