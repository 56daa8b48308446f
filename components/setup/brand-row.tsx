import Ellipsis from 'lucide-react/icons/ellipsis';
import { useId, useState } from 'react';
import type { Brand } from '../../lib/core/records.ts';
import type { BrandChanges } from '../../lib/db/brands.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { TokenField } from './token-field.tsx';

const kinds = ['own', 'competitor', 'sector'] as const;
const sets = ['aliases', 'handles', 'must', 'mustNot'] as const;
/** Words shown beside the name while the rest is folded away. */
const shown = 4;

interface Props {
  brand: Brand;
  onSave(changes: BrandChanges): void;
  onRemove(): void;
}

/** One brand: its name, and folded away all by which it is recognised. What is left is saved when a field is left. */
export function BrandRow({ brand, onSave, onRemove }: Props) {
  const id = useId();
  const [name, setName] = useState(brand.name);
  const [open, setOpen] = useState(false);
  const known = [...brand.aliases, ...brand.handles.map((handle) => (/[@:]/.test(handle) ? handle : `@${handle}`))];
  const saveName = () => {
    if (!name.trim()) setName(brand.name);
    else if (name.trim() !== brand.name) onSave({ name });
  };
  return (
    <li className="brand-row">
      <label htmlFor={`${id}-name`} className="meta">
        {i18n.t(`settings.brand.kind.${brand.kind}`)}
      </label>
      <input
        id={`${id}-name`}
        className="field strong"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onBlur={saveName}
        onKeyDown={({ key }) => key === 'Enter' && saveName()}
      />
      <div className="row wrap known">
        {!open && known.length > 0 && (
          <>
            <span className="meta">{i18n.t('settings.brand.also')}</span>
            {known.slice(0, shown).map((word) => (
              <Chip key={word}>{word}</Chip>
            ))}
            {known.length > shown && <span className="meta">+{known.length - shown}</span>}
          </>
        )}
        {!open && brand.mustNot.length > 0 && (
          <>
            <span className="meta">{i18n.t('settings.brand.not')}</span>
            {brand.mustNot.slice(0, shown).map((word) => (
              <Chip key={word}>{word}</Chip>
            ))}
          </>
        )}
      </div>
      <Button
        look="quiet"
        iconOnly
        aria-expanded={open}
        aria-controls={`${id}-more`}
        aria-label={i18n.t('settings.brand.more', [brand.name])}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis />
      </Button>
      {open && (
        <div id={`${id}-more`} className="brand-more">
          {sets.map((set) => (
            <TokenField
              key={set}
              label={i18n.t(`settings.brand.${set}`)}
              hint={i18n.t(`settings.brand.${set}Hint`)}
              words={brand[set]}
              onChange={(words) =>
                onSave({
                  [set]: { add: words.filter((word) => !brand[set].includes(word)), remove: brand[set].filter((word) => !words.includes(word)) },
                })
              }
            />
          ))}
          <div className="row">
            <label className="row meta">
              {i18n.t('settings.brand.is')}
              <select className="field" value={brand.kind} onChange={({ target }) => onSave({ kind: target.value as Brand['kind'] })}>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {i18n.t(`settings.brand.kind.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            <Button look="quiet" small className="end" onClick={onRemove}>
              {i18n.t('settings.brand.trash')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
