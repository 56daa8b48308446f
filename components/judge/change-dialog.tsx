import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Factor } from '../../lib/core/factors.ts';
import { keyOf } from '../../lib/core/judging.ts';
import { type Quadrant, quadrantOf } from '../../lib/core/quadrant.ts';
import { longestOwner, type Priority, priorities, priorityNamed, states, type WorkState } from '../../lib/core/work.ts';
import type { ClipChange } from '../../lib/db/bulk.ts';
import type { Nameable } from '../../lib/db/queries.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { isTyping } from '../typing.ts';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { QuadrantPicker } from '../ui/quadrant-picker.tsx';
import { useSingleKeys } from '../use-single-keys.ts';
import { BrandChoice, chosenAlready } from './brand-choice.tsx';
import { WhyFields } from './why-fields.tsx';

/** Where the dialog begins: the field that has the focus, or the judgement that was pressed. */
export type Begin = 'state' | 'priority' | 'owner' | 'brand' | { quadrant: Quadrant };

interface Props {
  count: number;
  begin: Begin;
  /** What can be named. They are known before: the dialog stands at once, for what is typed next is meant for it. */
  names: Nameable;
  onChange(what: ClipChange): void;
  onClose(): void;
}

/** What is to become of many clips at once. The button that does it says of how many. */
export function ChangeDialog({ count, begin, names: { brands, themes, people }, onChange, onClose }: Props) {
  const id = useId();
  const single = useSingleKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<WorkState | ''>('');
  const [priority, setPriority] = useState('');
  const [owner, setOwner] = useState('');
  const [nobody, setNobody] = useState(false);
  const [brand, setBrand] = useState('');
  const [quadrant, setQuadrant] = useState<Quadrant | null>(typeof begin === 'object' ? begin.quadrant : null);
  const [chosen, setJudged] = useState<string | null>(null);
  const judged = chosen ?? chosenAlready(brands, []);
  const [theme, setTheme] = useState('');
  const [factor, setFactor] = useState<Factor | null>(null);
  const field = typeof begin === 'string' ? begin : null;
  useEffect(() => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    (field ? dialog.current?.querySelector<HTMLElement>(`[name="${field}"]`) : submit.current)?.focus();
  }, [field]);

  const what: ClipChange = {
    ...(state && { state }),
    ...(priority && { priority: priority === 'none' ? null : (Number(priority) as Priority) }),
    ...(nobody ? { owner: null } : owner.trim() && { owner: owner.trim() }),
    ...(brand && { brand }),
    ...(quadrant && judged && { judgement: { brand: judged, quadrant, theme: theme.trim() || undefined, factor } }),
  };
  const isReady = Object.keys(what).length > 0 && (!quadrant || judged !== null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    dialog.current?.close();
    onChange(what);
  };
  const pick = (one: Quadrant) => setQuadrant(one === quadrant ? null : one);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!single || isTyping(event.target)) return;
    const key = keyOf(event) ?? (event.ctrlKey || event.metaKey || event.altKey ? '' : event.key.toUpperCase());
    const letter = quadrantOf(key);
    const named = key === '#' ? 'theme' : key === 'I' ? 'factor' : null;
    const whose = quadrant && brands[Number(key) - 1];
    if (letter) pick(letter);
    else if (whose) setJudged(whose.id);
    else if (named) dialog.current?.querySelector<HTMLElement>(`[name="${named}"]`)?.focus();
    else return;
    event.preventDefault();
  };
  const title = i18n.t('bulk.title', count, { n: number(count) });
  const asIs = <option value="">{i18n.t('bulk.asIs')}</option>;
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose} onKeyDown={onKeyDown}>
      <h2 id={`${id}-title`} className="section-title">
        {title}
      </h2>
      <p className="meta">{i18n.t('bulk.hint')}</p>
      <form className="change-form" onSubmit={save}>
        <label htmlFor={`${id}-state`}>{i18n.t('work.state')}</label>
        <select
          id={`${id}-state`}
          name="state"
          className="field"
          value={state}
          onChange={({ target }) => setState(states.find((one) => one === target.value) ?? '')}
        >
          {asIs}
          {states.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`work.states.${one}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-priority`}>{i18n.t('work.priorityLabel')}</label>
        <select id={`${id}-priority`} name="priority" className="field" value={priority} onChange={({ target }) => setPriority(target.value)}>
          {asIs}
          {priorities.toReversed().map((name) => (
            <option key={name} value={priorityNamed(name)}>
              {i18n.t(`work.priority.${name}`)}
            </option>
          ))}
          <option value="none">{i18n.t('work.priority.none')}</option>
        </select>
        <label htmlFor={`${id}-owner`}>{i18n.t('work.owner')}</label>
        <input
          id={`${id}-owner`}
          name="owner"
          className="field"
          list={`${id}-people`}
          autoComplete="off"
          maxLength={longestOwner}
          placeholder={i18n.t('bulk.asIs')}
          disabled={nobody}
          value={owner}
          onChange={({ target }) => setOwner(target.value)}
        />
        <datalist id={`${id}-people`}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <label className="row meta second">
          <input type="checkbox" checked={nobody} onChange={({ target }) => setNobody(target.checked)} /> {i18n.t('bulk.nobody')}
        </label>
        <label htmlFor={`${id}-brand`}>{i18n.t('bulk.brand')}</label>
        <select id={`${id}-brand`} name="brand" className="field" value={brand} onChange={({ target }) => setBrand(target.value)}>
          {asIs}
          {brands.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        {brands.length > 0 && (
          <fieldset className="whole">
            <legend>{i18n.t('bulk.judge')}</legend>
            <QuadrantPicker label={i18n.t('bulk.judge')} chosen={quadrant} onPick={pick} />
            {quadrant && (
              <>
                <BrandChoice brands={brands} chosen={judged} onChoose={setJudged} />
                <WhyFields
                  theme={theme}
                  factor={factor}
                  quadrant={quadrant}
                  themes={themes}
                  onTheme={setTheme}
                  onFactor={setFactor}
                  onLeave={() => submit.current?.focus()}
                />
              </>
            )}
          </fieldset>
        )}
        <div className="row dialog-acts">
          <Button onClick={() => dialog.current?.close()}>{i18n.t('ui.cancel')}</Button>
          <Button ref={submit} type="submit" look="primary" aria-disabled={!isReady}>
            {title}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
