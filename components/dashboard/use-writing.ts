import { useRef, useState } from 'react';
import type { Action } from '../../lib/core/records.ts';
import { commands } from '../commands.ts';
import { useStore } from '../store.tsx';
import { useToast } from '../ui/toast.tsx';

type Commands = Awaited<ReturnType<typeof commands>>;

/** What could not be written, and another try. */
export interface Failed {
  error: unknown;
  again(): void;
}

/**
 * Runs commands one after the other, however fast they are given, tells what was done and offers to take it back; a failure stays until it is
 * tried again.
 * `takeBack` undoes what was done last from here, for Z.
 */
export function useWriting() {
  const store = useStore();
  const { say } = useToast();
  const [failed, setFailed] = useState<Failed | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const last = useRef<(() => Promise<void>) | null>(null);

  type Command = (commands: Commands) => Promise<Action | Action[]>;

  function write(command: Command, words: string): Promise<boolean> {
    const done = before.current.then(() => run(command, words));
    before.current = done;
    return done;
  }

  async function run(command: Command, words: string): Promise<boolean> {
    setFailed(null);
    try {
      const all = await commands();
      const actions = [await command(all)].flat();
      const takeBack = async () => {
        await all.undoAll(
          store,
          actions.map(({ id }) => id),
        );
        if (last.current === takeBack) last.current = null;
      };
      last.current = takeBack;
      say(words, takeBack);
      return true;
    } catch (error) {
      setFailed({ error, again: () => void write(command, words) });
      return false;
    }
  }

  /** Behind what is still being written: that is what Z means. */
  function takeBack(): void {
    before.current = before.current.then(() => last.current?.()).catch((error: unknown) => setFailed({ error, again: takeBack }));
  }

  return { store, write, failed, takeBack };
}
