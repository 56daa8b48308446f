/** Whether a change between two periods may be shown: only where about as much was listened in both. */
import type { Measure } from './metric.ts';

/** Ours, an editable default: a change is withheld where the effort differed by more than this part of that before. */
export const mostDifference = 0.25;

/** Effort in days on which something was clipped, of a period and the one before; until listening time is measured, that stands for it. */
export interface Effort {
  now: number;
  before: number;
}

export const isComparable = ({ now, before }: Effort): boolean => before > 0 && Math.abs(now - before) / before <= mostDifference;

export type Change = { value: number; before: number } | { value: null; reason: 'effort' | 'unknown' };

/** The difference to the period before, in the metric's own unit. */
export function changeOf(now: Measure, before: Measure, effort: Effort): Change {
  if (now.value === null || before.value === null) return { value: null, reason: 'unknown' };
  return isComparable(effort) ? { value: now.value - before.value, before: before.value } : { value: null, reason: 'effort' };
}
