import { insidePage, type Launched } from '../launch.ts';
import type { StoreInPage } from '../store.entry.ts';
import { report } from './figures.ts';

declare const store: StoreInPage;

/** How many clips a second go into a bundle, hashes and ZIP and all; beside it bare IndexedDB reading the same rows, which no export can do without. */
export async function measureExport(launched: Launched, clips: number): Promise<void> {
  const page = await insidePage(launched);
  page.setDefaultTimeout(0);
  const { bundled, bare, bytes } = await page.evaluate(async () => {
    const here = await store.activeStore();
    const truth = ['records', 'captures', 'snapshots', 'tags', 'profileSnapshots', 'actions', 'pictures'];
    const begunBare = performance.now();
    for (const name of truth)
      for (let after: IDBKeyRange | null = null; ; ) {
        const rows: { id: string }[] = await new Promise((resolve, reject) => {
          const request = here.db.backendDB().transaction(name).objectStore(name).getAll(after, 1_000);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const last = rows.at(-1);
        if (!last) break;
        after = IDBKeyRange.lowerBound(last.id, true);
      }
    const bare = performance.now() - begunBare;
    let bytes = 0;
    const begun = performance.now();
    await store.writeBundle(
      here,
      new WritableStream<Uint8Array>({
        write(chunk) {
          bytes += chunk.length;
        },
      }),
    );
    return { bundled: performance.now() - begun, bare, bytes };
  });
  await page.close();
  const floor = `floor: bare IndexedDB reading the same rows of ${clips} clips`;
  report(floor, clips / (bare / 1_000), '/s', 1);
  report(`export of ${clips} clips into a bundle`, clips / (bundled / 1_000), '/s', 1, floor);
  report(`size of that bundle`, bytes / 1_000_000, 'MB', 1);
}
