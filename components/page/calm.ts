/** Work that waits for a scroll to be over: what only passes by is not worth it, and a page that scrolls has no time to spare. */

/** So long after the last scroll event a scroll is over. */
const rest = 150;
/** A scroll that goes on puts work off no longer than this. */
const patience = 600;

/** A piece of work that is done once, however often it was asked for meanwhile. */
export interface Task {
  ask(): void;
  cancel(): void;
}

export interface Calm {
  /** Something on the page is being scrolled. */
  scrolled(): void;
  /** Work to be done `pause` milliseconds after it was asked for, or once the scroll is over. */
  task(pause: number, work: () => void): Task;
}

export function createCalm(): Calm {
  let scrolledAt = Number.NEGATIVE_INFINITY;
  return {
    scrolled() {
      scrolledAt = performance.now();
    },
    task(pause, work) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let since = 0;
      const run = () => {
        const now = performance.now();
        const left = scrolledAt + rest - now;
        timer = undefined;
        if (left > 0 && now - since < patience) timer = setTimeout(run, left);
        else work();
      };
      return {
        ask() {
          if (timer) return;
          since = performance.now();
          timer = setTimeout(run, pause);
        },
        cancel: () => clearTimeout(timer),
      };
    },
  };
}
