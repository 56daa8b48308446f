/** Keeps how well each adapter reads its site: counts that come from many tabs, none of which may be lost. */
import { addCounts, type Counts, type Coverage, noCoverage, takeAsUsual } from '../core/coverage.ts';
import { networks } from '../platforms/networks.ts';
import { coverage } from '../settings.ts';

/** The storage knows no transactions: one change at a time, across the worker and our pages. */
const change = (platform: string, next: (before: Coverage) => Coverage): Promise<void> =>
  navigator.locks.request('coverage', async () => {
    const all = await coverage.getValue();
    await coverage.setValue({ ...all, [platform]: next(all[platform] ?? noCoverage()) });
  });

/** Adds what a page counted. Of a platform that is none of ours nothing is kept. */
export async function addCoverage(platform: string, counts: Counts, at = new Date()): Promise<void> {
  if (counts.met === 0 || !networks.some(({ id }) => id === platform)) return;
  await change(platform, (before) => addCounts(before, counts, at.toISOString()));
}

/** From now on a platform is compared with how it is read now. */
export const acceptCoverage = (platform: string): Promise<void> => change(platform, takeAsUsual);

/** What of a platform's posts is read less well than before, and since when. */
export const fallenOf = async (platform: string): Promise<Coverage['fallen']> => (await coverage.getValue())[platform]?.fallen ?? {};
