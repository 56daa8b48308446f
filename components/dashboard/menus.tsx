import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { useDrop } from './use-drop.ts';

export interface Option {
  value: string;
  label: string;
}

interface ChoiceProps {
  /** What is chosen here; its accessible name. */
  label: string;
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
}

/** One bold word of a page's title that is a menu. The native list lies unseen over the word, which is as wide as what it says. */
export function TitleMenu({ label, value, options, onChange }: ChoiceProps) {
  return (
    <span className="title-menu">
      <span aria-hidden="true">{options.find((option) => option.value === value)?.label ?? value}</span>
      <ChevronDown />
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface ChecksProps {
  label: string;
  /** What the closed menu says. */
  words: ReactNode;
  options: readonly Option[];
  /** null: all of them. */
  chosen: ReadonlySet<string> | null;
  onChange(chosen: ReadonlySet<string> | null): void;
}

/** A bold word of a title that opens a list of check boxes. None left checked means all: a page of nothing helps nobody. */
export function TitleChecks({ label, words, options, chosen, onChange }: ChecksProps) {
  const { open, setOpen, place, button, onKeyDown } = useDrop();
  const id = useId();

  const isOn = (value: string) => !chosen || chosen.has(value);
  const toggle = (value: string) => {
    const next = new Set(options.map((option) => option.value).filter((other) => (other === value ? !isOn(other) : isOn(other))));
    onChange(next.size === 0 || next.size === options.length ? null : next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever inside the focus is
    <span className="title-menu" ref={place} onKeyDown={onKeyDown}>
      <button ref={button} type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {words}
      </button>
      <ChevronDown />
      {open && (
        <fieldset id={id} className="title-checks">
          <legend className="sr">{label}</legend>
          {options.map((option) => (
            <label key={option.value}>
              <input type="checkbox" checked={isOn(option.value)} onChange={() => toggle(option.value)} /> {option.label}
            </label>
          ))}
          {chosen && (
            <button type="button" className="link-button" onClick={() => onChange(null)}>
              {i18n.t('dashboard.all')}
            </button>
          )}
        </fieldset>
      )}
    </span>
  );
}
