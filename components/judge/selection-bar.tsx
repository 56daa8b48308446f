import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import './selection.css';

interface Props {
  /** How many are selected. */
  count: number;
  /** How many could be: all that answer. null where nobody has counted them. */
  total: number | null;
  busy: boolean;
  onAll(): void;
  onChange(): void;
  onTrash(): void;
  onClear(): void;
}

/** How many clips are selected, and what can be done with all of them. */
export function SelectionBar({ count, total, busy, onAll, onChange, onTrash, onClear }: Props) {
  return (
    <section className="selection row wrap control" aria-label={i18n.t('bulk.label')} aria-busy={busy}>
      <span className="grow" role="status">
        {busy ? i18n.t('bulk.changing') : i18n.t('inbox.selected', count, [number(count)])}
      </span>
      {(total === null || total > count) && (
        <Button look="quiet" small onClick={onAll}>
          {total === null ? i18n.t('bulk.allFound') : i18n.t('bulk.all', total, { n: number(total) })} <Kbd keys="*" />
        </Button>
      )}
      <Button small onClick={onChange}>
        {i18n.t('bulk.open')} <Kbd keys="C" />
      </Button>
      <Button look="quiet" small onClick={onTrash}>
        {i18n.t('library.trashCounted', count, { n: number(count) })}
      </Button>
      <Button look="quiet" small onClick={onClear}>
        {i18n.t('library.unselect')} <Kbd keys="Esc" />
      </Button>
    </section>
  );
}
