import { type MixId, type MixTable, mixIds, mixTable, partsOf } from '../../../lib/core/mix.ts';
import { type JudgedWith, pathTo, themeParts } from '../../../lib/core/theme-mix.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import type { SeenData } from './seen-data.ts';

/** With what the judged clips of each of the brands compared are judged with; null until that is read. */
export interface MixData extends SeenData {
  judged: readonly (readonly JudgedWith[])[] | null;
}

/** More kinds than this are summed up, unless all are asked for. */
const mostColumns = 6;

/** What of the mixes was opened: a theme that others stand under, and the mix of which every kind is shown. */
export type Opened = Readonly<Record<'under' | 'all', string | null>>;

const columnsIn = (id: MixId, { all }: Opened): number => (id === all ? Number.POSITIVE_INFINITY : mostColumns);

/** Whether some are summed up, as long as not all are asked for. */
export const isLong = ({ table: { kinds } }: Pick<ShownMix, 'table'>): boolean => kinds > mostColumns;

/** One mix as a table; of themes, the top of their tree or what stands under one that was opened. */
export interface ShownMix {
  id: MixId;
  under: StandingTheme | null;
  table: MixTable;
}

/** All levels of the tree down to the theme that is open, as far as each has a column of its own in the level above. */
function themeLevels({ themes, judged }: MixData, opened: Opened): ShownMix[] {
  if (!judged) return [];
  const levels: ShownMix[] = [];
  for (const under of [null, ...pathTo(themes, opened.under)]) {
    const isShown = under === null || (levels.at(-1)!.table.columns.includes(under.id) && hasUnder(themes, under.id));
    if (!isShown) break;
    const parts = judged.map((of) => themeParts(of, themes, under?.id ?? null));
    levels.push({ id: 'themeMix', under, table: mixTable(parts, columnsIn('themeMix', opened)) });
  }
  return levels;
}

/** Every mix that is shown, in order: what the page, its picture and its CSV have in common. */
export const mixTables = (data: MixData, opened: Opened): ShownMix[] =>
  mixIds.flatMap((id): ShownMix[] => {
    if (id === 'themeMix') return themeLevels(data, opened);
    const parts = data.compared.map(({ tally }) => partsOf[id](tally));
    return [{ id, under: null, table: mixTable(parts, columnsIn(id, opened)) }];
  });

export const hasUnder = (themes: readonly StandingTheme[], id: string): boolean => themes.some(({ parent }) => parent === id);
