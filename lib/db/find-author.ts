/** Everything that the workspace holds of an author. Reads all captures, in chunks: it is asked seldom, and must miss nothing. */
import { othersIn, personKey } from '../core/people.ts';
import type { Capture } from '../core/records.ts';
import { viewsNaming } from './find-views.ts';
import { joinedIds } from './project.ts';
import type { Store } from './store.ts';

/** Platform, and handle or name; one of the two is known. */
export interface Author {
  platform: string;
  handle: string | null;
  name: string | null;
}

export interface Traces {
  /** By what the author is told from others (core/people.ts): the handle, and each name under which that was met. */
  keys: Set<string>;
  /** Ids of the author's clips, those in the trash too, and of all joined with them. */
  clips: Set<string>;
  /** Ids of saved views that ask for the author or one of these clips, or are named after them. */
  views: string[];
  /** Captures of other people's posts that the author passed on, or that answer or quote the author. */
  mentions: Capture[];
}

const chunkSize = 1_000;

async function eachCapture({ db }: Store, look: (capture: Capture) => void): Promise<void> {
  for (let last = ''; ; ) {
    const chunk = await db.captures.where('id').above(last).limit(chunkSize).toArray();
    chunk.forEach(look);
    if (chunk.length < chunkSize) return;
    last = chunk.at(-1)!.id;
  }
}

export async function tracesOf(store: Store, { platform, ...author }: Author): Promise<Traces> {
  const own = personKey(platform, author);
  const keys = new Set(own === null ? [] : [own]);
  const names = new Set([author.name]);
  const nameKey = (name: string | null) => personKey(platform, { handle: null, name });
  // A page may show the name alone: that is the author too, under each name that the handle bore.
  if (author.handle) {
    await eachCapture(store, ({ draft }) => {
      if (draft.platform !== platform) return;
      for (const person of [draft.author, ...othersIn(draft)]) if (personKey(platform, person) === own) names.add(person.name);
    });
    for (const name of names) {
      const key = nameKey(name);
      if (key !== null) keys.add(key);
    }
  }
  const is = (person: Capture['draft']['author']) => {
    const key = personKey(platform, person);
    return key !== null && keys.has(key);
  };
  const found = new Set<string>();
  const mentions: Capture[] = [];
  await eachCapture(store, (capture) => {
    if (capture.draft.platform !== platform) return;
    if (is(capture.draft.author)) found.add(capture.clip);
    else if (othersIn(capture.draft).some(is)) mentions.push(capture);
  });
  const clips = new Set<string>();
  for (const id of found) for (const one of await joinedIds(store, id)) clips.add(one);
  const views = await viewsNaming(
    store,
    [author.handle, ...names, ...clips].filter((name) => name !== null),
  );
  return { keys, clips, views, mentions: mentions.filter(({ clip }) => !clips.has(clip)) };
}

/** What would go if an author were forgotten, in numbers. */
export async function previewOfForgetting(store: Store, author: Author) {
  const { clips, mentions } = await tracesOf(store, author);
  const others = new Set(mentions.map(({ clip }) => clip));
  const [pictures, judgements] = await Promise.all([
    store.db.pictures
      .where('clip')
      .anyOf([...clips, ...others])
      .count(),
    store.db.tags
      .where('clip')
      .anyOf([...clips])
      .count(),
  ]);
  return { clips: clips.size, mentions: others.size, pictures, judgements };
}
