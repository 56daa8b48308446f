/** Posts without the names of those who wrote them: the same person has the same pseudonym under the same key, and nobody without it can tell who. */
import type { Draft, Person, Reference } from './draft.ts';
import { keyedHash } from './keyed-hash.ts';
import { othersIn, personKey } from './people.ts';

/** Shorter names are too often ordinary words or parts of them. */
const shortest = 3;

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Puts pseudonyms into words where the names stand as whole words, in any case. */
function masking(pseudonyms: ReadonlyMap<Person, string>): (words: string) => string {
  const names = [...pseudonyms]
    .flatMap(([{ name, handle }, pseudonym]) => [name, handle?.replace(/^@/, '')].map((words) => [words?.trim() ?? '', pseudonym] as const))
    .filter(([words]) => words.length >= shortest)
    .sort(([a], [b]) => b.length - a.length);
  if (names.length === 0) return (words) => words;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(([words]) => escaped(words)).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const byName = new Map(names.map(([words, pseudonym]) => [words.toLowerCase(), pseudonym]));
  return (words) => words.replace(pattern, (found) => byName.get(found.toLowerCase()) ?? found);
}

export interface Pseudonymised {
  draft: Draft;
  /** Does the same to other words about the post, such as a judgement's quote. */
  mask(words: string): string;
}

/**
 * Replaces the people of a draft by `person-` and 16 hexadecimal digits of a keyed hash, in its words too as far as they stand there as they
 * are called, and takes out what leads to them: addresses, ids, addresses of pictures. Whom the words name besides stays named.
 * @param keeps says who keeps the name: accounts of brands are no private persons.
 */
export async function pseudonymise(draft: Draft, key: CryptoKey, keeps: (person: Person) => boolean = () => false): Promise<Pseudonymised> {
  const pseudonyms = new Map<Person, string>();
  for (const person of [draft.author, ...othersIn(draft)]) {
    const known = keeps(person) ? null : personKey(draft.platform, person);
    if (known) pseudonyms.set(person, `person-${(await keyedHash(key, known)).slice(0, 16)}`);
  }
  const mask = masking(pseudonyms);
  const named = (person: Person): Person => {
    const handle = pseudonyms.get(person);
    return handle ? { name: null, handle } : person;
  };
  const about = ({ author, text }: Reference): Reference => ({
    url: null,
    nativeId: null,
    author: named(author),
    ...(text !== undefined && { text: mask(text) }),
  });
  const { author, sharedBy, inReplyTo, quotes, thread, title, text, media } = draft;
  return {
    mask,
    draft: {
      ...draft,
      url: null,
      nativeId: null,
      author: named(author),
      ...(sharedBy && { sharedBy: named(sharedBy) }),
      ...(inReplyTo && { inReplyTo: about(inReplyTo) }),
      ...(quotes && { quotes: about(quotes) }),
      ...(thread && { thread: thread.map((part) => ('text' in part ? { url: null, nativeId: null, text: mask(part.text) } : part)) }),
      ...(title !== undefined && { title: mask(title) }),
      text: mask(text),
      media: media.map(({ kind, alt }) => ({ kind, url: null, ...(alt !== undefined && { alt: mask(alt) }) })),
    },
  };
}
