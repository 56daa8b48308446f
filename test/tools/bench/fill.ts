import { bundle } from '../bundle.ts';
import type { Launched } from '../launch.ts';
import type { Amount, SeedInPage } from './seed.entry.ts';

declare const seeding: SeedInPage;

/** A hundred thousand clips as people would have them who listen for years: judged from several sides, met again and again. */
export const daily = { days: 90, tags: 3, snapshots: 5 } as const;
/** The most that is tested. */
export const sparse = { days: 90, tags: 1, snapshots: 1 } as const;

/** Fills the active workspace up to a number of clips, and counts them. `say` hears how far it came. */
export async function fill(launched: Launched, amount: Amount, say?: (words: string) => void): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  if (say) page.on('console', (message) => say(message.text()));
  // A page of ours that reads no clip by itself.
  await page.goto(launched.address('welcome.html'));
  await page.evaluate(await bundle('test/tools/bench/seed.entry.ts'));
  await page.evaluate((asked) => seeding.seed(asked), amount);
  await page.close();
}
