import { useState } from 'react';
import { asksForTag, filterQuery } from '../../../lib/core/query/filter.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { both } from '../../../lib/core/query/query.ts';
import { countClips, everyClip, findClips } from '../../../lib/db/find-clips.ts';
import { contextOf } from '../../../lib/db/reader.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { useRoute, withQuery } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { SearchField } from '../../search/search-field.tsx';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { number } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useChord } from '../../use-chord.ts';
import { ClipMargin } from '../clip/clip-margin.tsx';
import { ClipRow } from './clip-row.tsx';
import { ExportMenu } from './export-menu.tsx';
import { filterOf, noFilter, typedIn } from './filter.ts';
import { FilterTitle } from './filter-title.tsx';
import { FoundWords } from './found-words.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useSettled } from './use-settled.ts';
import './library.css';

const page = 50;
/** So many clips are read for each that is to be shown, before the list says how far it looked. */
const readEach = 80;

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
  const typed = typedIn(query);
  const asking = both(filterQuery(filter), parseQuery(typed, { unfinished: true }).query);
  const open = query.get('clip');
  const address = new URLSearchParams(query);
  address.delete('clip');
  const question = address.toString();
  const first = { question, limit: page, most: page * readEach };
  const [shown, setShown] = useState(first);
  const { limit, most } = shown.question === question ? shown : first;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { write, failed, takeBack, store } = useWriting();
  const chord = useChord();

  const answer = useLive((at) => findClips(at, asking, { limit, most }), [question, limit, most]);
  const found = useLast(answer);
  // Counting may take longer than the page, which does not wait for it.
  const settled = useSettled(question, 250);
  const count = useLive(async (at) => (settled === question ? countClips(at, asking) : undefined), [question, settled]);
  const context = useLive((at) => contextOf(at, asking), [question]);
  const known = useLast(context);
  const names = new Map([...(known?.brands ?? []), ...(known?.themes ?? [])].map(({ id, name }) => [id, name]));
  const asked = known ? asksForTag(asking, known) : () => true;
  // Where all were shown, nobody need count them.
  const total = found && !found.next ? found.clips.length : (count?.total ?? null);
  const none = found?.clips.length === 0 && !found.next;
  const looked = found?.next && found.clips.length < limit ? found.next.day : null;
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
        <SearchField text={typed} live onFind={(q) => change({ q, text: null, clip: null }, { replace: true })} />
        {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
        {found && (
          <div className={none ? 'sr' : 'row wrap found'}>
            <p className="control" role="status">
              <FoundWords shown={found.clips.length} total={total} authors={count?.authors ?? null} looked={looked} />
            </p>
            {narrowed && !none && (
              <button type="button" className="link-button meta" onClick={() => change(noFilter)}>
                {i18n.t('library.clear')}
              </button>
            )}
            {!none && <ExportMenu total={total} picked={picked} load={() => everyClip(store, asking)} />}
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
              found.clips.length > 0 && (
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
        {none && (
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
              asked={asked}
              href={withQuery(route, { clip: clip.id })}
              open={open === clip.id}
              selected={selected.has(clip.id)}
              onSelect={() => select(clip.id)}
            />
          ))}
        </ol>
        {found?.next && (
          <div className="row more">
            <Button
              onClick={() => setShown(looked ? { question, limit, most: most * 4 } : { question, limit: limit + page, most: most + page * readEach })}
            >
              {i18n.t(looked ? 'library.lookFurther' : 'library.more')}
            </Button>
            {total !== null && <span className="meta">{i18n.t('library.shown', { shown: number(found.clips.length), n: number(total) })}</span>}
          </div>
        )}
      </div>
    </WithMargin>
  );
}
