import { h } from './element.ts';
import css from './overlay.css?inline';

/** A style of ours in a root of ours, put there once. An element, since Firefox lets no content script adopt a style sheet. */
export function addStyle(root: ShadowRoot | Element, name: string, rules: string): void {
  if (!root.querySelector(`style[data-of=${name}]`)) root.append(h('style', { 'data-of': name }, rules));
}

/** The element in which all of ours stands, with its style beside it; made once per root. */
export function styled(root: ShadowRoot | Element, lang: string): HTMLElement {
  const there = root.querySelector<HTMLElement>('.lp');
  if (there) return there;
  const frame = h('div', { class: 'lp', lang });
  addStyle(root, 'overlay', css);
  root.append(frame);
  return frame;
}
