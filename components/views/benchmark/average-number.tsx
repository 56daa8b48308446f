import type { Metric } from '../../../lib/core/metric.ts';
import { type Average, averageKey, exactly } from './columns.ts';

interface Props {
  metric: Metric;
  whose: Average;
  value: number;
  open: string | null;
  onOpen(key: string): void;
}

/** An average, which opens its formula as a brand's number does. */
export function AverageNumber({ metric, whose, value, open, onOpen }: Props) {
  const key = averageKey(metric, whose);
  return (
    <button type="button" id={`number-${key}`} className="number-link" aria-expanded={open === key} onClick={() => onOpen(key)}>
      {exactly(metric.unit, value)}
    </button>
  );
}
