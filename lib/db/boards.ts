/** What a board shows, read within a live query: from cells alone. */
import { type BoardInput, contraries, type Together } from '../core/board.ts';
import { heardOnAny, jointsIn } from '../core/joint-cells.ts';
import { groupsOf, type Source, sourceKey } from '../core/statements.ts';
import { emptyTally } from '../core/tally.ts';
import { voices } from '../core/voices.ts';
import { inPeriod, mergesOf, type Period, themedTallyOf } from './queries.ts';
import type { Store } from './store.ts';
import { spokenDaysIn, spokenIn } from './voices.ts';

/**
 * What core/board.ts computes a brand's board from; compared with `before` where that is given and holds anything. Read as it stands at one moment:
 * of what one cell holds twice another says so.
 */
export function boardInput(store: Store, brand: string, period: Period, before: Period | null): Promise<BoardInput> {
  const { db } = store;
  const { dayCells, valueCells, themeCells, jointCells, voiceCells, voiceWeeks, statements, themes } = db;
  const tables = [dayCells, valueCells, themeCells, jointCells, voiceCells, voiceWeeks, statements, themes];
  return db.transaction('r', tables, async () => await inputWithin(store, brand, period, before));
}

async function inputWithin(store: Store, brand: string, period: Period, before: Period | null): Promise<BoardInput> {
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
  const jointsOf = async (when: Period | null) => (several.length > 0 && when ? jointsIn(await inPeriod(db.jointCells, brand, when), when) : []);
  const [joints, pastJoints] = await Promise.all([jointsOf(period), jointsOf(before)]);
  const levelsOf = (sources: readonly Source[]) => new Set(sources.map(sourceKey));
  const together = several.map((group): [string, Together] => [
    group.statement.id,
    {
      now: heardOnAny(now, levelsOf(group.sources), joints),
      before: heardOnAny(past ?? emptyTally(brand), levelsOf(group.sources), pastJoints),
      against: heardOnAny(now, levelsOf(contraries(group)), joints),
    },
  ]);
  const levels = new Map(several.flatMap(({ statement, sources }) => sources.map((source) => [sourceKey(source), statement.id])));
  // What several levels share is told day by day.
  const spoken = await (levels.size > 0 ? spokenDaysIn : spokenIn)(store, brand, period);
  return {
    groups,
    ...period,
    now,
    before: past && past.mentions > 0 ? past : null,
    voices: voices(spoken, period, levels),
    together: new Map(together),
  };
}
