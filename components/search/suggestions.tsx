import { useEffect, useRef } from 'react';
import type { Suggestion } from '../../lib/core/query/complete.ts';
import { i18n } from '../../lib/i18n/index.ts';

interface Props {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onTake(suggestion: Suggestion): void;
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** What is said beside a suggestion: of a key what it asks, of a value its name where it is written otherwise. */
const about = ({ key, value }: Suggestion): string => (value === null ? i18n.t(`query.key.${key}`) : value.label === value.value ? '' : value.label);

/** The list below the search field; the focus stays in the field. */
export function Suggestions({ id, suggestions, active, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      className="suggestions"
      role="listbox"
      tabIndex={-1}
      aria-label={i18n.t('query.suggestions')}
      hidden={suggestions.length === 0}
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's, which keeps the focus and names the active option
        <div
          key={suggestion.insert}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <code>{suggestion.insert.trim()}</code>
          <span className="meta">{about(suggestion)}</span>
        </div>
      ))}
    </div>
  );
}
