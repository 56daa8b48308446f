import { boardOf, isUnnamed, type Line } from '../../lib/core/board.ts';
import type { Clip } from '../../lib/core/records.ts';
import { boardInput } from '../../lib/db/boards.ts';
import { newestOf, type Period, themesOf } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';

export interface BrandCardData {
  /** The newest clips about it. */
  clips: Clip[];
  /** Themes that most clips are judged with, whatever the quadrant. */
  themes: { id: string; clips: number }[];
  /** The lines of its board with the strongest evidence. */
  lines: Line[];
  names: ReadonlyMap<string, string>;
}

const most = 3;

/** What is said of one brand in a period, at a glance. */
export async function brandCard(store: Store, brand: string, period: Period): Promise<BrandCardData> {
  const [clips, input, named] = await Promise.all([
    newestOf(store, { brand }, period, most),
    boardInput(store, brand, period, null),
    themesOf(store),
  ]);
  const sums = new Map<string, number>();
  for (const { theme, clips: count } of input.now.themes) if (theme) sums.set(theme, (sums.get(theme) ?? 0) + count);
  const lines = boardOf(input).flatMap((region) => region.lines);
  return {
    clips,
    themes: [...sums]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([id, count]) => ({ id, clips: count })),
    lines: lines
      .filter((line) => line.clips > 0 && !isUnnamed(line))
      .sort((a, b) => b.strength - a.strength)
      .slice(0, most),
    names: new Map(named.map(({ id, name }) => [id, name])),
  };
}
