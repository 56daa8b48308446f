import { useState } from 'react';
import type { Query } from '../../../lib/core/query/query.ts';
import type { ClipChange } from '../../../lib/db/bulk.ts';
import { everyClip } from '../../../lib/db/find-clips.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { useWriting } from '../../dashboard/use-writing.ts';
import type { Begin } from '../../judge/change-dialog.tsx';
import { changedWords } from '../../judge/changed-words.ts';
import { useSelection } from '../../judge/use-selection.ts';
import { number } from '../../ui/format.ts';

interface Asked {
  /** Ids of the clips that are known, in order. */
  order: readonly string[];
  /** All that answer are known. */
  isWhole: boolean;
  /** What the list answers: another begins a new selection. */
  question: string;
  asking: Query;
  writing: ReturnType<typeof useWriting>;
  nameOf(id: string): string;
}

/** What is selected in the Library, and what is done to all of it at once; with nothing selected, to the clip that has the focus. */
export function useMany({ order, isWhole, question, asking, writing: { write, store }, nameOf }: Asked) {
  const selection = useSelection(order, question);
  const [busy, setBusy] = useState(false);
  /** What the open dialog changes. */
  const [changing, setChanging] = useState<{ ids: readonly string[]; begin: Begin } | null>(null);
  // Where all that answer are known, what is known no longer is not among them.
  const ids = isWhole ? order.filter((id) => selection.ids.has(id)) : [...selection.ids];

  const busily = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  return {
    selection,
    ids,
    busy,
    changing,
    open: (begin: Begin, focused?: string) => {
      const targets = ids.length > 0 ? ids : focused ? [focused] : [];
      if (targets.length > 0) setChanging({ ids: targets, begin });
      return targets.length > 0;
    },
    close: () => setChanging(null),
    selectAll: () => busily(async () => selection.set((await everyClip(store, asking)).map(({ id }) => id))),
    change: (targets: readonly string[], what: ClipChange) =>
      busily(() => write(({ changeClips }) => changeClips(store, targets, what), changedWords(what, targets.length, nameOf))),
    trash: () =>
      busily(async () => {
        const words = i18n.t('library.trashed', ids.length, { n: number(ids.length) });
        if (await write(({ trashClips }) => trashClips(store, ids), words)) selection.clear();
      }),
    /** The selected clips, also those that are not shown. */
    load: async () => (await store.db.clips.bulkGet(ids)).filter((clip) => clip !== undefined),
  };
}
