/** The command that forgets an author: what they said, what was said of it, their name wherever else it stands. There is no undo. */
import { hmacKey, keyedHash } from '../core/keyed-hash.ts';
import { value } from '../core/mergeable.ts';
import { personKey, withoutOthers, wordsOfOthers } from '../core/people.ts';
import type { Action, Capture } from '../core/records.ts';
import { change, inTransaction, log } from './change.ts';
import { type Author, type Traces, tracesOf } from './find-author.ts';
import { forgottenKind, isAbout } from './forgotten.ts';
import { projectClip } from './project.ts';
import type { Store } from './store.ts';
import { removeContent } from './trash.ts';

/** The key under which this workspace remembers whom it forgot, in hexadecimal: one of before, else a new one of 32 random bytes. */
async function keyOf({ db }: Store): Promise<string> {
  const keys = (await db.records.where('kind').equals(forgottenKind).toArray()).map((record) => value(record, 'key'));
  const known = keys.filter((key) => typeof key === 'string').sort()[0];
  return known ?? [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The author's clips with everything about them: their records, what joins them, what was done to them; and views that ask for the author. Counters follow. */
async function removeClips(store: Store, { clips, views }: Pick<Traces, 'clips' | 'views'>): Promise<void> {
  const { db } = store;
  await removeContent(store, [...clips]);
  const same = await db.records.where('kind').equals('same').toArray();
  const joins = same.filter((record) => isAbout(record, clips)).map(({ id }) => id);
  const gone = new Set([...clips, ...joins, ...views]);
  await db.records.bulkDelete([...gone]);
  await db.actions.filter(({ clip, undo }) => (clip !== null && gone.has(clip)) || undo.some(({ record }) => gone.has(record))).delete();
  for (const clip of clips) await projectClip(store, clip);
}

/** The name in another person's post, the author's words quoted there, and the pictures that show both. */
async function removeMention(store: Store, capture: Capture, keys: Traces['keys']): Promise<void> {
  const { db } = store;
  const { draft, clip } = capture;
  const goes = (person: Parameters<typeof personKey>[1]) => {
    const key = personKey(draft.platform, person);
    return key !== null && keys.has(key);
  };
  const said = wordsOfOthers(draft, goes);
  await db.captures.update(capture.id, { draft: withoutOthers(draft, goes) });
  await db.pictures.where('clip').equals(clip).delete();
  await db.tags
    .where('clip')
    .equals(clip)
    .filter(({ quote }) => quote !== '' && said.some((words) => words.includes(quote)))
    .modify({ quote: '' });
}

const sameTraces = (a: Traces, b: Traces): boolean => {
  const facts = ({ keys, clips, views, mentions }: Traces) =>
    JSON.stringify([[...keys].sort(), [...clips].sort(), [...views].sort(), mentions.map(({ id }) => id)]);
  return facts(a) === facts(b);
};

/**
 * Forgets an author of a platform, by handle or name. What stays: keyed hashes of the author and the clips, by which an old backup is known
 * again (forgotten.ts), and an entry in the history that says how many clips went. Other people's own words stay as they wrote them.
 * @returns the entry in the history; it has no undo.
 */
export async function forgetAuthor(store: Store, author: Author, at = new Date()): Promise<Action> {
  const key = await keyOf(store);
  const hmac = await hmacKey(key);
  for (;;) {
    // The hashes before the transaction, which may wait for nothing else; looked for again in it, for a page may save meanwhile.
    const traces = await tracesOf(store, author);
    const hashes = await Promise.all([...traces.keys, ...traces.clips, ...traces.views].map((words) => keyedHash(hmac, words)));
    const done = await inTransaction(store, async () => {
      if (!sameTraces(traces, await tracesOf(store, author))) return null;
      await removeClips(store, traces);
      for (const mention of traces.mentions) await removeMention(store, mention, traces.keys);
      for (const clip of new Set(traces.mentions.map(({ clip: id }) => id))) await projectClip(store, clip);
      await change(store, at, `${forgottenKind}:${hashes[0]}`, forgottenKind, { set: { key }, add: { hashes } });
      return log(store, at, { name: 'forget', undo: [], count: traces.clips.size });
    });
    if (done) return done;
  }
}
