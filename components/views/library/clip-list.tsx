import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useRoute, withQuery } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import type { LongList } from '../../list/use-parts.ts';
import { useRows } from '../../list/use-rows.ts';
import { useSteps } from '../../list/use-steps.ts';
import { ClipRow } from './clip-row.tsx';
import { useListKeys } from './use-list-keys.ts';

interface Props {
  list: LongList<Clip>;
  /** How many there are; null where nobody has counted them. */
  total: number | null;
  names: ReadonlyMap<string, string>;
  asked(tag: Clip['tags'][number]): boolean;
  /** What themes mean, by id. */
  definitions: ReadonlyMap<string, string>;
  selected: ReadonlySet<string>;
  onSelect(id: string, range: boolean): void;
  /** What another key means, with the clip that has the focus; false where it means nothing. */
  act(key: string, clip: string | undefined): boolean;
}

/** A row of two lines, as most are. */
const height = 84;

/** The clips, newest first. J and K go from one to the next; Enter opens, for it is a link. */
export function ClipList({ list, total, names, definitions, asked, selected, onSelect, act }: Props) {
  const route = useRoute();
  const open = route.query.get('clip');
  // The focus goes back to the clip that was opened last.
  const kept = useLast(open ?? undefined);
  const rows = useRows({ ...list, height, kept });
  const { step, toStart, toEnd } = useSteps({ list, rows, target: (row) => row.querySelector<HTMLElement>('.clip-link') });
  useListKeys((key, shift) => {
    const focused = document.activeElement?.closest('.clip-row')?.querySelector('.clip-link')?.id.slice('clip-'.length);
    if (key === 'J') step(1);
    else if (key === 'K') step(-1);
    else if (key === 'HOME') toStart();
    else if (key === 'END') toEnd();
    else if (key === 'X' && focused) onSelect(focused, shift);
    else return act(key, focused);
    return true;
  });
  return (
    <ol className="clip-list" aria-busy={list.isBusy} aria-label={i18n.t('library.list')} {...rows.place}>
      {rows.drawn.map((row) => (
        <ClipRow
          key={row.key}
          clip={list.rows.get(row.key)}
          row={rows.row(row)}
          place={{ 'aria-posinset': row.index + 1, 'aria-setsize': total ?? -1 }}
          names={names}
          definitions={definitions}
          asked={asked}
          href={withQuery(route, { clip: row.key })}
          open={open === row.key}
          selected={selected.has(row.key)}
          onSelect={(range) => onSelect(row.key, range)}
        />
      ))}
    </ol>
  );
}
