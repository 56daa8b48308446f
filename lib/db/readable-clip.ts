/** A clip's row where the disk may have spoilt some of the records that it is computed from: made of those that can be read. */
import { type ClipParts, clipRow as computed, type MergedInto } from '../core/clip-row.ts';
import { quadrants } from '../core/quadrant.ts';
import { Capture, type Clip, Mergeable, Snapshot, Tag } from '../core/records.ts';
import type { z } from '../core/zod.ts';

const readable = <T>(schema: z.ZodType, rows: T[]): T[] => rows.filter((row) => schema.safeParse(row).success);

/** Whether a record says what one must: asked before it is taken to join clips, which every save of a clip looks at. */
export const isReadable = (record: Mergeable): boolean => Mergeable.safeParse(record).success;

const names: ReadonlySet<unknown> = new Set(quadrants);
const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** Whether a row holds what every surface takes for granted. Not the schema, which costs 30 µs a row, seconds in a recount of many. */
const isWhole = ({ text, platform, author, metrics, media, rounded, url, tags }: Clip): boolean =>
  isText(text) &&
  isText(platform) &&
  (url === null || isText(url)) &&
  isObject(author) &&
  isObject(metrics) &&
  Array.isArray(media) &&
  Array.isArray(rounded) &&
  tags.every(({ quadrant, brand, quote, at, weight }) => names.has(quadrant) && isText(brand) && isText(quote) && isText(at) && weight > 0);

/** As `clipRow` of core/clip-row.ts, which it asks first; only where that fails, or gives no whole row, is each record looked at. */
export function clipRow(parts: ClipParts, timeZone: string, mergedInto: MergedInto): Clip | null {
  try {
    const row = computed(parts, timeZone, mergedInto);
    if (row === null || isWhole(row)) return row;
  } catch {
    // It is computed again, of what can be read.
  }
  const { ids, records, captures, snapshots, tags } = parts;
  const whole = {
    ids,
    records: readable(Mergeable, records),
    captures: readable(Capture, captures),
    snapshots: readable(Snapshot, snapshots),
    tags: readable(Tag, tags),
  };
  return computed(whole, timeZone, mergedInto);
}
