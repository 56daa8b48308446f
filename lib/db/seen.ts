/** What the benchmark reads beyond the day cells: posts' own numbers, and answers. */
import { followersSeen } from '../core/audience.ts';
import { fold } from '../core/fold.ts';
import type { Brand } from '../core/records.ts';
import { answeredKey, answersBy, seenOf } from '../core/seen.ts';
import type { Tally } from '../core/tally.ts';
import type { Account } from './find-profiles.ts';
import { type Period, themedTallyOf } from './queries.ts';
import type { Store } from './store.ts';

/** A brand's tally with its themes and what each post says; `accounts` are those whose followers are known. */
export async function seenTallyOf(
  store: Store,
  brand: Brand,
  period: Period,
  accounts: readonly Account[],
  platforms?: ReadonlySet<string>,
): Promise<Tally> {
  const { db, workspace } = store;
  const { from, to } = period;
  const [tally, cells] = await Promise.all([
    themedTallyOf(store, brand.id, period, platforms),
    db.postCells.where('[brand+day]').between([brand.id, from], [brand.id, to], true, true).toArray(),
  ]);
  const answers = answersBy(brand.handles, cells);
  const answeredClips = answers.length === 0 ? [] : await db.clips.where('keys').anyOf(answers.map(answeredKey)).distinct().toArray();
  const followers = new Map(
    accounts.map(({ profile, snapshots }) => [`${profile.platform}:${fold(profile.handle)}`, followersSeen(snapshots, workspace.timeZone)]),
  );
  const window = { from, to, platforms };
  const of = (platform: string, handle: string) => followers.get(`${platform}:${handle}`) ?? [];
  return { ...tally, seen: seenOf({ brand, cells, window, followers: of, answers, answeredClips }) };
}
