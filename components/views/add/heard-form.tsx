import { type FormEvent, useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { dayIn } from '../../../lib/core/day.ts';
import { heardDraft } from '../../../lib/core/manual.ts';
import { brandsIn } from '../../../lib/core/mentions.ts';
import { brandsOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';

const places = ['phone', 'shop', 'email', 'event', 'other'] as const;
type Place = (typeof places)[number];

/** One mention that was heard. The brands named in it are chosen already, and can be unchosen. */
export function HeardForm() {
  const { store, write, failed } = useWriting();
  const today = dayIn(store.workspace.timeZone, new Date());
  const brands = useLive(brandsOf, []) ?? [];
  const [text, setText] = useState('');
  const [who, setWho] = useState('');
  const [place, setPlace] = useState<Place>('phone');
  const [day, setDay] = useState(today);
  /** Where the person decided otherwise than the words say. */
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [missing, setMissing] = useState(false);
  const words = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const named = brandsIn({ platform: 'manual', author: { name: null, handle: null }, text }, brands);
  const isOn = (brand: string) => turned.get(brand) ?? named.includes(brand);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) {
      setMissing(true);
      words.current?.focus();
      return;
    }
    const draft = heardDraft({ text, who, day, where: i18n.t(`add.place.${place}`) }, v7());
    const about = brands.filter((brand) => isOn(brand.id)).map((brand) => brand.id);
    const done = await write(
      ({ saveClip }) => saveClip(store, { draft, brands: about, judgement: null, origin: 'manual' }),
      i18n.t('add.saved', 1, ['1']),
    );
    if (!done) return;
    setText('');
    setWho('');
    setTurned(new Map());
    words.current?.focus();
  };
  return (
    <form className="add-part" onSubmit={save} noValidate aria-labelledby={`${id}-title`}>
      <h2 className="section-title" id={`${id}-title`}>
        {i18n.t('add.heard')}
      </h2>
      <div className="add-fields">
        <label htmlFor={`${id}-text`}>{i18n.t('add.text')}</label>
        <div>
          <textarea
            id={`${id}-text`}
            ref={words}
            className="field"
            rows={3}
            maxLength={20_000}
            value={text}
            aria-invalid={missing}
            aria-describedby={missing ? `${id}-missing` : undefined}
            onChange={({ target }) => {
              setText(target.value);
              setMissing(false);
            }}
          />
          {missing && (
            <p className="meta critical" id={`${id}-missing`} role="alert">
              {i18n.t('add.missing')}
            </p>
          )}
        </div>
        <label htmlFor={`${id}-place`}>{i18n.t('add.where')}</label>
        <select
          id={`${id}-place`}
          className="field"
          value={place}
          onChange={({ target }) => setPlace(places.find((one) => one === target.value) ?? 'other')}
        >
          {places.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`add.place.${one}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-who`}>{i18n.t('add.who')}</label>
        <input
          id={`${id}-who`}
          className="field"
          maxLength={200}
          value={who}
          placeholder={i18n.t('add.whoHint')}
          onChange={({ target }) => setWho(target.value)}
        />
        <label htmlFor={`${id}-day`}>{i18n.t('add.day')}</label>
        <input id={`${id}-day`} className="field" type="date" max={today} value={day} onChange={({ target }) => setDay(target.value)} />
        {brands.length > 0 && (
          <>
            <span id={`${id}-brands`}>{i18n.t('add.about')}</span>
            {/* biome-ignore lint/a11y/useSemanticElements: chips that wrap, not fields of a form */}
            <div className="row wrap" role="group" aria-labelledby={`${id}-brands`}>
              {brands.map((brand) => (
                <Chip key={brand.id} on={isOn(brand.id)} onClick={() => setTurned(new Map(turned).set(brand.id, !isOn(brand.id)))}>
                  {brand.name}
                </Chip>
              ))}
            </div>
          </>
        )}
      </div>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      <Button type="submit" look="primary">
        {i18n.t('add.save')}
      </Button>
    </form>
  );
}
