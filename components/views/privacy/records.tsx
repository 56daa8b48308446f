import { asJson, rowsOf, type TableName } from '../../../lib/db/stored.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';

const page = 20;

/** A table's rows as they lie in the database, page by page. */
export function Records({ table }: { table: TableName }) {
  const { query, change } = useRoute();
  const from = Math.max(0, Math.floor(Number(query.get('from')) || 0));
  const found = useLive((store) => rowsOf(store, table, from, page), [table, from]);
  if (!found) return null;
  const { rows, total } = found;
  const to = (start: number) => change({ from: start > 0 ? String(start) : null });
  return (
    <section aria-labelledby="raw">
      <h2 className="section-title" id="raw">
        {table}
      </h2>
      <p className="meta">{i18n.t(`privacy.of.${table}`)}</p>
      <p className="row wrap control stored-pages">
        <span role="status">
          {i18n.t('privacy.rows', { from: number(rows.length > 0 ? from + 1 : 0), to: number(from + rows.length), n: number(total) })}
        </span>
        <Button small disabled={from === 0} onClick={() => to(from - page)}>
          {i18n.t('privacy.earlier')}
        </Button>
        <Button small disabled={from + rows.length >= total} onClick={() => to(from + page)}>
          {i18n.t('privacy.later')}
        </Button>
        <a href="#/privacy">{i18n.t('privacy.allTables')}</a>
      </p>
      <ol className="raw-rows" start={from + 1}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of any table, by its place
          <li key={from + index}>
            <pre lang="en">{asJson(row)}</pre>
          </li>
        ))}
      </ol>
    </section>
  );
}
