/** Clips on their way to a file of another program. */
import { type ColumnId, type TableRow, tableRow } from '../../core/clip-table.ts';
import type { Clip } from '../../core/records.ts';
import { brandsOf, themesOf } from '../queries.ts';
import type { Store } from '../store.ts';

export interface Sheet {
  /** In chunks, so that the page can draw between them and text goes to the browser as it is made. */
  rows: AsyncIterable<TableRow[]>;
  /** Heads of the columns, in the reader's language. */
  labels: Readonly<Record<ColumnId, string>>;
  /** IANA name: what clock and calendar times are written on. */
  timeZone: string;
}

const chunk = 500;

export async function sheetOf(store: Store, clips: readonly Clip[], labels: Sheet['labels']): Promise<Sheet> {
  const names = new Map([...(await brandsOf(store)), ...(await themesOf(store))].map(({ id, name }) => [id, name]));
  async function* rows() {
    for (let from = 0; from < clips.length; from += chunk) {
      yield clips.slice(from, from + chunk).map((clip) => tableRow(clip, names));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return { rows: rows(), labels, timeZone: store.workspace.timeZone };
}
