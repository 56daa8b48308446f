import { useRef, useState } from 'react';
import { flipOf, type Judged } from '../../../lib/core/flip.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import type { Action, Brand, Clip } from '../../../lib/core/records.ts';
import type { Store } from '../../../lib/db/store.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { commands } from '../../commands.ts';
import { chosenAlready, inOrder } from '../../judge/brand-choice.tsx';
import { useStore } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { useToast } from '../../ui/toast.tsx';

/** One thing done, with what takes it back. */
interface Done {
  clips: string[];
  actions: string[];
}

/** What is said of the opened clip before the letter that saves it. */
interface Said {
  brand: string | null;
  theme: string;
  reason: string;
}

/** The inbox as it is worked through: which clip is open, what is said of it, what is selected, and what can be taken back. */
export function useTriage(clips: readonly Clip[], brands: readonly Brand[]) {
  const store = useStore();
  const toast = useToast();
  const [at, setAt] = useState<string | null>(null);
  const [said, setSaid] = useState<{ clip: string; changes: Partial<Said> } | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** Judged or put away just now: out of sight at once, for the next key is already for the next clip. */
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<{ error: unknown; again: () => unknown } | null>(null);
  /** Taken back, and not in the list again yet. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const history = useRef<Done[]>([]);
  /** The other side of what was just judged. */
  const [offer, setOffer] = useState<(Judged & { tag: string }) | null>(null);
  /** Where the list stood when the opened clip was last seen: its neighbour opens when it is gone. */
  const place = useRef(0);

  const waiting = clips.filter(({ id }) => !leaving.has(id));
  const index = waiting.findIndex(({ id }) => id === at);
  const current = waiting[index >= 0 ? index : Math.min(place.current, waiting.length - 1)];
  if (index >= 0) place.current = index;
  if (awaited && waiting.some(({ id }) => id === awaited)) {
    setAwaited(null);
    setAt(awaited);
  }
  const now: Said = {
    brand: current ? chosenAlready(brands, current.brands) : null,
    theme: '',
    reason: '',
    ...(current && said?.clip === current.id ? said.changes : {}),
  };
  const say = (changes: Partial<Said>) => current && setSaid({ clip: current.id, changes: { ...now, ...changes } });
  const chosen = current ? waiting.filter(({ id }) => selected.has(id)) : [];
  const targets = chosen.length > 0 ? chosen : current ? [current] : [];

  const move = (by: number) => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, (current ? waiting.indexOf(current) : 0) + by))];
    if (next) setAt(next.id);
  };

  async function takeBack(done: Done | undefined) {
    if (!done) return;
    setOffer(null);
    history.current = history.current.filter((other) => other !== done);
    const { undoAll } = await commands();
    await undoAll(store, done.actions);
    setLeaving((ids) => new Set([...ids].filter((id) => !done.clips.includes(id))));
    setAwaited(done.clips[0] ?? null);
    toast.say(i18n.t('ui.undone'));
  }

  /** Does one thing to the targets, the next clip opening at once. Where it fails, they come back and say why. */
  async function act(words: string, command: (together: Store, clip: Clip) => Promise<Action>) {
    const done: Done = { clips: targets.map(({ id }) => id), actions: [] };
    const gone = new Set(done.clips);
    const from = current ? waiting.indexOf(current) : 0;
    const next = waiting.slice(from).find(({ id }) => !gone.has(id)) ?? waiting.slice(0, from).findLast(({ id }) => !gone.has(id));
    setLeaving((ids) => new Set([...ids, ...gone]));
    setSelected(new Set());
    setAt(next?.id ?? null);
    setFailed(null);
    setOffer(null);
    try {
      const { inBatch } = await commands();
      const together = targets.length > 1 ? inBatch(store) : store;
      for (const clip of targets) done.actions.push((await command(together, clip)).id);
      toast.say(words, () => takeBack(done));
    } catch (error) {
      const left = done.clips.slice(done.actions.length);
      setLeaving((ids) => new Set([...ids].filter((id) => !left.includes(id))));
      setAt(left[0] ?? null);
      setFailed({ error, again: () => act(words, command) });
    }
    if (done.actions.length > 0) history.current.push(done);
  }

  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? '';

  return {
    waiting,
    current,
    said: now,
    say,
    selected,
    targets,
    failed,
    awaited,
    open: setAt,
    move,
    toggle(clip: string) {
      setSelected((ids) => new Set(ids.has(clip) ? [...ids].filter((id) => id !== clip) : [...ids, clip]));
    },
    clearSelection: () => setSelected(new Set()),
    nextBrand() {
      if (!current || brands.length === 0) return;
      const ordered = inOrder(brands, current.brands);
      const place = ordered.findIndex(({ id }) => id === now.brand);
      say({ brand: ordered[(place + 1) % ordered.length]!.id });
    },
    judge(quadrant: Quadrant) {
      const { brand, theme, reason } = now;
      if (targets.length === 0) return;
      if (!brand) return toast.say(i18n.t('ui.judge.chooseBrand'));
      const words =
        targets.length === 1
          ? i18n.t(`quadrant.saved.${quadrant}`, [nameOf(brand)])
          : i18n.t(`inbox.savedMany.${quadrant}`, [number(targets.length), nameOf(brand)]);
      return act(words, async (together, { id, brands: mentioned }) => {
        const { tagClip } = await commands();
        const action = await tagClip(together, id, { brand, quadrant, theme: theme.trim() || undefined, quote: reason.trim() });
        const other = targets.length === 1 ? flipOf({ brand, quadrant }, brands, mentioned) : null;
        if (other && action.tag) setOffer({ ...other, tag: action.tag });
        return action;
      });
    },
    offer,
    /** Takes the other side, for that brand too. */
    async flip() {
      if (!offer) return;
      setOffer(null);
      try {
        const { flipTag } = await commands();
        const done: Done = { clips: [], actions: [(await flipTag(store, offer.tag, offer)).id] };
        history.current.push(done);
        toast.say(i18n.t(`quadrant.saved.${offer.quadrant}`, [nameOf(offer.brand)]), () => takeBack(done));
      } catch (error) {
        setFailed({ error, again: () => setOffer(offer) });
      }
    },
    putAway() {
      if (targets.length === 0) return;
      return act(i18n.t('inbox.archived', targets.length, [number(targets.length)]), async (together, { id }) => {
        const { setState } = await commands();
        return setState(together, id, 'archived');
      });
    },
    undo: () => takeBack(history.current.at(-1)),
  };
}

export type Triage = ReturnType<typeof useTriage>;
