import { h } from './element.ts';
import css from './overlay.css?inline';

/** The element in which all of ours stands, with its style beside it; made once per root. */
export function styled(root: ShadowRoot | Element, lang: string): HTMLElement {
  const there = root.querySelector<HTMLElement>('.lp');
  if (there) return there;
  const frame = h('div', { class: 'lp', lang });
  // A style element, since Firefox lets no content script adopt a style sheet.
  root.append(h('style', {}, css), frame);
  return frame;
}
