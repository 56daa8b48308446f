import { useId } from 'react';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { OwnerField, PriorityChoice } from '../../judge/work-choices.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { Triage } from './use-triage.ts';

interface Props {
  clip: Clip;
  triage: Triage;
  people: readonly string[];
  /** The owner is being written. */
  writing: boolean;
  onWrite(): void;
  onLeave(): void;
}

/** How soon the opened clip is due and who sees to it; and the ways out of the inbox without a judgement. */
export function WorkRow({ clip, triage, people, writing, onWrite, onLeave }: Props) {
  const id = useId();
  return (
    <div className="work-row">
      <div className="row wrap acts">
        <span className="row meta work-choice">
          <label htmlFor={`${id}-priority`}>
            <Kbd keys="P" /> {i18n.t('work.priorityLabel')}
          </label>
          <PriorityChoice
            id={`${id}-priority`}
            priority={clip.priority ?? null}
            onChange={(priority) => void triage.change({ priority }, [clip.id])}
          />
        </span>
        {writing || clip.owner ? (
          <span className="row meta work-choice">
            <label htmlFor={`${id}-owner`}>
              <Kbd keys="A" /> {i18n.t('work.owner')}
            </label>
            <OwnerField
              id={`${id}-owner`}
              owner={clip.owner ?? ''}
              people={people}
              onOwner={(owner) => void triage.change({ owner: owner || null }, [clip.id])}
              onLeave={onLeave}
            />
          </span>
        ) : (
          <Button look="quiet" small onClick={onWrite}>
            <Kbd keys="A" /> {i18n.t('work.owner')}
          </Button>
        )}
        <span className="row end">
          <Button look="quiet" small onClick={() => void triage.change({ state: 'reviewed' })}>
            <Kbd keys="V" /> {i18n.t('work.reviewed')}
          </Button>
          <Button look="quiet" small onClick={() => void triage.putAway()}>
            <Kbd keys="E" /> {i18n.t('inbox.notForUs')}
          </Button>
        </span>
      </div>
    </div>
  );
}
