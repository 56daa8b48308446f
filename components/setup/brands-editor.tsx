import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Brand } from '../../lib/core/records.ts';
import { editBrand, saveBrand, trashBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { brandsOf } from '../../lib/db/queries.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive, useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { useToast } from '../ui/toast.tsx';
import { BrandRow } from './brand-row.tsx';
import './setup.css';

/** A brand not named yet: saved as soon as it is. */
function NewBrand({ kind, focused, onSave, onLeave }: { kind: Brand['kind']; focused: boolean; onSave(name: string): void; onLeave(): void }) {
  const [name, setName] = useState('');
  const save = () => {
    if (name.trim()) onSave(name);
    onLeave();
  };
  return (
    <li className="brand-row">
      <label className="new-brand">
        <span className="meta">{i18n.t(`settings.brand.kind.${kind}`)}</span>
        <input
          className="field strong"
          maxLength={100}
          // It came because the person asked for it.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus={focused}
          placeholder={i18n.t(`settings.brand.new.${kind}`)}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onBlur={save}
          onKeyDown={({ key }) => key === 'Enter' && save()}
        />
      </label>
    </li>
  );
}

/** Whom we listen for: the own brand first, then competitors and the sector. Every change is saved at once, and can be undone. */
export function BrandsEditor() {
  const store = useStore();
  const toast = useToast();
  const brands = useLive(brandsOf, []);
  const [adding, setAdding] = useState<Brand['kind'] | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  if (!brands) return null;

  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure({ error });
    }
  };
  const save = (command: ReturnType<typeof saveBrand>, words: (name: string) => string) =>
    attempt(async () => {
      const { brand, action } = await command;
      toast.say(words(brand.name), () => undo(store, action.id));
    });
  const add = (kind: Brand['kind'], name: string) =>
    save(saveBrand(store, { name, kind, aliases: [], handles: [], must: [], mustNot: [] }), (saved) => i18n.t('settings.brand.added', [saved]));
  const remove = ({ id, name }: Brand) =>
    attempt(async () => {
      const action = await trashBrand(store, id);
      toast.say(i18n.t('settings.brand.trashed', [name]), () => undo(store, action.id));
    });

  const hasOwn = brands.some(({ kind }) => kind === 'own');
  return (
    <>
      {failure && <NotSaved error={failure.error} />}
      <ul className="brand-list">
        {!hasOwn && <NewBrand kind="own" focused={false} onSave={(name) => void add('own', name)} onLeave={() => {}} />}
        {brands.map((brand) => (
          <BrandRow
            // Anew where its name is changed elsewhere or taken back.
            key={`${brand.id} ${brand.name}`}
            brand={brand}
            onSave={(changes) => void save(editBrand(store, brand.id, changes), (name) => i18n.t('settings.brand.saved', [name]))}
            onRemove={() => void remove(brand)}
          />
        ))}
        {adding && <NewBrand kind={adding} focused onSave={(name) => void add(adding, name)} onLeave={() => setAdding(null)} />}
      </ul>
      <div className="row wrap brand-add">
        <Button look="quiet" onClick={() => setAdding('competitor')}>
          <Plus className="small" /> {i18n.t('settings.brand.addCompetitor')}
        </Button>
        {hasOwn && (
          <Button look="quiet" onClick={() => setAdding('own')}>
            <Plus className="small" /> {i18n.t('settings.brand.addOwn')}
          </Button>
        )}
      </div>
    </>
  );
}
