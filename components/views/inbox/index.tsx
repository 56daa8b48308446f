import { brandsOf, inboxCount, inboxOf, judgedToday, ownersOf, themesOf } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';
import { useLive } from '../../store.tsx';
import { InboxList } from './inbox-list.tsx';
import './inbox.css';

/** More than anybody judges in one sitting; the next come up as these go. */
const shown = 100;

async function inboxData(store: Store) {
  const [clips, waiting, judged, brands, themes, people] = await Promise.all([
    inboxOf(store, shown),
    inboxCount(store),
    judgedToday(store),
    brandsOf(store),
    themesOf(store),
    ownersOf(store),
  ]);
  return { clips, waiting, judged, brands, themes, people };
}

export type InboxData = Awaited<ReturnType<typeof inboxData>>;

/** Clips that wait to be judged, worked through by keyboard. The side panel and the dashboard show the same. */
export default function Inbox() {
  const data = useLive(inboxData, []);
  return data ? <InboxList data={data} /> : null;
}
