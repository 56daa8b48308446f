import { useEffect, useRef, useState } from 'react';
import { type Checked, checkIntegrity } from '../../../lib/db/integrity.ts';
import { useStore } from '../../store.tsx';

export interface Integrity {
  checked: Checked | null;
  state: 'idle' | 'running' | 'paused' | 'done';
  /** Begins, or goes on where it was paused. */
  run(): void;
  pause(): void;
}

/** A check of the workspace that can be paused between two chunks and gone on with; it ends with the page. */
export function useIntegrity(onError: (error: unknown) => void): Integrity {
  const store = useStore();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [state, setState] = useState<Integrity['state']>('idle');
  const checking = useRef<AsyncGenerator<Checked> | null>(null);
  const wanted = useRef(false);
  useEffect(
    () => () => {
      wanted.current = false;
    },
    [],
  );

  async function run(): Promise<void> {
    checking.current ??= checkIntegrity(store);
    wanted.current = true;
    setState('running');
    try {
      while (wanted.current) {
        const { value, done } = await checking.current.next();
        if (done) {
          checking.current = null;
          setState('done');
          return;
        }
        setChecked(value);
      }
    } catch (error) {
      checking.current = null;
      setState('idle');
      onError(error);
    }
  }
  return {
    checked,
    state,
    run: () => void run(),
    pause() {
      wanted.current = false;
      setState('paused');
    },
  };
}
