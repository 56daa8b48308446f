import { scaleOf } from '../../lib/core/benchmark.ts';
import share from '../../lib/core/metrics/share-of-voice.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { libraryLink } from '../links.ts';
import { inUnit, number, signed } from '../ui/format.ts';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Whisker } from '../ui/whisker.tsx';
import { Withheld, withheldWords } from '../ui/withheld.tsx';
import { Between, BrandName, ClipsLink, type TableProps } from './table-parts.tsx';

/** How many more than in the period before; its line is there before it is known, so that nothing moves. */
const Difference = ({ by }: { by: number | undefined }) => (
  <span className="difference">
    {by !== undefined && by !== 0 && (
      <>
        <span aria-hidden="true">{signed(by)}</span>
        <span className="sr">{i18n.t('popup.difference', [signed(by)])}</span>
      </>
    )}
  </span>
);

/** S W O T counts and share of voice. */
export function JudgedTable({ rows, compared, period, before, ...card }: TableProps) {
  const measures = rows.map(({ tally }) => share.measure(tally, compared));
  const scale = scaleOf(measures, share.unit);
  const first = measures[0];
  return (
    <table className="brands">
      <colgroup>
        <col />
        <col className="count" span={4} />
        <col className="share" />
        <col className="figure" />
        <col className="trend" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{i18n.t('popup.brand')}</th>
          {quadrants.map((quadrant) => (
            <th key={quadrant} scope="col" className="count">
              <QuadrantMark quadrant={quadrant} size={16} label={i18n.t(`quadrant.plural.${quadrant}`)} />
            </th>
          ))}
          <th scope="col" colSpan={3} className="share">
            {i18n.t('popup.shareOfVoice')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ brand, tally, trend }, index) => {
          const own = brand.kind === 'own';
          const measure = measures[index]!;
          const past = before?.get(brand.id);
          return (
            <tr key={brand.id} className={own ? 'own' : ''}>
              <BrandName brand={brand} {...card} />
              {quadrants.map((quadrant) => {
                const count = tally.quadrants[quadrant];
                const label = i18n.t(`quadrant.count.${quadrant}`, count, [number(count), brand.name]);
                return (
                  <td key={quadrant} className="count">
                    {count > 0 ? (
                      <ClipsLink href={libraryLink({ brand: brand.id, quadrant, ...period })} label={label}>
                        {number(count)}
                      </ClipsLink>
                    ) : (
                      <span className="ink-3">0</span>
                    )}
                    <Difference by={past && count - past[quadrant]} />
                  </td>
                );
              })}
              {measure.value !== null ? (
                <>
                  <td className="share">
                    <Whisker {...measure} min={scale.low} max={scale.high} own={own} width={58} />
                  </td>
                  <td className="figure">
                    <ClipsLink
                      href={libraryLink({ brand: brand.id, ...period })}
                      label={i18n.t('popup.shareOf', [inUnit(share.unit, measure.value), brand.name])}
                    >
                      {inUnit(share.unit, measure.value)}
                    </ClipsLink>{' '}
                    <Between unit={share.unit} {...measure} />
                  </td>
                  <td className="trend">
                    <Sparkline values={trend} own={own} />
                  </td>
                </>
              ) : (
                index === 0 &&
                first?.value === null && (
                  <td className="share" colSpan={3} rowSpan={rows.length}>
                    <Withheld reason={withheldWords(first)} />
                  </td>
                )
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
