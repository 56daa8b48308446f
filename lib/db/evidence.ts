/** What stands for a clip: its pictures, and whether they and its words are still as they were kept. */
import { hashOf, textHash } from '../core/hash.ts';
import type { Capture, Clip, Picture } from '../core/records.ts';
import type { Store } from './store.ts';

/** A clip's pictures that were not taken away, oldest first. */
export async function picturesOf({ db }: Store, { keys }: Pick<Clip, 'keys'>): Promise<Picture[]> {
  const [pictures, records] = await Promise.all([db.pictures.where('clip').anyOf(keys).sortBy('at'), db.records.bulkGet(keys)]);
  // Not by core/mergeable.ts, which brings the schemas: no list waits for those.
  const away = new Set(records.flatMap((record) => Object.keys(record?.s['retracted'] ?? {})));
  return pictures.filter(({ id }) => !away.has(id));
}

export interface Checked {
  /** Whether the words shown are those that were kept; null where they were kept before there were hashes. */
  words: boolean | null;
  /** The pictures whose bytes are no longer those that were kept. */
  changed: Picture['id'][];
}

/** Compares a clip's words, as they are shown and in every capture, and its pictures with the hashes made when they were kept. */
export async function checkClip(clip: Clip, captures: readonly Capture[], pictures: readonly Picture[]): Promise<Checked> {
  const newest = captures.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const hashed = captures.flatMap(({ draft, hash }) => (hash ? [{ draft, hash }] : []));
  // A clip may show the address that an earlier capture knew; that one is checked in its own capture.
  if (newest?.hash) hashed.push({ draft: { ...newest.draft, title: clip.title, text: clip.text, author: clip.author }, hash: newest.hash });
  const same = await Promise.all(hashed.map(async ({ draft, hash }) => (await textHash(draft)) === hash));
  const changed = await Promise.all(
    pictures.map(async ({ id, bytes, hash }) => (bytes instanceof Uint8Array && (await hashOf(bytes)) === hash ? [] : [id])),
  );
  return { words: hashed.length > 0 ? same.every(Boolean) : null, changed: changed.flat() };
}
