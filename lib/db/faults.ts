/** Failures injected where Dexie meets the browser, in the tests' build alone: what a full disk does to a command at any of its writes. */
import type { Dexie } from 'dexie';

/** Every write after so many others fails with a DOMException of this name, as long as it stands on the global `storeFault`. */
export interface StoreFault {
  name: string;
  after: number;
}

const scope = globalThis as { storeFault?: StoreFault };

/** Lets a test make the writes of a database fail. */
export function injectFaults(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            const { storeFault: fault } = scope;
            if (!fault) return table.mutate(request);
            fault.after -= 1;
            return fault.after >= 0 ? table.mutate(request) : Promise.reject(new DOMException('injected by a test', fault.name));
          },
        };
      },
    }),
  });
}
