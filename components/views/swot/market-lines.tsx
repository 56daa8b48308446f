import { useState } from 'react';
import type { ForeignLine } from '../../../lib/core/market.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { lineLink } from '../../links.ts';
import { number } from '../../ui/format.ts';
import { Trace } from '../../ui/trace.tsx';
import { factsOf, nameOf, weightOf } from './line-words.ts';
import type { SwotData } from './swot-data.ts';

/** Lines shown before the weaker ones are asked for. */
const shownFirst = 4;

/** What other brands' boards say that concerns ours, to be read here and worked on there. */
export function MarketLines({ data, lines }: { data: SwotData; lines: readonly ForeignLine[] }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const weaker = lines.length - shownFirst;
  return (
    <div className="market">
      <h3 className="meta strong">{i18n.t('swot.market.title')}</h3>
      <ul>
        {lines.slice(0, all ? lines.length : shownFirst).map(({ brand, line }) => {
          const { id, statement, days, contrary, sources } = line;
          return (
            <li key={id} className={`foreign ${weightOf(line)}`}>
              <h4>
                <a href={lineLink(brand.id, id, data.days)}>{nameOf(data, statement)}</a>
              </h4>
              <div className="side">
                <Trace
                  days={days}
                  against={contrary}
                  {...data.period}
                  quadrant={sources[0]?.quadrant ?? statement.quadrant}
                  width={112}
                  height={30}
                />
              </div>
              <p className="meta dots facts">
                <span className="strong">{i18n.t(`quadrant.of.${statement.quadrant}`, [brand.name])}</span>
                {factsOf(line).map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
      {weaker > 0 && (
        <button type="button" className="link-button meta weaker" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? i18n.t('swot.fewer') : i18n.t('swot.weaker', weaker, { n: number(weaker) })}
        </button>
      )}
    </div>
  );
}
