import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft.ts';
import { type Met, metKey, threadOf } from '../../lib/core/thread.ts';
import { draftOf } from '../../lib/platforms/shared/draft-of.ts';

const maren = { name: 'Maren Holt', handle: 'maren' };
const other = { name: 'Tomas Lind', handle: 'tomas' };

interface Said {
  id: number;
  by?: Draft['author'];
  /** Id of the post it answers; of Maren's, unless `to` says otherwise. */
  answers?: number;
  to?: Draft['author'];
  words?: string;
  minute?: number;
}

const post = ({ id, by = maren, answers, to = maren, words = `part ${id}`, minute = id }: Said): Draft =>
  draftOf({
    kind: 'post',
    platform: 'x',
    nativeId: String(100 + id),
    url: `https://x.com/${by.handle}/status/${100 + id}`,
    author: by,
    text: words,
    publishedAt: { instant: new Date(Date.UTC(2026, 1, 5, 14, minute)).toISOString(), raw: '', precision: 'second', source: 'attribute' },
    ...(answers !== undefined && { inReplyTo: { url: null, nativeId: String(100 + answers), author: to } }),
  });

/** As they stand on the page, from top to bottom; null is a place that was scrolled past too fast. */
function onPage(...posts: (Draft | null)[]): Map<string, Met> {
  return at('/home', ...posts);
}

function at(path: string, ...posts: (Draft | null)[]): Map<string, Met> {
  const met = new Map<string, Met>();
  posts.forEach((draft, index) => {
    const before = posts[index - 1];
    if (draft) met.set(metKey(draft), { draft, after: before ? metKey(before) : null, path });
  });
  return met;
}

const told = (thread: Draft | null) => thread?.thread?.map((part) => ('missing' in part ? (part.missing ?? '?') : part.text));

describe('threadOf', () => {
  test('a post without another part is no thread', () => {
    const alone = post({ id: 1 });
    expect(threadOf(alone, onPage(alone, post({ id: 2 })))).toBeNull();
    expect(threadOf(alone, new Map())).toBeNull();
  });

  test('the author’s answers to himself, in order, whichever part is meant; the first part is the post', () => {
    const [a, b, c] = [post({ id: 1 }), post({ id: 2, answers: 1 }), post({ id: 3, answers: 2 })];
    const met = onPage(a, b, c);
    for (const meant of [a, b, c]) {
      expect(told(threadOf(meant, met))).toEqual(['part 1', 'part 2', 'part 3']);
      expect(threadOf(meant, met)?.nativeId).toBe('101');
    }
  });

  test('a part that was scrolled past unseen is a gap', () => {
    const [a, c] = [post({ id: 1 }), post({ id: 3, answers: 1 })];
    // X credits every part to the first, so that only its place tells what it follows.
    expect(told(threadOf(a, onPage(a, post({ id: 2, answers: 1 }), c)))).toEqual(['part 1', 'part 2', 'part 3']);
    expect(told(threadOf(a, onPage(a, post({ id: 2, answers: 1 }), null, post({ id: 4, answers: 1 }))))).toEqual(['part 1', 'part 2', '?', 'part 4']);
  });

  test('numbers that the author gave his parts say how many are missing, at both ends too', () => {
    const numbered = (id: number, words: string) => post({ id, words });
    const met = onPage(numbered(1, '2/7 Delivery took nine days.'), null, numbered(2, 'Then the lid broke. (5/7)'));
    expect(told(threadOf([...met.values()][0]!.draft, met))).toEqual([1, '2/7 Delivery took nine days.', 2, 'Then the lid broke. (5/7)', 2]);
  });

  test('equal numbers of two threads a week apart are not one thread', () => {
    const [a, b] = [post({ id: 1, words: '1/2 Kettles.' }), post({ id: 2, words: '2/2 Lids.', minute: 60 * 24 * 7 })];
    expect(threadOf(a, onPage(a, null, b))).toBeNull();
  });

  test('an answer to somebody else is no part, though the page credits it to the first post', () => {
    const [a, b] = [post({ id: 1 }), post({ id: 2, answers: 1 })];
    const comment = post({ id: 3, by: other, answers: 1 });
    const reply = post({ id: 4, answers: 1, words: 'Thank you, Tomas' });
    expect(told(threadOf(a, onPage(a, b, comment, reply)))).toEqual(['part 1', 'part 2']);
    expect(threadOf(comment, onPage(a, b, comment, reply))).toBeNull();
  });

  test('two posts of one profile that stand together are two posts', () => {
    const [a, b] = [post({ id: 1 }), post({ id: 2 })];
    expect(threadOf(a, onPage(b, a))).toBeNull();
  });

  test('on the page of one of them they are a thread, as far as they stand together', () => {
    const [a, b, c] = [post({ id: 1 }), post({ id: 2 }), post({ id: 3 })];
    const met = at('/maren/status/101', a, b, post({ id: 9, by: other }), c);
    expect(told(threadOf(b, met))).toEqual(['part 1', 'part 2']);
  });

  test('parts sent off in the same moment, one below the other, are one thread', () => {
    const [a, b] = [post({ id: 1, minute: 5 }), post({ id: 2, minute: 5 })];
    expect(told(threadOf(b, onPage(a, b)))).toEqual(['part 1', 'part 2']);
  });

  test('the thread whose first part answers himself began earlier', () => {
    const [b, c] = [post({ id: 2, answers: 1 }), post({ id: 3, answers: 2 })];
    expect(told(threadOf(b, onPage(b, c)))).toEqual(['?', 'part 2', 'part 3']);
  });

  test('property: any parts of a thread, met in any order, stand in theirs, and every unseen one is in a gap', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 12 })
          .chain((length) => fc.tuple(fc.constant(length), fc.shuffledSubarray([...Array(length).keys()], { minLength: 2 }))),
        ([length, seen]) => {
          const parts = seen.map((id) => post({ id, words: `${id + 1}/${length} words` }));
          const met = new Map(parts.map((draft) => [metKey(draft), { draft, after: null, path: '' }]));
          const { thread = [] } = threadOf(parts[0]!, met)!;
          const places = thread.flatMap((part) => ('missing' in part ? Array(part.missing ?? 0).fill(null) : Number.parseInt(part.text, 10)));
          expect(places).toHaveLength(length);
          for (const [index, place] of places.entries()) expect([null, index + 1]).toContain(place);
          expect(places.filter((place) => place !== null)).toHaveLength(seen.length);
        },
      ),
    );
  });
});
