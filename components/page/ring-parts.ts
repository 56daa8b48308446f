/** What the ring's views are made of. Every control is a button whose value is the key that does the same. */
import { h } from './element.ts';
import { cross, icon } from './signs.ts';

export const key = (name: string) => h('kbd', { 'aria-hidden': 'true' }, name === 'Enter' ? '↵' : name === 'Escape' ? 'Esc' : name);

export const button = (name: string, kind: string, ...children: (Node | string)[]) =>
  h('button', { value: name, class: kind, 'aria-keyshortcuts': name }, ...children);

export const hint = (name: string, words: string) => button(name, '', key(name), words);

export const close = (label: string) => h('button', { value: 'Escape', class: 'quiet', 'aria-label': label, title: `${label} (Esc)` }, icon(cross));
