import { useEffect, useState } from 'react';
import type { Suggestion } from '../../lib/core/learn/suggest.ts';
import { saidIn } from '../../lib/core/learn/tagged.ts';
import type { Brand, Clip } from '../../lib/core/records.ts';
import { judgementsGiven } from '../../lib/db/examples.ts';
import { useLive, useStore } from '../store.tsx';
import { learnerOf } from './learner.ts';

/** It learns again once so many more judgements were given … */
const enoughNews = 10;
/** … and none came for so long: nobody waits for an answer while it does. */
const quiet = 2_000;

interface Taught {
  /** How often it was. */
  times: number;
  /** Judgements in force, of which it learned. */
  from: number;
  /** Judgements that had been given by then. */
  given: number;
}

/** Has the learner learn once there is something to ask it, and again when there is enough to add. */
function useTaught(isAsked: boolean, onFailed: (error: unknown) => void): Taught {
  const { workspace } = useStore();
  const given = useLive(judgementsGiven, []);
  const [taught, setTaught] = useState<Taught>({ times: 0, from: 0, given: 0 });
  useEffect(() => {
    if (!isAsked || given === undefined || (taught.times > 0 && given < taught.given + enoughNews)) return;
    let wanted = true;
    const learn = async () => {
      try {
        const from = await learnerOf(workspace.id).learn();
        if (wanted) setTaught({ times: taught.times + 1, from, given });
      } catch (error) {
        if (wanted) onFailed(error);
      }
    };
    const timer = setTimeout(learn, taught.times > 0 ? quiet : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [isAsked, given, taught, workspace.id, onFailed]);
  return taught;
}

/** What was learned says of a clip. */
export interface Offered extends Suggestion {
  /** How many judgements taught it. */
  from: number;
  dismiss(): void;
}

interface Said {
  of: string;
  suggestion: (Suggestion & { from: number }) | null;
}

/**
 * What the learner suggests of a clip, judged for a brand; null where it is silent, was waved away, or there is nothing to ask about. What was
 * said stays said while the clip is open: it must not change under the key that takes it.
 */
export function useSuggestion(clip: Clip | undefined, brand: Brand | undefined): { offered: Offered | null; failed: unknown } {
  const { workspace } = useStore();
  const [failed, setFailed] = useState<unknown>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const of = clip && brand ? `${clip.id}|${brand.id}` : null;
  const taught = useTaught(of !== null, setFailed);
  const text = clip ? saidIn(clip) : '';
  const { id = '', kind = 'own' } = brand ?? {};
  const suggestion = said?.of === of ? said.suggestion : null;
  const isSaid = suggestion !== null;
  useEffect(() => {
    if (of === null || taught.times === 0 || isSaid) return;
    let wanted = true;
    learnerOf(workspace.id)
      .suggest({ text, brand: { id, kind } })
      .then(
        (answer) => wanted && setSaid({ of, suggestion: answer && { ...answer, from: taught.from } }),
        (error: unknown) => wanted && setFailed(error),
      );
    return () => {
      wanted = false;
    };
  }, [of, text, id, kind, taught, isSaid, workspace.id]);

  const isShown = suggestion && of && !away.has(of);
  return { offered: isShown ? { ...suggestion, dismiss: () => setAway(new Set([...away, of])) } : null, failed };
}
