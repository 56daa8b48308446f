import type { Scale } from '../../../lib/core/benchmark.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { type Trended, type TrendPoint, unitOf } from '../../../lib/core/trend.ts';
import { inUnit } from '../../ui/format.ts';
import { onAxis } from './scale-head.tsx';

const width = 250;
const height = 122;
/** Where the drawing stands in the panel: room for the scale at the left, for the last value at the right, for days below. */
const plot = { left: 40, right: 216, top: 8, bottom: 98 };

type Shown = NonNullable<TrendPoint['shown']>;
type Known = TrendPoint & { shown: Shown; x: number };

/** Runs of stretches that show a value, each with its place. */
function runsOf(points: readonly TrendPoint[], place: (index: number) => number): Known[][] {
  const runs: Known[][] = [[]];
  points.forEach((point, index) => {
    if (point.shown) runs.at(-1)?.push({ ...point, shown: point.shown, x: place(index) });
    else runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}

const low = ({ low: end, value }: Shown) => end ?? value;
const high = ({ high: end, value }: Shown) => end ?? value;

interface Props {
  brand: Pick<Brand, 'id' | 'kind'>;
  of: Trended;
  points: readonly TrendPoint[];
  /** The own brand's, as a thin line behind a rival's. */
  own: readonly TrendPoint[] | null;
  scale: Scale;
  /** First and last day, in words. */
  ends: [from: string, to: string];
  /** Where the clips of a stretch are; null where there are none. */
  link(point: TrendPoint): string | null;
  /** A stretch and its value in words. */
  words(point: TrendPoint): string;
}

/** One brand over time: a line with its 95 % band, or a bar a stretch for counts. Drawn for the eye alone: name and table twin say the same in words. */
export function TrendPanel({ brand, of, points, own, scale, ends, link, words }: Props) {
  const bars = of === 'mentions';
  const slots = Math.max(1, bars ? points.length : points.length - 1);
  const step = (plot.right - plot.left) / slots;
  const x = (index: number) =>
    bars ? plot.left + (index + 0.5) * step : points.length === 1 ? (plot.left + plot.right) / 2 : plot.left + index * step;
  const y = (value: number) => plot.bottom - ((value - scale.low) / (scale.high - scale.low)) * (plot.bottom - plot.top);
  const line = (run: readonly Known[], end: (shown: Shown) => number) =>
    run.map((point) => `${point.x.toFixed(1)} ${y(end(point.shown)).toFixed(1)}`).join('L');
  const runs = runsOf(points, x);
  const last = runs.at(-1)?.at(-1);
  const half = Math.min(step, 24) / 2;
  /** Around a stretch, within the plot. */
  const around = (index: number, reach: number) => {
    const from = Math.max(plot.left, x(index) - reach);
    return { x: from, width: Math.min(plot.right, x(index) + reach) - from };
  };
  const thick = step > 6 ? Math.min(14, step - 1.5) : step * 0.85;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={brand.kind === 'own' ? 'own' : ''} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 && scale.low < 0 ? 'axis zero' : 'axis'} d={`M${plot.left} ${Math.round(y(tick)) + 0.5}H${plot.right}`} />
          <text className="axis-label" x={plot.left - 5} y={y(tick) + 4} textAnchor="end">
            {onAxis(unitOf[of], tick)}
          </text>
        </g>
      ))}
      {points.map(
        ({ shown, from }, index) =>
          !shown && (
            <rect key={from} className="unheard" {...around(index, half)} y={plot.top} height={plot.bottom - plot.top} fill="url(#unheard)" />
          ),
      )}
      {own && runsOf(own, x).map((run) => run.length > 1 && <path key={run[0]!.from} className="ghost" d={`M${line(run, ({ value }) => value)}`} />)}
      {bars
        ? runs
            .flat()
            .map((point) => (
              <rect
                key={point.from}
                className={point.running || point.cut ? 'bar unfinished' : 'bar'}
                x={point.x - thick / 2}
                y={y(point.shown.value)}
                width={thick}
                height={plot.bottom - y(point.shown.value)}
              />
            ))
        : runs.map((run) =>
            run.length > 1 ? (
              <g key={run[0]!.from}>
                <path className="band" d={`M${line(run, high)}L${line([...run].reverse(), low)}Z`} />
                <path className="line" d={`M${line(run, ({ value }) => value)}`} />
              </g>
            ) : (
              run.map((point) => (
                <g key={point.from}>
                  <rect
                    className="band"
                    x={point.x - 3.5}
                    y={y(high(point.shown))}
                    width="7"
                    height={Math.max(5, y(low(point.shown)) - y(high(point.shown)))}
                    rx="3.5"
                  />
                  <circle className="dot" cx={point.x} cy={y(point.shown.value)} r="2.4" />
                </g>
              ))
            ),
          )}
      {!bars &&
        runs
          .flat()
          .filter((point) => (point.cut || point.running) && point !== last)
          .map((point) => <circle key={point.from} className="dot unfinished" cx={point.x} cy={y(point.shown.value)} r="3" />)}
      {last && (
        <>
          {!bars && <circle className={last.running ? 'dot unfinished' : 'dot'} cx={last.x} cy={y(last.shown.value)} r="3" />}
          <text className="axis-label last" x={last.x + (bars ? thick / 2 + 4 : 7)} y={Math.min(y(last.shown.value) + 4, plot.bottom)}>
            {inUnit(unitOf[of], last.shown.value)}
          </text>
        </>
      )}
      <text className="axis-label" x={plot.left} y={height - 6}>
        {ends[0]}
      </text>
      <text className="axis-label" x={plot.right} y={height - 6} textAnchor="end">
        {ends[1]}
      </text>
      {points.map((point, index) => {
        const href = link(point);
        return (
          href && (
            <a key={point.from} href={href} tabIndex={-1}>
              <title>{words(point)}</title>
              <rect className="stretch" {...around(index, step / 2)} y={plot.top} height={plot.bottom - plot.top} />
            </a>
          )
        );
      })}
    </svg>
  );
}
