import EyeOff from 'lucide-react/icons/eye-off';
import type { Measure, Metric } from '../../lib/core/metric.ts';
import engagement from '../../lib/core/metrics/engagement-per-post.ts';
import sentiment from '../../lib/core/metrics/net-sentiment.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { libraryLink } from '../links.ts';
import { inUnit, number } from '../ui/format.ts';
import { Whisker } from '../ui/whisker.tsx';
import { withheldWords } from '../ui/withheld.tsx';
import type { BrandRow, PopupData } from './popup-data.ts';
import { Between, BrandName, ClipsLink, type TableProps } from './table-parts.tsx';

function Figure({ metric, measure, brand, period }: { metric: Metric; measure: Measure; brand: BrandRow['brand']; period: PopupData['period'] }) {
  if (measure.value === null)
    return (
      <span className="withheld">
        <EyeOff />
        <span aria-hidden="true">{i18n.t('popup.n', [number(measure.n)])}</span>
        <span className="sr">{withheldWords(measure)}</span>
      </span>
    );
  return (
    <>
      <ClipsLink
        href={libraryLink({ brand: brand.id, ...period })}
        label={i18n.t('popup.figureOf', [inUnit(metric.unit, measure.value), brand.name, number(measure.n)])}
      >
        {inUnit(metric.unit, measure.value)}
      </ClipsLink>{' '}
      <Between unit={metric.unit} {...measure} />
    </>
  );
}

/** The same brands by clips, net sentiment and engagement. */
export function MeasuredTable({ rows, compared, period, ...card }: TableProps) {
  const measured = rows.map(({ tally }) => ({ felt: sentiment.measure(tally, compared), engagement: engagement.measure(tally, compared) }));
  return (
    <table className="brands">
      <colgroup>
        <col />
        <col className="figure" />
        <col className="share" />
        <col className="figure balance" />
        <col className="figure wide" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{i18n.t('popup.brand')}</th>
          <th scope="col" className="figure">
            {i18n.t('popup.clips')}
          </th>
          <th scope="col" colSpan={2} className="share">
            {i18n.t('popup.netSentiment')}
          </th>
          <th scope="col" className="figure wide">
            {i18n.t('popup.engagement')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ brand, tally }, index) => {
          const own = brand.kind === 'own';
          const { felt, engagement: engaged } = measured[index]!;
          return (
            <tr key={brand.id} className={own ? 'own' : ''}>
              <BrandName brand={brand} {...card} />
              <td className="figure">
                {tally.mentions > 0 ? (
                  <ClipsLink
                    href={libraryLink({ brand: brand.id, ...period })}
                    label={i18n.t('popup.clipsOf', tally.mentions, [number(tally.mentions), brand.name])}
                  >
                    {number(tally.mentions)}
                  </ClipsLink>
                ) : (
                  <span className="ink-3">0</span>
                )}
              </td>
              <td className="share">{felt.value !== null && <Whisker {...felt} min={-1} max={1} own={own} width={58} />}</td>
              <td className="figure">
                <Figure metric={sentiment} measure={felt} brand={brand} period={period} />
              </td>
              <td className="figure wide">
                <Figure metric={engagement} measure={engaged} brand={brand} period={period} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
