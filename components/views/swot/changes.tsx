import type { Region } from '../../../lib/core/board.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { number } from '../../ui/format.ts';
import type { SwotData } from './swot-data.ts';

/** How many clips before and now, as a line that rises or falls; decoration beside the numbers. */
function Slope({ before, now, quadrant }: { before: number; now: number; quadrant: Region['quadrant'] }) {
  const most = Math.max(before, now, 1);
  const [left, right] = [before, now].map((count) => 18 - (count / most) * 12) as [number, number];
  return (
    <svg width="44" height="22" viewBox="0 0 44 22" className={`slope q-${quadrant}`} aria-hidden="true">
      <path d={`M5 ${left}L39 ${right}`} />
      <circle className="then" cx="5" cy={left} r="3" />
      <circle cx="39" cy={right} r="3.2" />
    </svg>
  );
}

function moves({ quadrant, lines, left }: Region): string[] {
  const count = (kind: string) => lines.filter(({ change }) => change?.kind === kind).length;
  const told = {
    entered: count('entered'),
    flipped: lines.filter(({ change }) => change?.kind === 'flipped' && change.to === quadrant).length,
    flippedOut: lines.filter(({ change }) => change?.kind === 'flipped' && change.from === quadrant).length,
    grew: count('grew'),
    shrank: count('shrank'),
    fading: count('fading'),
    left: count('left') + left.length,
  };
  const kinds = Object.keys(told) as (keyof typeof told)[];
  return kinds.filter((kind) => told[kind] > 0).map((kind) => i18n.t(`swot.moves.${kind}`, told[kind], { n: number(told[kind]) }));
}

/** What changed against the period before, quadrant by quadrant. */
export const Changes = ({ data: { brand, period, regions } }: { data: SwotData }) => (
  <ul className="changes">
    {regions.map((region) => (
      <li key={region.quadrant}>
        <Slope before={region.before ?? 0} now={region.clips} quadrant={region.quadrant} />
        <div>
          <a className="control number-link" href={libraryLink({ brand: brand.id, quadrant: region.quadrant, ...period })}>
            {i18n.t(`swot.was.${region.quadrant}`, region.clips, { n: number(region.clips), before: number(region.before ?? 0) })}
          </a>
          <p className="meta dots">
            {moves(region).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </p>
        </div>
      </li>
    ))}
  </ul>
);
