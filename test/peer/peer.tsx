/** What the popup's start is measured against: React, Dexie and one live query, and nothing else. */
import { Dexie, type EntityTable } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { createRoot } from 'react-dom/client';

const db = new Dexie('peer') as Dexie & { rows: EntityTable<{ id: string; n: number }, 'id'> };
db.version(1).stores({ rows: 'id' });

function Peer() {
  const rows = useLiveQuery(() => db.rows.toArray());
  if (!rows) return null;
  return (
    <table data-usable>
      <tbody>
        {rows.map(({ id, n }) => (
          <tr key={id}>
            <td>{id}</td>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

createRoot(document.body).render(<Peer />);
void db.rows.bulkPut(['a', 'b', 'c', 'd'].map((id, n) => ({ id, n })));
