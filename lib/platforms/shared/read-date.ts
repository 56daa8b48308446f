/** A moment and how exactly it is known. */
import type { Precision } from '../../core/draft.ts';

export interface ReadDate {
  /** ISO 8601, UTC. */
  instant: string;
  precision: Precision;
}

/** null for a moment that no post was published at: instants are written with four figures for the year. */
export const readDateOf = (date: Date, precision: Precision): ReadDate | null =>
  Math.abs(date.getUTCFullYear() - 2000) < 2000 ? { instant: date.toISOString(), precision } : null;
