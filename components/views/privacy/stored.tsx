import { useEffect, useState } from 'react';
import { countsOf, type TableName, tables } from '../../../lib/db/stored.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLive } from '../../store.tsx';
import { bytes, number } from '../../ui/format.ts';

/** Bytes that this browser holds for the extension, all workspaces together; null where it does not say. */
function useUsage(): number | null {
  const [usage, setUsage] = useState<number | null>(null);
  useEffect(() => {
    let mounted = true;
    void navigator.storage.estimate().then((room) => mounted && setUsage(room.usage ?? null));
    return () => {
      mounted = false;
    };
  }, []);
  return usage;
}

/** Every table, what it is for, how much is in it; each opens as it is. */
export function Stored() {
  const counts = useLive(countsOf, []);
  const usage = useUsage();
  if (!counts) return null;
  const countOf = (name: TableName) => counts.find((one) => one.name === name)?.count ?? 0;
  return (
    <>
      {usage !== null && <p className="control">{i18n.t('privacy.usage', { size: bytes(usage) })}</p>}
      <div className="wide-table stored-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('privacy.table')}</th>
              <th scope="col" className="figure">
                {i18n.t('privacy.count')}
              </th>
              <th scope="col">{i18n.t('privacy.purpose')}</th>
            </tr>
          </thead>
          {Object.entries(tables).map(([group, names]) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={3} className="meta">
                  {i18n.t(`privacy.group.${group as keyof typeof tables}`)}
                </th>
              </tr>
              {names.map((name: TableName) => (
                <tr key={name}>
                  <th scope="row">
                    <a href={`#/privacy/${name}`}>{name}</a>
                  </th>
                  <td className="figure">{number(countOf(name))}</td>
                  <td>{i18n.t(`privacy.of.${name}`)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}
