import { inboxCount, judgedToday, nameableOf, pagedInbox } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';
import { useParts } from '../../list/use-parts.ts';
import { useLive } from '../../store.tsx';
import { InboxList } from './inbox-list.tsx';
import './inbox.css';

async function inboxData(store: Store) {
  const [waiting, judged, names] = await Promise.all([inboxCount(store), judgedToday(store), nameableOf(store)]);
  return { waiting, judged, names };
}

export type InboxData = Awaited<ReturnType<typeof inboxData>>;

/** Clips that wait to be judged, worked through by keyboard. The side panel and the dashboard show the same. */
export default function Inbox() {
  const list = useParts(pagedInbox, '');
  const data = useLive(inboxData, []);
  return data && list ? <InboxList data={data} list={list} /> : null;
}
