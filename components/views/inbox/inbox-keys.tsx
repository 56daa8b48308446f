import { i18n } from '../../../lib/i18n/index.ts';
import { Readiness } from '../../suggest/readiness.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const first = [
  [['S', 'W', 'O', 'T'], 'judge'],
  [['J', 'K'], 'move'],
  [['E'], 'notForUs'],
  [['Z'], 'undo'],
] as const;
const others = [
  [['1', '9'], 'brand'],
  [['B'], 'nextBrand'],
  [['F'], 'flip'],
  [['#'], 'theme'],
  [['N'], 'reason'],
  [['I'], 'factor'],
  [['P'], 'priority'],
  [['A'], 'owner'],
  [['V'], 'reviewed'],
  [['X'], 'select'],
  [['⇧+X'], 'selectTo'],
  [['*'], 'selectAll'],
  [['C'], 'change'],
  [['Y'], 'feel'],
  [['↵'], 'acceptOrOpen'],
] as const;

/** The keys, beside what they do; all of them on demand. */
export function InboxKeys({ all, onAll }: { all: boolean; onAll(): void }) {
  return (
    <footer className="inbox-keys">
      <div className="keys">
        {[...first, ...(all ? others : [])].map(([caps, act]) => (
          <span key={act}>
            {caps.map((cap) => (
              <Kbd key={cap} keys={cap} />
            ))}
            {i18n.t(`inbox.keys.${act}`)}
          </span>
        ))}
        <button type="button" className="link-button" aria-expanded={all} onClick={onAll}>
          <Kbd keys="?" /> {i18n.t(all ? 'inbox.keys.fewer' : 'inbox.keys.all')}
        </button>
      </div>
      {all && <Readiness />}
    </footer>
  );
}
