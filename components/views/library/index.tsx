import { useState } from 'react';
import { findClips } from '../../../lib/db/find-clips.ts';
import { brandsOf, themesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { useRoute, withQuery } from '../../dashboard/route.ts';
import { SearchField } from '../../dashboard/search-field.tsx';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { number } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { useChord } from '../../use-chord.ts';
import { ClipMargin } from '../clip/clip-margin.tsx';
import { ClipRow } from './clip-row.tsx';
import { asks, filterOf, noFilter } from './filter.ts';
import { FilterTitle } from './filter-title.tsx';
import { useListKeys } from './use-list-keys.ts';
import './library.css';

const page = 50;

/** J and K go from clip to clip; Enter opens, for it is a link. */
function step(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('.clip-list .clip-link')];
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const next = at < 0 ? links[0] : links[at + by];
  next?.focus();
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

const focusedClip = () => document.activeElement?.closest('.clip-row')?.querySelector('.clip-link')?.id.slice('clip-'.length);

/** All clips, narrowed by words and by a sentence of filters. */
export default function Library() {
  const route = useRoute();
  const { query, change } = route;
  const filter = filterOf(query);
  const open = query.get('clip');
  const asked = new URLSearchParams(query);
  asked.delete('clip');
  const question = asked.toString();
  const [shown, setShown] = useState({ question, limit: page });
  const limit = shown.question === question ? shown.limit : page;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { write, failed, takeBack, store } = useWriting();
  const chord = useChord();

  const answer = useLive((at) => findClips(at, filter, limit), [question, limit]);
  const found = useLast(answer);
  const rows = useLive(async (at) => [...(await brandsOf(at)), ...(await themesOf(at))], []);
  const names = new Map(rows?.map(({ id, name }) => [id, name]));
  const picked = found?.clips.filter(({ id }) => selected.has(id)) ?? [];

  const select = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const trash = async () => {
    const words = i18n.t('library.trashed', picked.length, { n: number(picked.length) });
    const done = await write(async ({ trashClip, inBatch }) => {
      const together = inBatch(store);
      const actions = [];
      for (const { id } of picked) actions.push(await trashClip(together, id));
      return actions;
    }, words);
    if (done) setSelected(new Set());
  };
  useListKeys((key) => {
    const clip = focusedClip();
    if (key === 'J') step(1);
    else if (key === 'K') step(-1);
    else if (key === 'X' && clip) select(clip);
    else if (key === 'Z') takeBack();
    else return false;
    return true;
  });

  const narrowed = question !== '';
  return (
    <WithMargin width={392} margin={open && <ClipMargin key={open} id={open} opener={`clip-${open}`} onClose={() => change({ clip: null })} />}>
      <div className="library">
        <FilterTitle filter={filter} />
        <SearchField text={filter.text ?? ''} live onFind={(text) => change({ text, clip: null }, { replace: true })} />
        {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
        {found && (
          <div className={found.total > 0 ? 'row wrap found' : 'sr'}>
            <p className="control" role="status">
              <Sentence words={i18n.t('library.found', found.total, slots('n'))} parts={{ n: <b>{number(found.total)}</b> }} />{' '}
              {found.authors !== null && found.total > 0 && (
                <span className="ink-2">{i18n.t('library.fromAuthors', found.authors, { n: number(found.authors) })}</span>
              )}
            </p>
            {narrowed && found.total > 0 && (
              <button type="button" className="link-button meta" onClick={() => change(noFilter)}>
                {i18n.t('library.clear')}
              </button>
            )}
            {picked.length > 0 ? (
              <div className="row end">
                <span className="control">{i18n.t('library.selected', picked.length, { n: number(picked.length) })}</span>
                <Button small onClick={trash}>
                  {i18n.t('library.trashCounted', picked.length, { n: number(picked.length) })}
                </Button>
                <Button small look="quiet" onClick={() => setSelected(new Set())}>
                  {i18n.t('library.unselect')}
                </Button>
              </div>
            ) : (
              found.total > 0 && (
                <p className="keys end">
                  <span>
                    <Kbd keys="J" /> <Kbd keys="K" /> {i18n.t('library.keysMove')}
                  </span>
                  <span>
                    <Kbd keys="X" /> {i18n.t('library.keysSelect')}
                  </span>
                </p>
              )
            )}
          </div>
        )}
        {found?.total === 0 && (
          <EmptyState title={i18n.t(narrowed ? 'library.nothingFound' : 'library.empty')}>
            {narrowed ? (
              <button type="button" className="link-button" onClick={() => change(noFilter)}>
                {i18n.t('library.clear')}
              </button>
            ) : (
              <>
                <p>{chord ? i18n.t('popup.pressChord', [chord]) : i18n.t('popup.pressNoChord')}</p>
                <p>{i18n.t('library.emptyHint')}</p>
              </>
            )}
          </EmptyState>
        )}
        <ol className="clip-list" aria-busy={answer === undefined} aria-label={i18n.t('library.list')}>
          {found?.clips.map((clip) => (
            <ClipRow
              key={clip.id}
              clip={clip}
              names={names}
              asked={(tag) => asks(filter, tag)}
              href={withQuery(route, { clip: clip.id })}
              open={open === clip.id}
              selected={selected.has(clip.id)}
              onSelect={() => select(clip.id)}
            />
          ))}
        </ol>
        {found && found.clips.length < found.total && (
          <div className="row more">
            <Button onClick={() => setShown({ question, limit: limit + page })}>{i18n.t('library.more')}</Button>
            <span className="meta">{i18n.t('library.shown', { shown: number(found.clips.length), n: number(found.total) })}</span>
          </div>
        )}
      </div>
    </WithMargin>
  );
}
