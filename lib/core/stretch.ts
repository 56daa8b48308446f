/** A period cut into days, weeks or months, as calendars cut them. Days are the workspace's own (core/day.ts), so no clock is asked here. */
import { addDays, weekdayOf } from './day.ts';

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** Days that are looked at as one, both ends included. */
export interface Stretch {
  from: string;
  to: string;
  /** The period begins within it: earlier days of this week or month are not counted. */
  cut: boolean;
  /** It is not over yet. */
  running: boolean;
}

/** The steps that a period of so many days may be cut into: three marks at the least, and as many as can be told apart in a panel. */
export const stepsFor = (days: number): readonly Step[] => (days > 120 ? ['week', 'month'] : days < 28 ? ['day', 'week'] : steps);

/** The step shown unless another is asked for. */
export const usualStep = (days: number): Step => (days <= 14 ? 'day' : 'week');

/** First day of the week (from Monday, ISO 8601) or month that a day is in. */
function beginOf(step: Step, day: string): string {
  if (step === 'week') return addDays(day, -weekdayOf(day));
  return step === 'month' ? `${day.slice(0, 7)}-01` : day;
}

function endOf(step: Step, day: string): string {
  if (step === 'week') return addDays(day, 6 - weekdayOf(day));
  // The 28th is in every month, and four days later it is the next.
  return step === 'month' ? addDays(beginOf('month', addDays(`${day.slice(0, 7)}-28`, 4)), -1) : day;
}

/** The stretches of a period in order; the first and the last may be shorter than the others, and say so. */
export function stretchesOf({ from, to }: { from: string; to: string }, step: Step, today: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = from; start <= to; ) {
    const end = endOf(step, start);
    stretches.push({ from: start, to: end < to ? end : to, cut: beginOf(step, start) < start, running: end >= today });
    start = addDays(end, 1);
  }
  return stretches;
}
