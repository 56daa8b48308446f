import { noTheme } from '../../../lib/core/facets.ts';
import { type Mix, mixes, mixTable } from '../../../lib/core/mix.ts';
import type { Content } from '../../../lib/core/posts.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { mixWords } from '../../metric-words.ts';
import { number, percent } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Whisker } from '../../ui/whisker.tsx';
import { Withheld } from '../../ui/withheld.tsx';
import type { SeenData } from './seen-data.ts';

const most = 6;

/** What a column is called, and what of it the Library can show. */
function columnOf(id: Mix['id'], key: string, { themes, chosen }: SeenData): { name: string; filter: Parameters<typeof libraryLink>[0] } {
  const on = chosen ? { on: [...chosen].join(',') } : {};
  switch (id) {
    case 'quadrantMix':
      return { name: i18n.t(`quadrant.plural.${key as Quadrant}`), filter: { ...on, quadrant: key as Quadrant } };
    case 'themeMix':
      return { name: themes.find((theme) => theme.id === key)?.name ?? i18n.t('library.noTheme'), filter: { ...on, theme: key || noTheme } };
    case 'networkMix':
      return { name: networkName(key), filter: { on: key } };
    case 'contentMix':
      return { name: i18n.t(`benchmark.content.${key as Content}`), filter: on };
  }
}

function MixSection({ mix, data }: { mix: Mix; data: SeenData }) {
  const { columns, rows } = mixTable(
    mix,
    data.compared.map(({ tally }) => tally),
    most,
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
export const Mixes = ({ data }: { data: SeenData }) => (
  <section className="mixes" aria-labelledby="mixes-title">
    <h2 className="section-title" id="mixes-title">
      {i18n.t('benchmark.mixes')}
    </h2>
    {mixes.map((mix) => (
      <MixSection key={mix.id} mix={mix} data={data} />
    ))}
  </section>
);
