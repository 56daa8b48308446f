import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Launched, launchChromium } from '../launch.ts';
import { quantile, report, reportBelow } from './figures.ts';
import { fill, sparse } from './fill.ts';
import { measureOurs } from './search.ts';
import { measureViews, viewTimes } from './views.ts';

/** What a board may take longer than with a tenth of the clips: so many times, or so many milliseconds. */
const most = { times: 1.2, more: 2 } as const;
const base = 100_000;

/**
 * A profile with so many clips, kept under `.output/`: built once, and gone on with where that was broken off. The extension has to be the same
 * folder every time, for its address is that of its data.
 */
async function profileOf(extension: string, clips: number): Promise<Launched> {
  const profile = path.resolve('.output', `bench-${clips}`);
  const isNew = !existsSync(profile);
  await mkdir(profile, { recursive: true });
  const launched = await launchChromium({ extension, profile, viewport: { width: 1280, height: 900 } });
  const begun = performance.now();
  let said = 0;
  await fill(launched, { ...sparse, clips }, (words) => {
    if (performance.now() - said < 10_000) return;
    said = performance.now();
    console.log(`  ${words}`);
  });
  if (isNew) report(`building a profile of ${clips} clips`, (performance.now() - begun) / 1_000, 's', 1);
  return launched;
}

/** Board and benchmark with so many clips beside a hundred thousand, over the same brands, days, themes and authors; and search. */
export async function measureScale(extension: string, clips: number, quick: boolean): Promise<void> {
  const repeats = quick ? 10 : 50;
  const small = await profileOf(extension, base);
  const large = await profileOf(extension, clips);
  try {
    const names = ['board', 'benchmark'] as const;
    // In turn, so that what else the machine does falls on both.
    const rounds: (readonly [Record<string, number>, Record<string, number>])[] = [];
    for (let round = 0; round < 5; round++)
      rounds.push([await viewTimes(small, [...names], repeats / 5), await viewTimes(large, [...names], repeats / 5)] as const);
    for (const name of names) {
      const [few, many] = [0, 1].map((side) =>
        quantile(
          rounds.map((round) => round[side as 0 | 1][name]!),
          0.5,
        ),
      ) as [number, number];
      const floor = `${name} of 90 days, ${base} clips`;
      report(floor, few, 'ms', repeats);
      reportBelow(Math.max(most.times * few, few + most.more), `${name} of 90 days, ${clips} clips`, many, 'ms', repeats, floor);
    }
    await measureViews(large, clips, quick ? 3 : 10);
    await measureOurs(large, clips, quick ? 20 : 100);
  } finally {
    await small.close();
    await large.close();
  }
}
