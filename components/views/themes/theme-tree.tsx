import { andUnder } from '../../../lib/core/query/context.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import type { ThemeCount } from '../../../lib/db/find-themes.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { go } from '../../dashboard/route.ts';
import { libraryLink } from '../../links.ts';
import { list, number } from '../../ui/format.ts';

interface Props {
  themes: readonly StandingTheme[];
  /** Undefined while they are counted. */
  counts: ReadonlyMap<string, ThemeCount> | undefined;
  open: string | null;
}

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

function Branch({ themes, counts, open, parent }: Props & { parent: string | null }) {
  const here = themes.filter((theme) => theme.parent === parent);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((theme) => {
        const { id, name, called, definition } = theme;
        const count = counts?.get(id);
        return (
          <li key={id}>
            <div className={`theme-row ${id === open ? 'open' : ''}`}>
              <div className="grow">
                <button
                  type="button"
                  id={`theme-${id}`}
                  className="theme-name"
                  aria-expanded={id === open}
                  onClick={() => go(`#/themes/${encodeURIComponent(id)}`)}
                >
                  {name}
                </button>
                {called.length > 1 && <span className="meta"> {i18n.t('themes.also', { names: list(called.slice(1)) })}</span>}
                {definition && <p className="meta clamp-1">{definition}</p>}
              </div>
              {count && <Clips theme={theme} count={count} />}
            </div>
            <Branch themes={themes} counts={counts} open={open} parent={id} />
          </li>
        );
      })}
    </ul>
  );
}

/** The tree as nested lists: a screen reader says how deep one is, and how many there are. */
export const ThemeTree = (props: Props) => (
  <div className="theme-tree">
    <Branch {...props} parent={null} />
  </div>
);
