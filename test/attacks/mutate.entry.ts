/** Bundled for tests: spoils a page a little more each round, by chance that a seed repeats, and reads it each time. */
import type { Draft } from '../../lib/core/draft.ts';
import { draftsOf } from '../../lib/platforms/find.ts';
import { platformOf } from '../../lib/platforms/index.ts';

const addresses = [
  ...['javascript:alert(1)', 'data:text/html,<b>x', 'blob:x', 'file:///etc/passwd', 'vbscript:x', 'http://[', '', '#', 'mailto:a@b.example'],
  ...[
    'https://evil.example/maren/status/1790000000000000000',
    '//evil.example/p/C0ffee/',
    'https://x.com@evil.example/a/status/2',
    `https://a.example/${'y'.repeat(9_000)}`,
  ],
];
const times = ['', 'not a date', '9999999-01-01T00:00:00Z', '275760-09-13T00:00:00.001Z', '2026-13-45', '1e999', '-1', '99999999999999999999', 'NaN'];
const words = [
  '',
  '\u202eevil\u202c',
  'a\u200bb\u200dc\ufeff',
  '1e309',
  '-5',
  '∞',
  '9'.repeat(400),
  '1.2.3.4K',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  'é'.repeat(5_000),
  '\ud800',
];
const attributes = [
  'href',
  'datetime',
  'title',
  'aria-label',
  'data-testid',
  'id',
  'role',
  'class',
  'content',
  'lang',
  'src',
  'alt',
  'data-id',
  'itemprop',
  'dir',
  'hidden',
];

/** Mulberry32: small, and good enough to choose by. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function spoil(below: (n: number) => number): void {
  const all = document.body.querySelectorAll('*');
  const pick = <T>(list: ArrayLike<T>): T => list[below(list.length)] as T;
  const element = pick(all);
  if (!element) return;
  const other = pick(all);
  switch (below(8)) {
    case 0:
      for (const link of [element, ...element.querySelectorAll('[href]')].slice(0, 3)) link.setAttribute('href', pick(addresses));
      break;
    case 1:
      for (const time of document.querySelectorAll('time')) if (below(2)) time.setAttribute('datetime', pick(times));
      break;
    case 2:
      element.setAttribute(pick(attributes), pick([...words, ...addresses, ...times]));
      break;
    case 3:
      if (element.childElementCount < 20) element.remove();
      break;
    case 4:
      if (!element.contains(other)) other.append(element);
      break;
    case 5:
      // Copies of copies would fill the memory.
      if (element.getElementsByTagName('*').length < 100) other.append(element.cloneNode(true));
      break;
    case 6:
      if (element.childElementCount === 0) element.textContent = pick(words);
      break;
    case 7: {
      const form = document.createElement('form');
      for (const name of ['closest', 'childNodes', 'parentElement', 'querySelector', 'matches', 'tagName'])
        form.append(Object.assign(document.createElement('input'), { name }));
      element.replaceWith(form);
      form.appendChild(element);
    }
  }
}

function mutateAndRead(address: string, seed: number, rounds: number): Draft[] {
  const below = chance(seed);
  const url = new URL(address);
  const found: Draft[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let change = 0; change < 8; change += 1) spoil(below);
    found.push(...draftsOf({ url, document, now: new Date(Date.UTC(2026, 1, 5)) }, platformOf(url, document)).slice(0, 30));
  }
  return found;
}

Object.assign(globalThis, { mutateAndRead });
