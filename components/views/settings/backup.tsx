import { SaveBundle } from './save-bundle.tsx';
import { TakeBundle } from './take-bundle.tsx';

/** Everything into one file, and back: what is here stays, what is broken is named. */
export function Backup() {
  return (
    <>
      <SaveBundle />
      <TakeBundle />
    </>
  );
}
