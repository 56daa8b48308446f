/** What a board shows, read within a live query: from cells, and for merged lines from the clips' index; no clip's row is read. */
import { type BoardInput, contraries, heardOf, type Joint } from '../core/board.ts';
import { facetRange, noTheme } from '../core/facets.ts';
import { platformIn } from '../core/identity.ts';
import { groupsOf, type Source, sourceKey } from '../core/statements.ts';
import type { Heard } from '../core/tally.ts';
import { voices } from '../core/voices.ts';
import { mergesOf, type Period, themedTallyOf } from './queries.ts';
import type { Store } from './store.ts';
import { spokenDaysIn, spokenIn } from './voices.ts';

/** The distinct clips that bear any of these tags. */
async function heardTogether({ db }: Store, brand: string, sources: readonly Source[], { from, to }: Period): Promise<Heard> {
  const found: { clip: string; platform: string; day: string }[] = [];
  for (const { quadrant, theme } of sources)
    await db.clips
      .where('facets')
      .between(...facetRange({ brand, quadrant, theme: theme ?? noTheme }, from, to), true, true)
      .eachKey((key, { primaryKey }) => {
        const clip = String(primaryKey);
        found.push({ clip, platform: platformIn(clip), day: String(key).slice(-'YYYY-MM-DD'.length) });
      });
  return heardOf(found);
}

/** What core/board.ts computes a brand's board from; compared with `before` where that is given and holds anything. */
export async function boardInput(store: Store, brand: string, period: Period, before: Period | null): Promise<BoardInput> {
  const { db } = store;
  const [now, past, said, merges] = await Promise.all([
    themedTallyOf(store, brand, period),
    before && themedTallyOf(store, brand, before),
    db.statements.where('brand').equals(brand).toArray(),
    mergesOf(store),
  ]);
  const groups = groupsOf(
    brand,
    said,
    [...now.themes, ...(past?.themes ?? [])].map(({ quadrant, theme }) => ({ quadrant, theme })),
    merges,
  );
  const several = groups.filter(({ sources }) => sources.length > 1);
  const joint = await Promise.all(
    several.map(async (group): Promise<[string, Joint]> => {
      const heard = (sources: readonly Source[], when: Period) => heardTogether(store, brand, sources, when);
      const [is, was, against] = await Promise.all([
        heard(group.sources, period),
        heard(before ? group.sources : [], before ?? period),
        heard(contraries(group), period),
      ]);
      return [group.statement.id, { now: is, before: was, against }];
    }),
  );
  const levels = new Map(several.flatMap(({ statement, sources }) => sources.map((source) => [sourceKey(source), statement.id])));
  // What several levels share is told day by day.
  const spoken = await (levels.size > 0 ? spokenDaysIn : spokenIn)(store, brand, period);
  return {
    groups,
    ...period,
    now,
    before: past && past.mentions > 0 ? past : null,
    voices: voices(spoken, period, levels),
    joint: new Map(joint),
  };
}
