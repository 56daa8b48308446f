import { Fragment } from 'react';

/** A key, or keys pressed together ("Alt+L"): one cap each. */
export function Kbd({ keys }: { keys: string }) {
  const caps = keys.length > 1 ? keys.split('+') : [keys];
  return caps.map((cap, index) => (
    <Fragment key={cap}>
      {index > 0 && ' '}
      <kbd>{cap}</kbd>
    </Fragment>
  ));
}
