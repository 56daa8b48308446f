import { useEffect, useRef } from 'react';
import { andUnder } from '../../../lib/core/query/context.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import type { ThemeCount } from '../../../lib/db/find-themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { go } from '../../dashboard/route.ts';
import { libraryLink } from '../../links.ts';
import { list, number } from '../../ui/format.ts';

/** How many clips, and the way to them; nothing to go to where there are none. */
function Clips({ theme: { id, name }, count: { own, all } }: { theme: StandingTheme; count: ThemeCount }) {
  const words = i18n.t('themes.clips', own, { n: number(own) });
  const whole = i18n.t('themes.clipsUnder', all, { n: number(all) });
  return (
    <p className="meta dots theme-clips">
      {own > 0 ? (
        <a href={libraryLink({ theme: id })} aria-label={i18n.t('themes.clipsNamed', { clips: words, name })}>
          {words}
        </a>
      ) : (
        <span>{words}</span>
      )}
      {all > own && (
        <a href={libraryLink({ theme: id + andUnder })} aria-label={i18n.t('themes.clipsNamed', { clips: whole, name })}>
          {whole}
        </a>
      )}
    </p>
  );
}

interface Props {
  theme: StandingTheme;
  /** Undefined while it is counted. */
  count: ThemeCount | undefined;
  isOpen: boolean;
  /** Classes while something is dragged. */
  look: string;
  /** Whether it was just moved here: the focus goes with it. */
  arrives(id: string): boolean;
}

/** One theme: its names, what it means, its clips. */
export function ThemeRow({ theme, count, isOpen, look, arrives }: Props) {
  const { id, name, called, definition } = theme;
  const button = useRef<HTMLButtonElement>(null);
  // Elsewhere in the tree it is another row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it appears
  useEffect(() => {
    if (arrives(id)) button.current?.focus();
  }, []);
  return (
    <div className={`theme-row ${isOpen ? 'open' : ''} ${look}`} data-id={id}>
      <div className="grow">
        <button
          ref={button}
          type="button"
          id={`theme-${id}`}
          className="theme-name"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+Shift+ArrowRight Alt+Shift+ArrowLeft"
          onClick={() => go(`#/themes/${encodeURIComponent(id)}`)}
        >
          {name}
        </button>
        {called.length > 1 && <span className="meta"> {i18n.t('themes.also', { names: list(called.slice(1)) })}</span>}
        {definition && <p className="meta clamp-1">{definition}</p>}
      </div>
      {count && <Clips theme={theme} count={count} />}
    </div>
  );
}
