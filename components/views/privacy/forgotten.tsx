import { dayIn } from '../../../lib/core/day.ts';
import { forgettings } from '../../../lib/db/find-actions.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLive, useStore } from '../../store.tsx';
import { day, number } from '../../ui/format.ts';

const shown = 100;

/** When authors were forgotten, and with how many clips. Who they were nobody can tell from it. */
export function Forgotten() {
  const { timeZone } = useStore().workspace;
  const log = useLive((store) => forgettings(store, shown), []);
  if (!log) return null;
  if (log.length === 0) return <p className="meta">{i18n.t('privacy.forgotten.none')}</p>;
  const today = dayIn(timeZone, new Date());
  return (
    <ul className="control">
      {log.map(({ id, at, count = 0 }) => (
        <li key={id}>
          {day(dayIn(timeZone, new Date(at)), today)} <span className="meta">{i18n.t('history.did.forget', count, { n: number(count) })}</span>
        </li>
      ))}
    </ul>
  );
}
