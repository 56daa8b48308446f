import Search from 'lucide-react/icons/search';
import { useId, useRef, useState } from 'react';
import { unknownNames } from '../../lib/core/query/context.ts';
import { parseQuery } from '../../lib/core/query/parse.ts';
import type { Problem } from '../../lib/core/query/problem.ts';
import { needsQuotes, quote } from '../../lib/core/query/scan.ts';
import { networksOf } from '../../lib/db/find-clips.ts';
import { contextOf } from '../../lib/db/reader.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive } from '../store.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { knownValues } from './known-values.ts';
import { Marks, Problems } from './problems.tsx';
import { QueryHelp } from './query-help.tsx';
import { optionId, Suggestions } from './suggestions.tsx';
import { useCompletion } from './use-completion.ts';
import './search.css';

interface Props {
  /** What it says at first, and wherever something else than typing changes it. */
  text?: string;
  onFind(text: string): void;
  /** Finds while one types, not only at Enter; says what is wrong, and how it is written. */
  live?: boolean;
  /** What it asks, where it is a field among others and not the one search of the page. */
  label?: string;
}

/** What is wrong with a query; names are looked up once the store has answered. */
function useProblems(typed: string): Problem[] {
  const { problems, query, names } = parseQuery(typed, { unfinished: true });
  const known = useLive(async (store) => ({ context: await contextOf(store, query), networks: await networksOf(store) }), []);
  return known ? [...problems, ...unknownNames(names, known.context, known.networks)] : problems;
}

/** The one search field of a page, to which "/" leads; or, with a label, a field of a form that is written in the same language. */
export function SearchField({ text = '', onFind, live = false, label }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const [isActive, setActive] = useState(false);
  if (told !== text) {
    setTold(text);
    setTyped(text);
  }
  const write = (next: string) => {
    setTyped(next);
    if (live) onFind(next);
  };
  const known = useLive(async (store) => (isActive ? knownValues(store) : undefined), [isActive]);
  const { suggestions, active, update, close, take, onKey } = useCompletion(field, known, write);
  // What is still being typed is not wrong yet.
  const problems = useProblems(typed).filter(({ at }) => live && !(isActive && at[1] >= typed.length));
  const caret = () => field.current?.selectionStart ?? typed.length;
  const follow = () => {
    if (marks.current && field.current) marks.current.scrollLeft = field.current.scrollLeft;
  };

  const Place = label ? 'div' : 'search';
  return (
    <Place className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          onFind(typed);
        }}
      >
        <Search className="small" />
        <span className="query-text">
          <span ref={marks} className="query-marks" aria-hidden="true">
            <Marks text={typed} problems={problems} />
          </span>
          <input
            ref={field}
            name="text"
            type="search"
            role="combobox"
            value={typed}
            placeholder={label ? undefined : i18n.t('dashboard.search')}
            aria-label={label ?? i18n.t('dashboard.search')}
            aria-keyshortcuts={label ? undefined : '/'}
            aria-autocomplete="list"
            aria-expanded={suggestions.length > 0}
            aria-controls={`${id}list`}
            aria-activedescendant={active >= 0 ? optionId(`${id}list`, active) : undefined}
            aria-invalid={problems.length > 0}
            aria-describedby={`${id}problems`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => {
              write(target.value);
              update(target.value, target.selectionStart ?? target.value.length);
            }}
            onKeyDown={(event) => {
              if (onKey(event)) return;
              if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End') close();
            }}
            onFocus={() => setActive(true)}
            onBlur={() => {
              setActive(false);
              close();
            }}
            onClick={() => suggestions.length > 0 && update(typed, caret())}
            onScroll={follow}
            onSelect={follow}
          />
        </span>
        {!label && (
          <span aria-hidden="true">
            <Kbd keys="/" />
          </span>
        )}
        {live && <QueryHelp />}
      </form>
      <Suggestions id={`${id}list`} suggestions={suggestions} active={active} onTake={take} />
      <Problems
        id={`${id}problems`}
        problems={problems}
        onMend={({ at }, word) => {
          write(typed.slice(0, at[0]) + (needsQuotes(word) ? quote(word) : word) + typed.slice(at[1]));
          field.current?.focus();
        }}
      />
    </Place>
  );
}

/** Puts the focus there, for "/". */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('.search input');
  field?.focus();
  field?.select();
}
