import { useEffect, useRef, useState } from 'react';

/** How far: 0…1, null while that is not known. */
export type OnShare = (share: number | null) => void;

/** One thing at a time that takes a while and can be stopped; it is stopped too when whoever began it goes. */
export function useTask() {
  const [share, setShare] = useState<number | null | undefined>(undefined);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** @returns what the task gave; null where it was stopped, or another is running. */
  async function run<T>(task: (signal: AbortSignal, onShare: OnShare) => Promise<T>): Promise<T | null> {
    if (running.current) return null;
    const stop = new AbortController();
    running.current = stop;
    setShare(null);
    let drawn = 0;
    try {
      return await task(stop.signal, (now) => {
        // Drawing each batch would cost more than some batches do.
        if (performance.now() - drawn < 100) return;
        drawn = performance.now();
        setShare(now);
      });
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    } finally {
      running.current = null;
      setShare(undefined);
    }
  }

  return { run, cancel: () => running.current?.abort(), busy: share !== undefined, share: share ?? null };
}
