interface Props {
  /** Oldest first; null where nothing is known: the line stays open there. */
  values: readonly (number | null)[];
  own?: boolean;
  width?: number;
  height?: number;
}

/** Runs of known values, as points. */
function runs(points: readonly ([number, number] | null)[]): [number, number][][] {
  const found: [number, number][][] = [[]];
  for (const point of points)
    if (point) found.at(-1)?.push(point);
    else found.push([]);
  return found.filter((run) => run.length > 0);
}

/** A trend without axis: one ink line, gaps left open, a lone value as a dot. Decoration beside a number. */
export function Sparkline({ values, own = false, width = 30, height = 16 }: Props) {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number) => (high === low ? height / 2 : height - 3 - ((value - low) / (high - low)) * (height - 6));
  const step = (width - 6) / Math.max(1, values.length - 1);
  const points = values.map((value, index): [number, number] | null => (value === null ? null : [2 + index * step, y(value)]));
  const last = points.findLast((point) => point !== null);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={own ? 'own' : ''} aria-hidden="true">
      {runs(points).map((run) => {
        const path = run.map(([left, top]) => `${left.toFixed(1)} ${top.toFixed(1)}`).join('L');
        return run.length > 1 ? (
          <path key={path} className="line" d={`M${path}`} />
        ) : (
          <circle key={path} className="dot" cx={run[0]?.[0]} cy={run[0]?.[1]} r="1.4" />
        );
      })}
      {last && <circle className="dot" cx={last[0]} cy={last[1]} r="2.2" />}
    </svg>
  );
}
