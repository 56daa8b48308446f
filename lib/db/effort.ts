/** How much was listened (core/effort.ts), as the store tells it. */
import { addDays, dayIn, startOfDay } from '../core/day.ts';
import type { Period } from './queries.ts';
import type { Store } from './store.ts';

/** Days of a period on which something was clipped, in the workspace's time zone. Reads one key for each. */
export async function clipDays({ db, workspace: { timeZone } }: Store, { from, to }: Period): Promise<number> {
  const end = startOfDay(timeZone, addDays(to, 1)).toISOString();
  let days = 0;
  for (let start = startOfDay(timeZone, from).toISOString(); ; ) {
    const [next] = (await db.clips.where('clippedAt').between(start, end, true, false).limit(1).keys()) as string[];
    if (!next) return days;
    days += 1;
    start = startOfDay(timeZone, addDays(dayIn(timeZone, new Date(next)), 1)).toISOString();
  }
}
