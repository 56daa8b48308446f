import Pencil from 'lucide-react/icons/pencil';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import Trash2 from 'lucide-react/icons/trash-2';
import { type FormEvent, useState } from 'react';
import { pinnedOf, type SavedView } from '../../lib/core/saved-view.ts';
import { savedViews } from '../../lib/db/find-views.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { views } from '../views/index.ts';
import { parseRoute, useRoute, withQuery } from './route.ts';
import { useWriting } from './use-writing.ts';

type Writing = ReturnType<typeof useWriting>;

// One function, so that the field takes the focus once, and not each time that the list is drawn.
const toFocus = (field: HTMLInputElement | null) => field?.focus();

/** A name typed into a field; empty, it stays as it was. */
function NameForm({ label, value, act, onName }: { label: string; value: string; act: string; onName(name: string): void }) {
  const [name, setName] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onName(name);
  };
  return (
    <form className="row" onSubmit={submit}>
      <input className="field grow" aria-label={label} value={name} maxLength={100} ref={toFocus} onChange={({ target }) => setName(target.value)} />
      <Button type="submit" small disabled={!name.trim()}>
        {act}
      </Button>
    </form>
  );
}

function Row({ view, pinned, here, write, store }: { view: SavedView; pinned: boolean; here: boolean } & Pick<Writing, 'write' | 'store'>) {
  const [renaming, setRenaming] = useState(false);
  const { id, name, hash } = view;
  const named = { name };
  if (renaming) {
    const rename = (next: string) => {
      setRenaming(false);
      if (next.trim() !== name) void write(({ renameView }) => renameView(store, id, next), i18n.t('views.renamed', { name: next.trim() }));
    };
    return (
      <li>
        <NameForm label={i18n.t('views.name')} value={name} act={i18n.t('views.rename')} onName={rename} />
      </li>
    );
  }
  const pin = i18n.t(pinned ? 'views.unpinNamed' : 'views.pinNamed', named);
  const rename = i18n.t('views.renameNamed', named);
  const remove = i18n.t('views.deleteNamed', named);
  return (
    <li className="row">
      <span className="grow">
        <a href={hash} aria-current={here ? 'page' : undefined}>
          {name}
        </a>{' '}
        {pinned && <span className="meta">{i18n.t('views.inPopup')}</span>}
      </span>
      <Button
        small
        look="quiet"
        iconOnly
        aria-label={pin}
        title={pin}
        onClick={() => void write(({ pinView }) => pinView(store, pinned ? null : id), i18n.t(pinned ? 'views.unpinned' : 'views.nowPinned', named))}
      >
        {pinned ? <PinOff /> : <Pin />}
      </Button>
      <Button small look="quiet" iconOnly aria-label={rename} title={rename} onClick={() => setRenaming(true)}>
        <Pencil />
      </Button>
      <Button
        small
        look="quiet"
        iconOnly
        aria-label={remove}
        title={remove}
        onClick={() => void write(({ deleteView }) => deleteView(store, id), i18n.t('views.deleted', named))}
      >
        <Trash2 />
      </Button>
    </li>
  );
}

/** What is shown now, to be kept under a name, and all that was kept: each a link, to be pinned, renamed or deleted. */
export function SavedViews() {
  const route = useRoute();
  const { store, write, failed } = useWriting();
  const kept = useLive(savedViews, []);
  if (!kept) return null;
  // Of a later version there may be some that this one has no page for.
  const shown = kept.filter(({ hash }) => views.some(({ id }) => id === parseRoute(hash).view));
  const pinned = pinnedOf(shown);
  // A list, not the clip that lies open beside it.
  const hash = withQuery(route, { clip: null });
  const here = views.find(({ id }) => id === route.view)?.name() ?? '';
  const save = (name: string) => void write(({ saveView }) => saveView(store, { name, hash }), i18n.t('views.saved', { name: name.trim() }));
  return (
    <>
      <h2 className="small-title">{i18n.t('views.save')}</h2>
      <NameForm key={`${hash} ${kept.length}`} label={i18n.t('views.name')} value={here} act={i18n.t('views.keep')} onName={save} />
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      <h2 className="small-title">{i18n.t('views.title')}</h2>
      {shown.length === 0 ? (
        <p className="meta">{i18n.t('views.empty')}</p>
      ) : (
        <ul>
          {shown.map((view) => (
            <Row key={view.id} view={view} pinned={view === pinned} here={view.hash === hash} write={write} store={store} />
          ))}
        </ul>
      )}
      {shown.length > 0 && <p className="meta">{i18n.t('views.pinHint')}</p>}
    </>
  );
}
