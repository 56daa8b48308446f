import { Fragment, type ReactNode } from 'react';

/** Around the name of a slot in a message: a character that no message holds. */
const fence = '\uE000';

/** What a message is given where an element is to stand: `i18n.t('swot.title', slots('brand', 'days'))`. */
export const slots = <Name extends string>(...names: Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `${fence}${name}${fence}`])) as Record<Name, string>;

/** A message with elements in its slots, each where its language puts it. A comma stays on the line of the element before it. */
export function Sentence({ words, parts }: { words: string; parts: Readonly<Record<string, ReactNode>> }) {
  const [first, ...slotted] = words.split(fence);
  const pairs = slotted.flatMap((name, index) => (index % 2 === 0 ? [{ name, after: slotted[index + 1] ?? '' }] : []));
  return (
    <>
      {first}
      {pairs.map(({ name, after }) => {
        const comma = /^[,.;:]?/.exec(after)![0];
        return (
          <Fragment key={name}>
            {comma ? (
              <span className="unbroken">
                {parts[name]}
                {comma}
              </span>
            ) : (
              parts[name]
            )}
            {after.slice(comma.length)}
          </Fragment>
        );
      })}
    </>
  );
}
