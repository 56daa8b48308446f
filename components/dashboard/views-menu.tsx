import Bookmark from 'lucide-react/icons/bookmark';
import { lazy, Suspense, useId } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { useDrop } from './use-drop.ts';
import './saved-views.css';

/** Comes when it is first opened: it writes. */
const SavedViews = lazy(() => import('./saved-views.tsx').then(({ SavedViews: it }) => ({ default: it })));

/** Keeps what is shown now under a name, and lists what was kept. */
export function ViewsMenu() {
  const { open, setOpen, place, button, onKeyDown } = useDrop();
  const id = useId();
  const label = i18n.t('views.title');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever inside the focus is
    <span className="drop" ref={place} onKeyDown={onKeyDown}>
      <Button
        look="quiet"
        iconOnly
        ref={button}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Bookmark />
      </Button>
      {open && (
        <section id={id} className="dropped saved-views" aria-label={label}>
          <Suspense>
            <SavedViews />
          </Suspense>
        </section>
      )}
    </span>
  );
}
