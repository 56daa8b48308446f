import type { Scale } from '../../../lib/core/benchmark.ts';
import type { Metric } from '../../../lib/core/metric.ts';
import { compact, percent } from '../../ui/format.ts';

/** A value on an axis: as short as it can be. */
export function onAxis(unit: Metric['unit'], value: number): string {
  if (unit === 'percent') return percent(value);
  const plain = compact(value);
  return unit === 'balance' && value > 0 ? `+${plain}` : plain;
}

/** The scale of a column of whiskers, printed in its head. */
export function ScaleHead({ scale: { low, high, ticks }, unit, width }: { scale: Scale; unit: Metric['unit']; width: number }) {
  // Over a narrow whisker there is room for its ends, and for the middle of a balance, which is 0.
  const shown = width >= 200 ? ticks : unit === 'balance' ? [low, 0, high] : [low, high];
  return (
    <svg width={width} height="13" viewBox={`0 0 ${width} 13`} aria-hidden="true">
      {shown.map((tick, index) => (
        <text
          key={tick}
          className="axis-label"
          x={((tick - low) / (high - low)) * width}
          y="10"
          textAnchor={index === 0 ? 'start' : index === shown.length - 1 ? 'end' : 'middle'}
        >
          {onAxis(unit, tick)}
        </text>
      ))}
    </svg>
  );
}
