interface Props {
  value: number;
  /** null: no interval is known, so none is drawn. */
  low: number | null;
  high: number | null;
  /** The scale, the same for all rows of a table. */
  min: number;
  max: number;
  /** The estimate of the period before, as a hollow mark. */
  before?: number | null;
  own?: boolean;
  width?: number;
}

/** An estimate as a dot on its 95 % interval. Decoration: the number and its interval stand beside it in words. */
export function Whisker({ value, low, high, min, max, before = null, own = false, width = 78 }: Props) {
  const span = max - min || 1;
  const at = (number: number) => ((Math.min(max, Math.max(min, number)) - min) / span) * width;
  return (
    <svg width={width} height="16" viewBox={`0 0 ${width} 16`} className={own ? 'own' : ''} aria-hidden="true">
      <path className="axis" d={`M0 8.5H${width}`} />
      {min < 0 && max > 0 && <path className="axis zero" d={`M${at(0)} 2V14`} />}
      {low !== null && high !== null && <rect className="whisker" x={at(low)} y="5.5" width={Math.max(5, at(high) - at(low))} height="5" rx="2.5" />}
      {before !== null && <circle className="before" cx={at(before)} cy="8" r="2.7" />}
      <circle className="dot" cx={at(value)} cy="8" r={own ? 4.2 : 3.2} />
    </svg>
  );
}
