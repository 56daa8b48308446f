/**
 * A text field in a document of its own: an empty frame inside our closed root. The page has no way to that frame (frames in shadow trees are not
 * among `window.frames`), so neither its events nor its selection reach the page: `getSelection().toString()` gives away what is selected in a field
 * of the page's own document, closed root or not (Chromium 156).
 */
import { h } from './element.ts';

export interface Field {
  frame: HTMLIFrameElement;
  words(): string;
  focus(options?: FocusOptions): void;
}

interface FieldOptions {
  value: string;
  label: string;
  placeholder: string;
  most: number;
  lang: string;
  onKey(event: KeyboardEvent): void;
}

/** The field; its document is there once the frame stands in the page. */
export function createField({ value, label, placeholder, most, lang, onKey }: FieldOptions): Field {
  const frame = h('iframe', { class: 'field', title: label });
  const input = h('input', { 'aria-label': label, placeholder, autocomplete: 'off' });
  input.maxLength = most;
  input.value = value;
  // By properties, which no policy of the page forbids.
  const plain = { all: 'unset', boxSizing: 'border-box', width: '100%', height: '100%', padding: '0 10px', font: '13px/20px system-ui, sans-serif' };

  // Firefox loads even an empty frame, and puts a new document in place of the first.
  frame.addEventListener('load', () => {
    const inner = frame.contentDocument;
    if (!inner || inner.body.contains(input)) return;
    inner.documentElement.lang = lang;
    Object.assign(inner.documentElement.style, { height: '100%', colorScheme: 'light dark' });
    Object.assign(inner.body.style, { height: '100%', margin: '0' });
    Object.assign(input.style, plain);
    inner.body.append(input);
    inner.addEventListener('keydown', (event) => event.isTrusted && onKey(event));
    input.focus();
    input.select();
  });
  return { frame, words: () => input.value, focus: (options) => input.focus(options) };
}
