/** A clip's row where the disk may have spoilt some of the records that it is computed from: made of those that can be read. */
import { type ClipParts, clipRow as computed } from '../core/clip-row.ts';
import { Capture, type Clip, Mergeable, Snapshot, Tag } from '../core/records.ts';
import type { z } from '../core/zod.ts';

const readable = <T>(schema: z.ZodType, rows: T[]): T[] => rows.filter((row) => schema.safeParse(row).success);

/** As `clipRow` of core/clip-row.ts, which it asks first; only where that fails is each record looked at. */
export function clipRow(parts: ClipParts, timeZone: string): Clip | null {
  try {
    return computed(parts, timeZone);
  } catch {
    const { ids, records, captures, snapshots, tags } = parts;
    const whole = {
      ids,
      records: readable(Mergeable, records),
      captures: readable(Capture, captures),
      snapshots: readable(Snapshot, snapshots),
      tags: readable(Tag, tags),
    };
    return computed(whole, timeZone);
  }
}
