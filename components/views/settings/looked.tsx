import type { Looked } from '../../../lib/db/bundle/take.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { download } from '../../download.ts';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { refusedText, tableName } from './bundle-words.ts';

/** So many are listed; all of them are in the list that can be kept. */
const listed = 100;

/** The records that were refused, each by its line. */
function RefusedList({ refused, more }: Pick<Looked, 'refused' | 'more'>) {
  const count = refused.length + more;
  if (count === 0) return null;
  return (
    <details className="notice" open>
      <summary>{i18n.t('settings.import.left', count, [number(count)])}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-label={i18n.t('settings.bundle.refusedList')}>
        {refused.slice(0, listed).map(({ table, line, why }) => (
          <li key={`${table}:${line}`}>{i18n.t('settings.bundle.refusedLine', { table: tableName(table), line: number(line), why })}</li>
        ))}
      </ul>
      <div className="row wrap">
        <Button small onClick={() => download('listening-post-refused.txt', new Blob([refusedText(refused)], { type: 'text/plain' }))}>
          {i18n.t('settings.bundle.keepList')}
        </Button>
        <Button small look="quiet" onClick={() => void navigator.clipboard.writeText(refusedText(refused))}>
          {i18n.t('settings.bundle.copyList')}
        </Button>
      </div>
    </details>
  );
}

/** What a file holds, set against what is here. */
export function LookedTable({ looked }: { looked: Looked }) {
  const { shares, refused, damaged, strange, forgotten } = looked;
  const refusedOf = (table: string) => refused.filter((one) => one.table === table).length;
  const columns = ['fresh', 'changed', 'same'] as const;
  return (
    <>
      <table className="looked">
        <caption className="sr">{i18n.t('settings.bundle.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('settings.bundle.what')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {i18n.t(`settings.bundle.${column}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {i18n.t('settings.bundle.refused')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.table}>
              <th scope="row">{tableName(share.table)}</th>
              {columns.map((column) => (
                <td key={column} className="num">
                  {number(share[column])}
                </td>
              ))}
              <td className="num">{number(refusedOf(share.table))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {damaged.length > 0 && <p className="notice">{i18n.t('settings.bundle.damaged', [damaged.join(', ')])}</p>}
      {strange.length > 0 && <p className="meta">{i18n.t('settings.bundle.strange', strange.length, [number(strange.length)])}</p>}
      {forgotten > 0 && <p className="meta">{i18n.t('settings.import.forgotten', forgotten, [number(forgotten)])}</p>}
      <RefusedList refused={refused} more={looked.more} />
    </>
  );
}
