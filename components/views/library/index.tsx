import { quadrantOf } from '../../../lib/core/quadrant.ts';
import { asksForTag, filterQuery } from '../../../lib/core/query/filter.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import { both } from '../../../lib/core/query/query.ts';
import { countClips, everyClip, pagedClips } from '../../../lib/db/find-clips.ts';
import { type Nameable, nameableOf } from '../../../lib/db/queries.ts';
import { contextOf } from '../../../lib/db/reader.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { useRoute } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { type Begin, ChangeDialog } from '../../judge/change-dialog.tsx';
import { SelectionBar } from '../../judge/selection-bar.tsx';
import { newRuleLink } from '../../links.ts';
import { useParts } from '../../list/use-parts.ts';
import { SearchField } from '../../search/search-field.tsx';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useChord } from '../../use-chord.ts';
import { ClipMargin } from '../clip/clip-margin.tsx';
import { ClipList } from './clip-list.tsx';
import { filterOf, noFilter, ruleQuery, typedIn } from './filter.ts';
import { FilterTitle } from './filter-title.tsx';
import { FoundBar } from './found-bar.tsx';
import { useMany } from './use-many.ts';
import { useSettled } from './use-settled.ts';
import './library.css';

/** The field of the dialog to which a key leads. */
const begins: Partial<Record<string, Begin>> = { C: 'state', V: 'state', P: 'priority', A: 'owner', B: 'brand' };

const nothing: Nameable = { brands: [], themes: [], people: [] };

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
  const writing = useWriting();
  const { failed, takeBack, store } = writing;
  const chord = useChord();

  const found = useParts(pagedClips(asking), question);
  // Counting may take longer than the page, which does not wait for it.
  const settled = useSettled(question, 250);
  const count = useLive(async (at) => (settled === question ? countClips(at, asking) : undefined), [question, settled]);
  const context = useLive((at) => contextOf(at, asking), [question]);
  const known = useLast(context);
  const names = useLast(useLive(nameableOf, [])) ?? nothing;
  const named = new Map([...names.brands, ...names.themes].map(({ id, name }) => [id, name]));
  const definitions = new Map(names.themes.map(({ id, definition }) => [id, definition]));
  const asked = known ? asksForTag(asking, known) : () => true;
  // Where all are known, nobody need count them.
  const total = found?.isWhole ? found.keys.length : (count?.total ?? null);
  const none = found?.keys.length === 0 && found.isWhole;
  const looked = found?.tiredAt?.day ?? null;
  const many = useMany({
    order: found?.keys ?? [],
    isWhole: found?.isWhole ?? false,
    question,
    asking,
    writing,
    nameOf: (id) => named.get(id) ?? '',
  });
  const { selection, ids } = many;

  const act = (key: string, clip: string | undefined) => {
    const quadrant = quadrantOf(key);
    const begin = quadrant ? { quadrant } : begins[key];
    if (key === '*') void many.selectAll();
    else if (key === 'E' && (ids.length > 0 || clip)) void many.change(ids.length > 0 ? ids : [clip!], { state: 'archived' });
    else if (key === 'ESCAPE' && ids.length > 0) selection.clear();
    else if (key === 'Z') takeBack();
    else return begin !== undefined && many.open(begin, clip);
    return true;
  };

  const narrowed = question !== '';
  return (
    <WithMargin width={392} margin={open && <ClipMargin key={open} id={open} opener={`clip-${open}`} onClose={() => change({ clip: null })} />}>
      <div className="library">
        <FilterTitle filter={filter} />
        <SearchField text={typed} live onFind={(q) => change({ q, text: null, clip: null }, { replace: true })} />
        {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
        {found && (
          <FoundBar
            found={{ shown: found.keys.length, total, authors: count?.authors ?? null, looked }}
            picked={ids.length}
            loadPicked={many.load}
            load={() => everyClip(store, asking)}
            rule={narrowed ? newRuleLink({ q: ruleQuery(filter, typed, named) }) : null}
            onClear={narrowed ? () => change(noFilter) : null}
          />
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
        {found && (
          <ClipList
            list={found}
            total={total}
            names={named}
            definitions={definitions}
            asked={asked}
            selected={selection.ids}
            onSelect={selection.toggle}
            act={act}
          />
        )}
        {looked && (
          <div className="row more">
            <Button onClick={() => found?.further()}>{i18n.t('library.lookFurther')}</Button>
          </div>
        )}
        {many.changing && (
          <ChangeDialog
            count={many.changing.ids.length}
            begin={many.changing.begin}
            names={names}
            onChange={(what) => void many.change(many.changing?.ids ?? [], what)}
            onClose={many.close}
          />
        )}
      </div>
    </WithMargin>
  );
}
