import { accept } from './bundle/accept.ts';
import { type Looked, takeIn } from './bundle/take.ts';
import type { Store } from './store.ts';

/** Takes an automatic backup in: what is here stays, what is missing is added. */
export const restoreBackup = async (store: Store, file: Blob): Promise<Looked> =>
  takeIn(store, await accept(file, { passphrase: null, newest: store.db.verno }));
