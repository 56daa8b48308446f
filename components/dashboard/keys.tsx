import { type RefObject, useEffect, useRef } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { singleKeys } from '../../lib/settings.ts';
import { focusSearch } from '../search/search-field.tsx';
import { isTyping } from '../typing.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useSingleKeys } from '../use-single-keys.ts';
import { views } from '../views/index.ts';
import { go } from './route.ts';

interface DashboardKeys {
  dialog: RefObject<HTMLDialogElement | null>;
  show(): void;
  /** Whether single letters do anything (WCAG 2.1.4: they can be turned off). */
  on: boolean;
  turn(on: boolean): void;
}

/** "/" searches, G and a letter goes to a view, "?" shows all keys. */
export function useDashboardKeys(): DashboardKeys {
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useSingleKeys();
  const going = useRef(false);

  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || dialog.current?.open) return;
      const letter = event.key.toUpperCase();
      if (going.current) {
        going.current = false;
        const view = views.find(({ key }) => key === letter);
        if (!view) return;
        // Else the view that comes would take the letter too.
        event.stopImmediatePropagation();
        event.preventDefault();
        go(`#/${view.id}`);
      } else if (letter === 'G') going.current = true;
      else if (event.key === '/') {
        event.preventDefault();
        focusSearch();
      } else if (event.key === '?') dialog.current?.showModal();
    };
    // While it goes down, before any list has seen it: "G S" is no judgement.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [on]);

  return { dialog, show: () => dialog.current?.showModal(), on, turn: (next) => void singleKeys.setValue(next) };
}

const groups = {
  anywhere: [
    ['/', 'search'],
    ['?', 'keys'],
    ['Esc', 'close'],
  ],
  library: [
    ['J', 'next'],
    ['K', 'back'],
    ['Enter', 'open'],
    ['X', 'select'],
    ['Shift+X', 'selectTo'],
    ['*', 'selectAll'],
    ['C', 'change'],
    ['S W O T', 'judge'],
    ['B', 'brand'],
    ['P', 'priority'],
    ['A', 'owner'],
    ['E', 'archive'],
    ['Z', 'undo'],
  ],
  clip: [
    ['S W O T', 'judge'],
    ['#', 'theme'],
    ['I', 'factor'],
    ['N', 'reason'],
    ['P', 'priority'],
    ['A', 'owner'],
    ['V', 'nextState'],
  ],
  swot: [
    ['↑ ↓ ← →', 'move'],
    ['Enter', 'evidence'],
    ['M S W O T', 'moveStatement'],
    ['Alt+↑ Alt+↓', 'reorder'],
    ['Z', 'undo'],
  ],
  benchmark: [['Shift+T', 'table']],
  themes: [
    ['Alt+Shift+→ Alt+Shift+←', 'nest'],
    ['Z', 'undo'],
  ],
} as const;

/** All keys, and the switch for single letters. */
export function Keys({ dialog, on, turn }: DashboardKeys) {
  return (
    <dialog ref={dialog} className="keys-dialog" aria-labelledby="keys-title">
      <h2 id="keys-title" className="section-title">
        {i18n.t('dashboard.keys.title')}
      </h2>
      {Object.entries(groups).map(([group, keys]) => (
        <section key={group}>
          <h3 className="small-title">{i18n.t(`dashboard.keys.in.${group as keyof typeof groups}`)}</h3>
          <dl>
            {keys.map(([key, act]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((one) => (
                    <Kbd key={one} keys={one} />
                  ))}
                </dt>
                <dd>{i18n.t(`dashboard.keys.act.${act}`)}</dd>
              </div>
            ))}
            {group === 'anywhere' &&
              views.map(
                ({ id, key, name }) =>
                  key && (
                    <div key={id}>
                      <dt>
                        <Kbd keys="G" /> <Kbd keys={key} />
                      </dt>
                      <dd>{name()}</dd>
                    </div>
                  ),
              )}
          </dl>
        </section>
      ))}
      <label className="row control">
        <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />
        {i18n.t('dashboard.keys.single')}
      </label>
      <form method="dialog">
        <Button type="submit">{i18n.t('ui.close')}</Button>
      </form>
    </dialog>
  );
}
