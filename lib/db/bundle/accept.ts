/** Any file that a workspace can be taken in from: a bundle, sealed or not, or a backup of before there were bundles. */
import { BundleRefused, type OnProgress } from './format.ts';
import type { Incoming } from './incoming.ts';
import { openOldJson } from './old-json.ts';
import { openBundle } from './open.ts';
import { isSealed } from './segments.ts';

interface Options {
  passphrase: string | null;
  /** The store's schema version. */
  newest: number;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** @throws BundleRefused where it is none of them, or shall not be read. */
export async function accept(file: Blob, options: Options): Promise<Incoming> {
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (isSealed(start) || (start[0] === 0x50 && start[1] === 0x4b)) return openBundle(file, options);
  if (/^\ufeff?\s*\{/.test(new TextDecoder().decode(start))) return openOldJson(file);
  throw new BundleRefused('other', 'neither a bundle nor a backup of Listening Post');
}
