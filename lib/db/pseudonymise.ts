/** A workspace to be passed on without the names of private persons. */
import { freshHmacKey, keyedHash } from '../core/keyed-hash.ts';
import { elements, type Mergeable, value } from '../core/mergeable.ts';
import { brandListing } from '../core/profile-id.ts';
import { pseudonymise } from '../core/pseudonym.ts';
import type { Records } from './backup.ts';
import { inTransaction } from './change.ts';
import { forgottenKind } from './forgotten.ts';
import { brandsOf } from './queries.ts';
import type { Store } from './store.ts';

/** The key of this workspace's pseudonyms, made on first use: the same person has the same one in each export, and the key is in none. */
async function pseudonymKey(store: Store): Promise<CryptoKey> {
  const fresh = await freshHmacKey();
  return inTransaction(store, async () => {
    const known = await store.db.keys.get('pseudonyms');
    if (!known) await store.db.keys.add({ id: 'pseudonyms', key: fresh });
    return known?.key ?? fresh;
  });
}

/** Replaces ids of clips, which lead to their posts, in a record of a clip or of two joined ones. */
function renamed(record: Mergeable, idOf: (clip: string) => string): Mergeable {
  if (record.kind === 'clip') return { ...record, id: idOf(record.id) };
  if (record.kind !== 'same') return record;
  const clips = Object.fromEntries(Object.entries(record.s['clips'] ?? {}).map(([clip, dots]) => [idOf(clip), dots]));
  return { ...record, id: `same:${elements(record, 'clips').map(idOf).sort().join('|')}`, s: { ...record.s, clips } };
}

/**
 * The same backup with pseudonyms for people (core/pseudonym.ts), but for accounts that a brand lists; without pictures, which show names, without
 * what leads to a post, without the history and without who was forgotten. It can be read and taken in like any other; it restores nothing.
 */
export async function pseudonymised(store: Store, backup: Records): Promise<Records> {
  const [key, brands] = [await pseudonymKey(store), await brandsOf(store)];
  const ids = new Set([...backup.captures.map(({ clip }) => clip), ...backup.records.filter(({ kind }) => kind === 'clip').map(({ id }) => id)]);
  const fresh = new Map<string, string>();
  for (const id of ids) fresh.set(id, `${id.split(':').slice(0, 2).join(':')}:~${(await keyedHash(key, id)).slice(0, 32)}`);
  const idOf = (clip: string) => fresh.get(clip) ?? clip;
  const masks = new Map<string, (words: string) => string>();
  const captures: Records['captures'] = [];
  for (const { hash: _, ...capture } of backup.captures) {
    const { platform } = capture.draft;
    const isBrand = ({ handle }: { handle: string | null }) => handle !== null && brandListing(brands, { platform, handle }) !== undefined;
    const { draft, mask } = await pseudonymise(capture.draft, key, isBrand);
    const before = masks.get(capture.clip);
    masks.set(capture.clip, before ? (words) => mask(before(words)) : mask);
    captures.push({ ...capture, clip: idOf(capture.clip), draft });
  }
  // An account that is no brand's may be a private person's.
  const records = backup.records.filter((record) => record.kind !== forgottenKind && !(record.kind === 'profile' && !value(record, 'brand')));
  const profiles = new Set(records.filter(({ kind }) => kind === 'profile').map(({ id }) => id));
  return {
    ...backup,
    records: records.map((record) => renamed(record, idOf)),
    captures,
    snapshots: backup.snapshots.map((snapshot) => ({ ...snapshot, clip: idOf(snapshot.clip) })),
    tags: backup.tags.map((tag) => ({ ...tag, clip: idOf(tag.clip), quote: masks.get(tag.clip)?.(tag.quote) ?? tag.quote })),
    profileSnapshots: backup.profileSnapshots.filter(({ profile }) => profiles.has(profile)),
    actions: [],
    pictures: [],
  };
}
