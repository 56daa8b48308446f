/** Work that waits for a scroll to be over: what only passes by is not worth it, and a page that scrolls has no time to spare. */

/** Whether a scroll goes on is looked at so often, in milliseconds. */
const interval = 150;
/** At every so many looks what waits is done although it does. */
const patience = 4;

/** A piece of work that is done once, however often it was asked for meanwhile. */
interface Task {
  ask(): void;
  cancel(): void;
}

export interface Calm {
  /** Something on the page is being scrolled. Called with every frame then, and therefore all but empty. */
  scrolled(): void;
  /** Work to be done `pause` milliseconds after it was asked for, or when the scroll is over. */
  task(pause: number, work: () => void): Task;
}

export function createCalm(): Calm {
  const waiting = new Set<() => void>();
  let scrolled = false;
  /** Since the scroll began; 0 while there is none. */
  let looks = 0;

  function look(): void {
    looks = scrolled ? looks + 1 : 0;
    scrolled = false;
    if (looks > 0) setTimeout(look, interval);
    if (looks % patience > 0) return;
    // Each by itself, so that none keeps the page waiting for the others, nor keeps them from being done.
    for (const run of waiting) setTimeout(run);
    waiting.clear();
  }

  return {
    scrolled() {
      scrolled = true;
      if (looks > 0) return;
      looks = 1;
      setTimeout(look, interval);
    },
    task(pause, work) {
      let asked = false;
      const run = () => {
        if (!asked) return;
        asked = false;
        work();
      };
      return {
        ask() {
          if (asked) return;
          asked = true;
          if (looks > 0) waiting.add(run);
          else setTimeout(() => (looks > 0 ? waiting.add(run) : run()), pause);
        },
        cancel() {
          asked = false;
        },
      };
    },
  };
}
