import { useEffect, useState } from 'react';
import type { Rule } from '../../../lib/core/records.ts';
import { countTouched, type Touched } from '../../../lib/db/find-rules.ts';
import { useLive, useStore } from '../../store.tsx';
import { useSettled } from '../library/use-settled.ts';

const few = 3;

/** Which past clips a rule would touch, counted anew when the rule or anything in the workspace changes; undefined while it is counted. */
export function useTouched(rule: Rule | null): Touched | undefined {
  const store = useStore();
  const written = useLive(({ db }) => db.actions.count(), []);
  const now = rule && JSON.stringify(rule);
  const asked = useSettled(now, 300);
  const question = `${written} ${asked}`;
  const [answer, setAnswer] = useState<{ question: string; touched: Touched } | null>(null);
  useEffect(() => {
    if (!asked || written === undefined) return;
    const stop = new AbortController();
    countTouched(store, JSON.parse(asked), few, stop.signal).then(
      (touched) => setAnswer({ question, touched }),
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [store, asked, written, question]);
  return asked === now && answer?.question === question ? answer.touched : undefined;
}
