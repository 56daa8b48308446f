import { daysBetween } from '../../lib/core/day.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { decayed } from '../../lib/core/voices.ts';

interface Props {
  /** Distinct clips per day YYYY-MM-DD that say so. */
  days: ReadonlyMap<string, number>;
  /** Those that say the opposite: hollow, below the line. */
  against?: ReadonlyMap<string, number>;
  from: string;
  to: string;
  quadrant: Quadrant;
  width?: number;
  height?: number;
}

/** The evidence for a statement over time, today at the right: a tick per day with clips, as tall as there are many, and as faded as its weight in the strength of evidence. Decoration beside the words. */
export function Trace({ days, against = new Map(), from, to, quadrant, width = 124, height = 22 }: Props) {
  // Two thirds for what says so, one for what contradicts.
  const ground = Math.round((height * 2) / 3) - 1;
  const tallest = ground - 2;
  const lowest = height - ground - 1;
  const count = Math.max(1, daysBetween(from, to));
  const most = Math.max(2, ...days.values(), ...against.values());
  /** Never so faint that it is not seen. */
  const fresh = (day: string) => Math.max(0.25, decayed(daysBetween(day, to)));
  const x = (day: string) => 1 + (daysBetween(from, day) / count) * (width - 4);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={`q-${quadrant}`} aria-hidden="true">
      <path className="axis" d={`M0 ${ground + 0.5}H${width}`} strokeDasharray={days.size + against.size === 0 ? '2 3' : undefined} />
      {[...days].map(([day, clips]) => {
        const tall = Math.max(3, (clips / most) * tallest);
        return <rect key={day} className="tick" x={x(day)} y={ground - tall} width="2" height={tall} opacity={fresh(day)} />;
      })}
      {[...against].map(([day, clips]) => {
        const tall = Math.max(3, (clips / most) * lowest);
        return <rect key={day} className="tick against" x={x(day)} y={ground + 1.6} width="2" height={tall} opacity={fresh(day)} />;
      })}
    </svg>
  );
}
