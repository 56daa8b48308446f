import { unitOf } from '../../../lib/core/trend.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { inUnit, number } from '../../ui/format.ts';
import type { TrendData } from './trend.tsx';
import { doubtWords, stretchWords } from './trend-words.ts';

/** The same numbers as the panels, a stretch a row. */
export function TrendTwin({ trend: { lines, of, link, today } }: { trend: TrendData }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className="wide-table" aria-labelledby="trend-title" tabIndex={0}>
      <table className="twin">
        <thead>
          <tr>
            <th scope="col">{i18n.t('benchmark.days')}</th>
            {lines.map(({ brand }) => (
              <th key={brand.id} scope="col" className="figure">
                {brand.name}
              </th>
            ))}
            {of !== 'sentiment' && (
              <th scope="col" className="figure">
                {i18n.t('benchmark.allMentions')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines[0]!.points.map((stretch, index) => (
            <tr key={stretch.from}>
              <th scope="row">{stretchWords(stretch, today)}</th>
              {lines.map(({ brand, points }) => {
                const point = points[index]!;
                const href = link(brand, point);
                const value = point.shown && inUnit(unitOf[of], point.shown.value);
                return (
                  <td key={brand.id} className="figure">
                    {value === null ? (
                      <span className="meta">{i18n.t('benchmark.trended.fewOf', { n: number(point.n) })}</span>
                    ) : (
                      <>
                        {href ? (
                          <a className="number-link" href={href}>
                            {value}
                          </a>
                        ) : (
                          value
                        )}{' '}
                        <span className="meta">{doubtWords(of, point)}</span>
                      </>
                    )}
                  </td>
                );
              })}
              {of !== 'sentiment' && <td className="figure">{number(stretch.n)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
