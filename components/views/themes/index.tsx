import { useEffect, useMemo, useRef } from 'react';
import { clipsOfTheme, countThemes } from '../../../lib/db/find-themes.ts';
import { themesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { go } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive, useLiveEach } from '../../store.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useListKeys } from '../library/use-list-keys.ts';
import type { ViewProps } from '../view.ts';
import { NewTheme } from './new-theme.tsx';
import { ThemeMargin } from './theme-margin.tsx';
import { ThemeTree } from './theme-tree.tsx';
import { useMoves } from './use-moves.ts';
import './themes.css';

/** What people talk about, as a tree: what each theme means, what else it is called, and which of them are one. */
export default function Themes({ rest }: ViewProps) {
  const writing = useWriting();
  const moves = useMoves(writing);
  const themes = useLive(themesOf, []);
  const clips = useLast(
    useLiveEach(
      clipsOfTheme,
      themes?.map(({ id }) => id),
    ),
  );
  const counts = useMemo(() => themes && clips && countThemes(themes, clips), [themes, clips]);
  const title = useRef<HTMLHeadingElement>(null);
  // A link to one that was merged leads to what it was merged into.
  const open = themes?.find(({ id, merged }) => id === rest || merged.some((one) => one.id === rest));
  const isGone = themes !== undefined && rest !== null && !open;
  useEffect(() => {
    if (isGone) title.current?.focus();
  }, [isGone]);
  useListKeys((key) => {
    if (key !== 'Z') return false;
    writing.takeBack();
    return true;
  });
  if (!themes) return null;
  return (
    <div className="themes">
      <h1 ref={title} className="page-title" tabIndex={-1}>
        {i18n.t('themes.title')}
      </h1>
      <p className="control ink-2 themes-hint">{i18n.t('themes.hint')}</p>
      {writing.failed && !open && <NotSaved error={writing.failed.error} onAgain={writing.failed.again} />}
      <WithMargin
        width={352}
        margin={
          open && (
            <ThemeMargin key={open.id} theme={open} themes={themes} count={counts?.get(open.id)} writing={writing} onClose={() => go('#/themes')} />
          )
        }
      >
        <NewTheme themes={themes} writing={writing} />
        {themes.length === 0 ? (
          <EmptyState title={i18n.t('themes.empty')}>
            <p>{i18n.t('themes.emptyHint')}</p>
          </EmptyState>
        ) : (
          <section aria-label={i18n.t('themes.list')} aria-busy={!counts}>
            <ThemeTree themes={themes} counts={counts} open={open?.id ?? null} moves={moves} />
          </section>
        )}
      </WithMargin>
    </div>
  );
}
