import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { longestOwner, type Priority, priorities, priorityNamed } from '../../lib/core/work.ts';
import { i18n } from '../../lib/i18n/index.ts';

interface PriorityProps {
  id?: string;
  /** null: nobody said. */
  priority: Priority | null;
  label?: string;
  className?: string;
  onChange(priority: Priority | null): void;
}

/** How soon it is due; the highest first, and that nobody says. */
export function PriorityChoice({ id, priority, label, className = '', onChange }: PriorityProps) {
  return (
    <select
      id={id}
      name="priority"
      className={`field ${className}`}
      aria-label={label}
      value={priority ?? ''}
      onChange={({ target }) => onChange(target.value ? (Number(target.value) as Priority) : null)}
    >
      <option value="">{i18n.t('work.priority.none')}</option>
      {priorities.toReversed().map((name) => (
        <option key={name} value={priorityNamed(name)}>
          {i18n.t(`work.priority.${name}`)}
        </option>
      ))}
    </select>
  );
}

interface OwnerProps {
  id?: string;
  owner: string;
  /** Names that others were given. */
  people: readonly string[];
  label?: string;
  /** The name, trimmed, once the field is left or Enter pressed; only where it is another. */
  onOwner(name: string): void;
  onLeave(): void;
  fieldRef?: Ref<HTMLInputElement>;
}

/** Who sees to it. Escape leaves the name as it was. */
export function OwnerField({ id, owner, people, label, onOwner, onLeave, fieldRef }: OwnerProps) {
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== owner) onOwner(typed.trim());
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    // Drawn before the focus goes: leaving saves what is typed.
    if (event.key === 'Escape') flushSync(() => setTyped(null));
    onLeave();
  };
  return (
    <>
      <input
        id={id}
        ref={fieldRef}
        name="owner"
        className="field"
        aria-label={label}
        list={list}
        autoComplete="off"
        maxLength={longestOwner}
        placeholder={i18n.t('work.ownerHint')}
        value={typed ?? owner}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      <datalist id={list}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
