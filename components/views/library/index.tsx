import { useState } from 'react';
import { letters, quadrants } from '../../../lib/core/quadrant.ts';
import { asksForTag, filterQuery } from '../../../lib/core/query/filter.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { both } from '../../../lib/core/query/query.ts';
import { countClips, everyClip, findClips } from '../../../lib/db/find-clips.ts';
import { themesOf } from '../../../lib/db/queries.ts';
import { contextOf } from '../../../lib/db/reader.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { useRoute, withQuery } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { type Begin, ChangeDialog } from '../../judge/change-dialog.tsx';
import { SelectionBar } from '../../judge/selection-bar.tsx';
import { newRuleLink } from '../../links.ts';
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
import { filterOf, noFilter, ruleQuery, typedIn } from './filter.ts';
import { FilterTitle } from './filter-title.tsx';
import { FoundWords } from './found-words.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useMany } from './use-many.ts';
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

/** The field of the dialog to which a key leads. */
const begins: Partial<Record<string, Begin>> = { C: 'state', V: 'state', P: 'priority', A: 'owner', B: 'brand' };

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
  const writing = useWriting();
  const { failed, takeBack, store } = writing;
  const chord = useChord();

  const answer = useLive((at) => findClips(at, asking, { limit, most }), [question, limit, most]);
  const found = useLast(answer);
  // Counting may take longer than the page, which does not wait for it.
  const settled = useSettled(question, 250);
  const count = useLive(async (at) => (settled === question ? countClips(at, asking) : undefined), [question, settled]);
  const context = useLive((at) => contextOf(at, asking), [question]);
  const known = useLast(context);
  const names = new Map([...(known?.brands ?? []), ...(known?.themes ?? [])].map(({ id, name }) => [id, name]));
  const themes = useLast(useLive(themesOf, []));
  const definitions = new Map((themes ?? []).map(({ id, definition }) => [id, definition]));
  const asked = known ? asksForTag(asking, known) : () => true;
  // Where all were shown, nobody need count them.
  const total = found && !found.next ? found.clips.length : (count?.total ?? null);
  const none = found?.clips.length === 0 && !found.next;
  const looked = found?.next && found.clips.length < limit ? found.next.day : null;
  const many = useMany({ shown: found?.clips ?? [], question, asking, writing, nameOf: (id) => names.get(id) ?? '' });
  const { selection, ids } = many;

  useListKeys((key, shift) => {
    const clip = focusedClip();
    const quadrant = quadrants.find((name) => letters[name] === key);
    const begin = quadrant ? { quadrant } : begins[key];
    if (key === 'J') step(1);
    else if (key === 'K') step(-1);
    else if (key === 'X' && clip) selection.toggle(clip, shift);
    else if (key === '*') void many.selectAll();
    else if (key === 'E' && (ids.length > 0 || clip)) void many.change(ids.length > 0 ? ids : [clip!], { state: 'archived' });
    else if (key === 'ESCAPE' && ids.length > 0) selection.clear();
    else if (key === 'Z') takeBack();
    else return begin !== undefined && many.open(begin, clip);
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
            {narrowed && !none && (
              <a className="control" href={newRuleLink({ q: ruleQuery(filter, typed, names) })}>
                {i18n.t('rules.fromSearch')}
              </a>
            )}
            {!none && <ExportMenu total={total} picked={ids.length} loadPicked={many.load} load={() => everyClip(store, asking)} />}
            {ids.length === 0 && found.clips.length > 0 && (
              <p className="keys end">
                <span>
                  <Kbd keys="J" /> <Kbd keys="K" /> {i18n.t('library.keysMove')}
                </span>
                <span>
                  <Kbd keys="X" /> {i18n.t('library.keysSelect')}
                </span>
              </p>
            )}
          </div>
        )}
        {ids.length > 0 && (
          <SelectionBar
            count={ids.length}
            total={total}
            busy={many.busy}
            onAll={many.selectAll}
            onChange={() => many.open('state')}
            onTrash={many.trash}
            onClear={selection.clear}
          />
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
              definitions={definitions}
              asked={asked}
              href={withQuery(route, { clip: clip.id })}
              open={open === clip.id}
              selected={selection.ids.has(clip.id)}
              onSelect={(range) => selection.toggle(clip.id, range)}
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
        {many.changing && (
          <ChangeDialog
            count={many.changing.ids.length}
            begin={many.changing.begin}
            onChange={(what) => void many.change(many.changing?.ids ?? [], what)}
            onClose={many.close}
          />
        )}
      </div>
    </WithMargin>
  );
}
