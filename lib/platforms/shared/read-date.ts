/** A moment and how exactly it is known. */
import type { Precision } from '../../core/draft.ts';

export interface ReadDate {
  /** ISO 8601, UTC. */
  instant: string;
  precision: Precision;
}

/** null for a moment that no post was published at. */
export const readDateOf = (date: Date, precision: Precision): ReadDate | null =>
  Number.isNaN(date.getTime()) || Math.abs(date.getTime()) > 8.64e14 / 4 ? null : { instant: date.toISOString(), precision };
