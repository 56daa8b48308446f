import { dayIn } from '../lib/core/day.ts';
import { fold } from '../lib/core/fold.ts';
import type { Store } from '../lib/db/store.ts';

/** A file's name: ours, the workspace's in letters and digits only, the day. */
export function fileNameOf({ workspace }: Store, extension: string, now = new Date()): string {
  const slug = fold(workspace.name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return ['listening-post', slug, dayIn(workspace.timeZone, now)].filter(Boolean).join('-') + extension;
}

/** How long a browser may take to begin reading what a link gives, in ms. */
const begins = 60_000;

/** Hands a file over by a link, which works in every browser without a permission. */
export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), begins);
}
