import { type Ref, useId, useRef } from 'react';
import type { Clip } from '../../../lib/core/records.ts';
import { states } from '../../../lib/core/work.ts';
import type { ClipChange } from '../../../lib/db/bulk.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { OwnerField, PriorityChoice } from '../../judge/work-choices.tsx';
import { Kbd } from '../../ui/kbd.tsx';

interface Props {
  clip: Clip;
  people: readonly string[];
  change(what: ClipChange): void;
  ownerRef: Ref<HTMLInputElement>;
}

/** Where the work on the clip stands, how soon it is due and who sees to it. */
export function FollowUp({ clip, people, change, ownerRef }: Props) {
  const id = useId();
  const place = useRef<HTMLElement>(null);
  return (
    <section aria-labelledby={`${id}-title`} tabIndex={-1} ref={place}>
      <h3 className="small-title" id={`${id}-title`}>
        {i18n.t('work.title')}
      </h3>
      <div className="follow-up control">
        <label htmlFor={`${id}-state`}>
          {i18n.t('work.state')} <Kbd keys="V" />
        </label>
        <select
          id={`${id}-state`}
          className="field"
          value={clip.state}
          onChange={({ target }) => {
            const state = states.find((one) => one === target.value);
            if (state) change({ state });
          }}
        >
          {states.map((state) => (
            <option key={state} value={state}>
              {i18n.t(`work.states.${state}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-priority`}>
          {i18n.t('work.priorityLabel')} <Kbd keys="P" />
        </label>
        <PriorityChoice id={`${id}-priority`} priority={clip.priority ?? null} onChange={(priority) => change({ priority })} />
        <label htmlFor={`${id}-owner`}>
          {i18n.t('work.owner')} <Kbd keys="A" />
        </label>
        <OwnerField
          id={`${id}-owner`}
          owner={clip.owner ?? ''}
          people={people}
          onOwner={(owner) => change({ owner: owner || null })}
          onLeave={() => place.current?.focus()}
          fieldRef={ownerRef}
        />
      </div>
    </section>
  );
}
