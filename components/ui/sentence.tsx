import { Fragment, type ReactNode } from 'react';

/** Around the name of a slot in a message: a character that no message holds. */
const fence = '\uE000';

/** Keeps a comma on the line of the element before it. */
const joiner = '\u2060';

/** What a message is given where an element is to stand: `i18n.t('swot.title', slots('brand', 'days'))`. */
export const slots = <Name extends string>(...names: Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `${fence}${name}${fence}`])) as Record<Name, string>;

/** A message with elements in its slots, each where its language puts it. */
export function Sentence({ words, parts }: { words: string; parts: Readonly<Record<string, ReactNode>> }) {
  return words.split(fence).map((piece, index) => {
    // Pieces never move: their place is their identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={index}>{index % 2 === 1 ? parts[piece] : piece.replace(/^(?=[,.;:])/, joiner)}</Fragment>;
  });
}
