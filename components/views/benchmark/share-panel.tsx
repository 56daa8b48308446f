import type { Scale, SharePoint } from '../../../lib/core/benchmark.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { libraryLink } from '../../links.ts';
import { percent } from '../../ui/format.ts';

const width = 250;
const height = 122;
/** Where the drawing stands in the panel: room for the scale at the left, for the last value at the right, for days below. */
const plot = { left: 36, right: 216, top: 8, bottom: 98 };

type Known = SharePoint & { share: NonNullable<SharePoint['share']>; x: number };

/** Runs of stretches whose share is known, each with its place. */
function runsOf(points: readonly SharePoint[], place: (index: number) => number): Known[][] {
  const runs: Known[][] = [[]];
  points.forEach((point, index) => {
    if (point.share) runs.at(-1)?.push({ ...point, share: point.share, x: place(index) });
    else runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}

interface Props {
  brand: Pick<Brand, 'id' | 'kind'>;
  points: readonly SharePoint[];
  /** The own brand's, as a thin line behind a rival's. */
  own: readonly SharePoint[] | null;
  scale: Scale;
  /** First and last day, in words. */
  ends: [from: string, to: string];
  /** Networks, as addresses name them. */
  on: string | undefined;
}

/** Share of voice of one brand over time with its 95 % band. Drawn for the eye alone: name and table twin say the same in words. */
export function SharePanel({ brand, points, own, scale, ends, on }: Props) {
  const step = (plot.right - plot.left) / Math.max(1, points.length - 1);
  const x = (index: number) => (points.length === 1 ? (plot.left + plot.right) / 2 : plot.left + index * step);
  const y = (share: number) => plot.bottom - ((share - scale.low) / (scale.high - scale.low)) * (plot.bottom - plot.top);
  const line = (run: readonly Known[], of: (share: Known['share']) => number) =>
    run.map((point) => `${point.x.toFixed(1)} ${y(of(point.share)).toFixed(1)}`).join('L');
  const runs = runsOf(points, x);
  const last = runs.at(-1)?.at(-1);
  const half = Math.min(step, 24) / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={brand.kind === 'own' ? 'own' : ''} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path className="axis" d={`M${plot.left} ${Math.round(y(tick)) + 0.5}H${plot.right}`} />
          <text className="axis-label" x={plot.left - 5} y={y(tick) + 4} textAnchor="end">
            {percent(tick)}
          </text>
        </g>
      ))}
      {points.map(
        ({ share, from }, index) =>
          !share && (
            <rect
              key={from}
              className="unheard"
              x={x(index) - half}
              y={plot.top}
              width={half * 2}
              height={plot.bottom - plot.top}
              fill="url(#unheard)"
            />
          ),
      )}
      {own && runsOf(own, x).map((run) => run.length > 1 && <path key={run[0]!.from} className="ghost" d={`M${line(run, ({ value }) => value)}`} />)}
      {runs.map((run) =>
        run.length > 1 ? (
          <g key={run[0]!.from}>
            <path className="band" d={`M${line(run, ({ high }) => high)}L${line([...run].reverse(), ({ low }) => low)}Z`} />
            <path className="line" d={`M${line(run, ({ value }) => value)}`} />
          </g>
        ) : (
          run.map((point) => (
            <g key={point.from}>
              <rect
                className="band"
                x={point.x - 3.5}
                y={y(point.share.high)}
                width="7"
                height={Math.max(5, y(point.share.low) - y(point.share.high))}
                rx="3.5"
              />
              <circle className="dot" cx={point.x} cy={y(point.share.value)} r="2.4" />
            </g>
          ))
        ),
      )}
      {last && (
        <>
          <circle className="dot" cx={last.x} cy={y(last.share.value)} r="3" />
          <text className="axis-label last" x={last.x + 7} y={y(last.share.value) + 4}>
            {percent(last.share.value)}
          </text>
        </>
      )}
      <text className="axis-label" x={plot.left} y={height - 6}>
        {ends[0]}
      </text>
      <text className="axis-label" x={plot.right} y={height - 6} textAnchor="end">
        {ends[1]}
      </text>
      {points.map(({ from, to, mentions }, index) =>
        mentions > 0 ? (
          <a key={from} href={libraryLink({ brand: brand.id, from, to, ...(on && { on }) })} tabIndex={-1}>
            <rect className="stretch" x={x(index) - step / 2} y={plot.top} width={step} height={plot.bottom - plot.top} />
          </a>
        ) : null,
      )}
    </svg>
  );
}
