import { useMemo, useRef, useState } from 'react';
import { type Factor, usualQuadrant } from '../../../lib/core/factors.ts';
import { flipOf, type Judged } from '../../../lib/core/flip.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import type { Action, Brand, Clip, Sentiment, Tag } from '../../../lib/core/records.ts';
import type { Effect } from '../../../lib/core/rules.ts';
import { nextPriority } from '../../../lib/core/work.ts';
import type { ClipChange } from '../../../lib/db/bulk.ts';
import { inboxIds } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { commands } from '../../commands.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { chosenAlready, inOrder } from '../../judge/brand-choice.tsx';
import { changedWords, leavesAfter } from '../../judge/changed-words.ts';
import { useSelection } from '../../judge/use-selection.ts';
import type { LongList } from '../../list/use-parts.ts';
import { useStore } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { useToast } from '../../ui/toast.tsx';

/** One thing done, with what takes it back. */
interface Done {
  clips: readonly string[];
  actions: string[];
}

/** What is said of the opened clip before the letter that saves it. */
interface Said {
  brand: string | null;
  theme: string;
  factor: Factor | null;
  reason: string;
}

/** The inbox as it is worked through: which clip is open, what is said of it, what is selected, and what can be taken back. */
export function useTriage({ keys, rows, isWhole }: LongList<Clip>, brands: readonly Brand[]) {
  const store = useStore();
  const toast = useToast();
  const [at, setAt] = useState<string | null>(null);
  const [said, setSaid] = useState<{ clip: string; changes: Partial<Said> } | null>(null);
  /** Judged or put away just now: out of sight at once, for the next key is already for the next clip. */
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<{ error: unknown; again: () => unknown } | null>(null);
  /** Taken back, and not in the list again yet. */
  const [awaited, setAwaited] = useState<string | null>(null);
  /** Steps down that were taken beyond the last row known: they go on as rows are read. */
  const [owed, setOwed] = useState(0);
  const [busy, setBusy] = useState(false);
  const history = useRef<Done[]>([]);
  /** What is still being written. What takes back the last thing waits for it. */
  const underway = useRef<Promise<unknown>>(Promise.resolve());
  /** The other side of what was just judged. */
  const [offer, setOffer] = useState<(Judged & { tag: string }) | null>(null);
  /** What was just judged with a factor that usually goes with another quadrant, which is given. */
  const [doubt, setDoubt] = useState<(Judged & { tag: string }) | null>(null);
  /** Where the list stood when the opened clip was last seen: its neighbour opens when it is gone. */
  const place = useRef(0);

  const waiting = useMemo(() => (leaving.size === 0 ? keys : keys.filter((id) => !leaving.has(id))), [keys, leaving]);
  // What has gone is no longer held back: should it return, it is shown.
  if (!busy && leaving.size > 0) {
    const known = new Set(keys);
    const still = [...leaving].filter((id) => known.has(id));
    if (still.length < leaving.size) setLeaving(new Set(still));
  }
  const index = at === null ? -1 : waiting.indexOf(at);
  const open = waiting[index >= 0 ? index : Math.min(place.current, waiting.length - 1)];
  // It stays as it was read when one scrolls away from it.
  const read = useLast(open === undefined ? undefined : rows.get(open));
  const current = read?.id === open ? read : undefined;
  if (index >= 0) place.current = index;
  if (awaited && waiting.includes(awaited)) {
    setAwaited(null);
    setAt(awaited);
  }
  const now: Said = {
    brand: current ? chosenAlready(brands, current.brands) : null,
    theme: '',
    factor: null,
    reason: '',
    ...(current && said?.clip === current.id ? said.changes : {}),
  };
  const say = (changes: Partial<Said>) => current && setSaid({ clip: current.id, changes: { ...now, ...changes } });

  const selection = useSelection(waiting);
  // Where all that wait are known, what is known no longer waits no longer.
  const chosen = selection.ids.size === 0 ? [] : (isWhole ? waiting : [...selection.ids]).filter((id) => selection.ids.has(id) && !leaving.has(id));
  const targets = chosen.length > 0 ? chosen : current ? [current.id] : [];
  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? '';

  const move = (by: number) => {
    setAwaited(null);
    if (waiting.length === 0) return;
    const to = (open ? waiting.indexOf(open) : 0) + owed + by;
    const there = Math.min(waiting.length - 1, Math.max(0, to));
    setOwed(isWhole ? 0 : Math.max(0, to - there));
    setAt(waiting[there]!);
  };
  if (owed > 0 && (isWhole || waiting.at(-1) !== open)) move(0);
  const quiet = () => {
    setFailed(null);
    setOffer(null);
    setDoubt(null);
  };

  async function takeBack(done: Done | undefined) {
    if (!done) return;
    quiet();
    history.current = history.current.filter((other) => other !== done);
    const { undoAll } = await commands();
    await undoAll(store, done.actions);
    setLeaving((ids) => new Set([...ids].filter((id) => !done.clips.includes(id))));
    setAwaited(done.clips[0] ?? null);
    toast.say(i18n.t('ui.undone'));
  }

  /** What becomes of it once it is done: told, and the next to be taken back. `clips` left the list. */
  function doing(work: Promise<Action[]>, clips: readonly string[], words: string): Promise<Action[]> {
    const told = work.then((actions) => {
      const done = { clips, actions: actions.map(({ id }) => id) };
      history.current.push(done);
      toast.say(words, () => takeBack(done));
      return actions;
    });
    underway.current = Promise.allSettled([underway.current, told]);
    return told;
  }

  async function write(what: ClipChange | 'trash', ids: readonly string[]): Promise<Action[]> {
    const { changeClips, trashClips } = await commands();
    return what === 'trash' ? trashClips(store, ids) : changeClips(store, ids, what);
  }

  /** Does one thing to clips, the targets unless others are named: all or nothing. Where they leave, the next opens at once; where it fails, they come back. */
  async function act(what: ClipChange | 'trash', words: string, ids = targets): Promise<Action[]> {
    if (ids.length === 0) return [];
    const gone = new Set(ids);
    const leaves = leavesAfter(what);
    setOwed(0);
    if (leaves) {
      const from = open ? waiting.indexOf(open) : 0;
      const next = waiting.slice(from).find((id) => !gone.has(id)) ?? waiting.slice(0, from).findLast((id) => !gone.has(id));
      setLeaving((ids) => new Set([...ids, ...gone]));
      selection.clear();
      setAt(next ?? null);
    }
    quiet();
    setBusy(true);
    try {
      return await doing(write(what, ids), leaves ? ids : [], words);
    } catch (error) {
      if (leaves) {
        setLeaving((ids) => new Set([...ids].filter((id) => !gone.has(id))));
        setAt(ids[0] ?? null);
      }
      setFailed({ error, again: () => act(what, words, ids) });
      return [];
    } finally {
      setBusy(false);
    }
  }

  const change = (what: ClipChange, ids = targets) => act(what, changedWords(what, ids.length, nameOf), ids);

  /** One more thing about a judgement just made. */
  async function follow(from: (Judged & { tag: string }) | null, name: 'flipTag' | 'refineTag', again: () => void) {
    if (!from) return;
    try {
      const work = commands().then(async (all) => [await all[name](store, from.tag, { brand: from.brand, quadrant: from.quadrant })]);
      await doing(work, [], i18n.t(`quadrant.saved.${from.quadrant}`, [nameOf(from.brand)]));
    } catch (error) {
      setFailed({ error, again });
    }
  }

  /** Says yes to what a rule proposes for the opened clip. What is no judgement leaves it open. */
  async function accept(proposal: Effect, what: string) {
    if (!current) return;
    const { id } = current;
    const leaves = proposal.quadrant !== null;
    const place = waiting.indexOf(id);
    quiet();
    if (leaves) {
      setLeaving((ids) => new Set([...ids, id]));
      setAt(waiting[place + 1] ?? waiting[place - 1] ?? null);
    }
    try {
      const work = import('../../../lib/db/rules.ts').then(async ({ acceptProposal }) => [await acceptProposal(store, id, proposal)]);
      await doing(work, leaves ? [id] : [], i18n.t('rules.accepted', { what }));
    } catch (error) {
      setLeaving((ids) => new Set([...ids].filter((other) => other !== id)));
      setAt(id);
      setFailed({ error, again: () => accept(proposal, what) });
    }
  }

  /** Says how the opened clip speaks of the chosen brand; the clip stays open. */
  async function feel(sentiment: Sentiment) {
    const { brand } = now;
    if (!current || !brand) return;
    quiet();
    try {
      const work = commands().then(async ({ setSentiment }) => [await setSentiment(store, current.id, brand, sentiment)]);
      await doing(work, [], i18n.t(`clip.sentimentSaved.${sentiment}`, { brand: nameOf(brand) }));
    } catch (error) {
      setFailed({ error, again: () => feel(sentiment) });
    }
  }

  return {
    waiting,
    /** Id of the opened clip, and the clip itself once it is read. */
    at: open,
    current,
    said: now,
    say,
    selection,
    selected: chosen.length,
    targets,
    busy,
    failed,
    awaited,
    open(id: string) {
      // The focus that follows a step may come after the next step, which it must not take back.
      if (id === at) return;
      setOwed(0);
      setAt(id);
    },
    move,
    change,
    selectAll: async () => selection.set(await inboxIds(store)),
    nextBrand() {
      if (!current || brands.length === 0) return;
      const ordered = inOrder(brands, current.brands);
      const place = ordered.findIndex(({ id }) => id === now.brand);
      say({ brand: ordered[(place + 1) % ordered.length]!.id });
    },
    async judge(quadrant: Quadrant, origin: Tag['origin'] = 'hand') {
      const { brand, theme, factor, reason } = now;
      if (targets.length === 0) return;
      if (!brand) return toast.say(i18n.t('ui.judge.chooseBrand'));
      const mentioned = targets.length === 1 ? ((targets[0] === current?.id ? current : rows.get(targets[0]!))?.brands ?? []) : null;
      const judgement = { brand, quadrant, theme: theme.trim() || undefined, factor, quote: reason.trim(), origin };
      const [action] = await change({ judgement });
      if (!mentioned || !action?.tag) return;
      const other = flipOf({ brand, quadrant }, brands, mentioned);
      if (other) setOffer({ ...other, tag: action.tag });
      const usual = factor && usualQuadrant(quadrant, factor);
      if (usual) setDoubt({ brand, quadrant: usual, tag: action.tag });
    },
    feel,
    prioritise: () => current && change({ priority: nextPriority(current.priority) }),
    accept,
    offer,
    doubt,
    /** Takes the other side, for that brand too. */
    async flip() {
      setOffer(null);
      await follow(offer, 'flipTag', () => setOffer(offer));
    },
    /** Judges as such a factor usually is. */
    async judgeAsUsual() {
      setDoubt(null);
      // The other side would be of what it was before.
      setOffer(null);
      await follow(doubt, 'refineTag', () => setDoubt(doubt));
    },
    keep: () => setDoubt(null),
    putAway: () => act({ state: 'archived' }, i18n.t('inbox.archived', targets.length, [number(targets.length)])),
    trash: () => act('trash', i18n.t('library.trashed', targets.length, { n: number(targets.length) })),
    async undo() {
      await underway.current;
      await takeBack(history.current.at(-1));
    },
  };
}

export type Triage = ReturnType<typeof useTriage>;
