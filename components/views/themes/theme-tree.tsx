import type { KeyboardEvent } from 'react';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import type { ThemeCount } from '../../../lib/db/find-themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useDrag } from '../../dashboard/use-drag.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { type Drop, dropAt } from './drop.ts';
import { ThemeRow } from './theme-row.tsx';
import type { ThemeMoves } from './use-moves.ts';

interface Props {
  themes: readonly StandingTheme[];
  /** Undefined while they are counted. */
  counts: ReadonlyMap<string, ThemeCount> | undefined;
  open: string | null;
  moves: ThemeMoves;
}

interface BranchProps extends Props {
  parent: string | null;
  dragged: string | null;
  drop: Drop | null;
}

function Branch({ parent, ...props }: BranchProps) {
  const { themes, counts, open, moves, dragged, drop } = props;
  const here = themes.filter((theme) => theme.parent === parent);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((theme) => (
        <li key={theme.id} className={dragged === theme.id ? 'dragged' : undefined}>
          <ThemeRow
            theme={theme}
            count={counts?.get(theme.id)}
            isOpen={theme.id === open}
            look={drop?.parent === theme.id ? 'drop' : ''}
            arrives={moves.arrives}
          />
          <Branch {...props} parent={theme.id} />
        </li>
      ))}
    </ul>
  );
}

/** The line above the tree: says how themes are moved; while one that stands under another is dragged, the place to drop it for the top. */
function TopPlace({ isOffered, drop }: { isOffered: boolean; drop: Drop | null }) {
  if (isOffered) return <p className={`control theme-top offered ${drop?.parent === null ? 'drop' : ''}`}>{i18n.t('themes.dropTop')}</p>;
  return (
    <p className="meta theme-top">
      <Sentence words={i18n.t('themes.moveHint', slots('in', 'out'))} parts={{ in: <Kbd keys="Alt+Shift+→" />, out: <Kbd keys="Alt+Shift+←" /> }} />
    </p>
  );
}

/** The tree as nested lists: a screen reader says how deep one is, and how many there are. Themes are moved by drag, and by keys. */
export function ThemeTree(props: Props) {
  const { themes, moves } = props;
  const { dragging, onPointerDown } = useDrag<Drop>({
    rows: '.theme-row',
    dropAt: dropAt(themes),
    onDrop: (id, { parent }) => void moves.place(themes, id, parent),
  });
  const drop = dragging?.drop ?? null;
  const dragged = themes.find(({ id }) => id === dragging?.id);
  // Alt with an arrow alone goes back in the browser's history.
  function onKey(event: KeyboardEvent<HTMLElement>) {
    const { key, altKey, shiftKey, ctrlKey, metaKey, target } = event;
    if (!altKey || !shiftKey || ctrlKey || metaKey || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return;
    const id = target instanceof Element ? target.closest<HTMLElement>('.theme-row')?.dataset['id'] : undefined;
    if (!id) return;
    event.preventDefault();
    moves.step(id, key === 'ArrowRight' ? 'in' : 'out');
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and drags are those of the rows inside
    <div
      className={`theme-tree ${dragging ? 'dragging' : ''} ${dragging && !drop ? 'nowhere' : ''}`}
      onKeyDown={onKey}
      onPointerDown={onPointerDown}
      // Its own dragging of links and words would take the pointer away.
      onDragStart={(event) => event.preventDefault()}
    >
      <TopPlace isOffered={(dragged?.parent ?? null) !== null} drop={drop} />
      <Branch {...props} parent={null} dragged={dragged?.id ?? null} drop={drop} />
      {dragging && dragged && (
        <p className="drag-name control strong" style={{ translate: `${dragging.x + 12}px ${dragging.y + 12}px` }} aria-hidden="true">
          {dragged.name}
        </p>
      )}
    </div>
  );
}
