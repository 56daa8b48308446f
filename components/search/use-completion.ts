import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Completion, complete, type Known, type Suggestion } from '../../lib/core/query/complete.ts';

interface Completing {
  /** Shown now; none while the list is closed. */
  suggestions: readonly Suggestion[];
  /** Index of the one that Enter takes; −1: none. */
  active: number;
  /** After every change of the text or the caret. `isAsked`: the person asked for all that fit, also where nothing is begun. */
  update(text: string, caret: number, isAsked?: boolean): void;
  close(): void;
  take(suggestion: Suggestion): void;
  /** Keys of a combobox's list; whether the key was one. */
  onKey(event: KeyboardEvent<HTMLInputElement>): boolean;
}

/** What was asked; the answer is found anew when more values become known. */
interface Asked {
  text: string;
  caret: number;
  isAsked: boolean;
}

const nothing: Completion = { from: 0, to: 0, suggestions: [] };
const closed = { asked: null as Asked | null, active: -1 };

function answer({ text, caret, isAsked }: Asked, known: Known): Completion {
  const found = complete(text, caret, known);
  const isBegun = found.from < caret || /[:,=<>]$/.test(text.slice(0, caret));
  return isBegun || isAsked ? found : nothing;
}

/** The list of what may be meant below a text field; see ARIA's combobox with a list of suggestions. */
export function useCompletion(field: RefObject<HTMLInputElement | null>, known: Known | undefined, write: (text: string) => void): Completing {
  const [{ asked, active }, setState] = useState(closed);
  // Without their words, values would change under the pointer once these come.
  const completion = asked && known ? answer(asked, known) : nothing;
  const { suggestions } = completion;

  const update = (text: string, caret: number, isAsked = false) => setState({ asked: { text, caret, isAsked }, active: isAsked ? 0 : -1 });

  function take({ insert, value }: Suggestion): void {
    const input = field.current;
    if (!input) return;
    const after = input.value.slice(completion.to);
    const text = input.value.slice(0, completion.from) + (after.startsWith(' ') ? insert.trimEnd() : insert) + after;
    const caret = completion.from + insert.length;
    // The caret goes behind what was put in, as if it had been typed; at once, for the next letter may come before the next frame.
    flushSync(() => {
      write(text);
      if (value === null) update(text, caret, false);
      else setState(closed);
    });
    input.setSelectionRange(caret, caret);
    input.dispatchEvent(new Event('scroll'));
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>): boolean {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    if (ctrlKey || metaKey || event.nativeEvent.isComposing) return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const caret = currentTarget.selectionStart ?? currentTarget.value.length;
    if (suggestions.length === 0) {
      if (key !== 'ArrowDown') return false;
      update(currentTarget.value, caret, true);
    } else if (step && !altKey) {
      const next = active < 0 && step < 0 ? suggestions.length - 1 : (active + step + suggestions.length) % suggestions.length;
      setState({ asked, active: next });
    } else if (key === 'Escape') setState(closed);
    else if ((key === 'Enter' || key === 'Tab') && active >= 0) take(suggestions[active]!);
    else return false;
    event.preventDefault();
    return true;
  }

  return { suggestions, active, update, close: () => setState(closed), take, onKey };
}
