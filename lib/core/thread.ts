/** An author's own thread, gathered from the posts that a person met one by one: its parts in order, and gaps where nobody knows what stood between. */
import type { Draft, Thread } from './draft.ts';
import { fold } from './fold.ts';

/** A post that was on screen. */
export interface Met {
  draft: Draft;
  /** Key of the post that stood right before it on the page; null while nobody knows. */
  after: string | null;
  /** Path of the page's address when it was last read. */
  path: string;
}

/** Stands for a post while its page is open, whichever element shows it. */
export const metKey = ({ nativeId, author, text }: Pick<Draft, 'nativeId' | 'author' | 'text'>): string =>
  nativeId ?? `${author.handle ?? author.name} ${text}`;

const writer = ({ handle, name }: Draft['author']): string | null => (handle ?? name) && fold(handle ?? name ?? '').replace(/^@/, '');

/** "3/7", "(3/7)", "3/" or "3/n" with which a text begins or ends; people number their threads so. */
function counterOf(text: string): { place: number; of: number | null } | null {
  const [, place, of] =
    /^\W{0,3}(\d{1,2})\s?[/／]\s?(\d{1,2}|n)?(?!\S)/u.exec(text) ?? /(?:^|\s)[([]?(\d{1,2})[/／](\d{1,2}|n)?[)\]]?\s*$/u.exec(text) ?? [];
  if (!place) return null;
  const total = of && of !== 'n' ? Number(of) : null;
  return Number(place) > 0 && (total === null || Number(place) <= total) ? { place: Number(place), of: total } : null;
}

interface Part extends Met {
  key: string;
  counter: ReturnType<typeof counterOf>;
}

const day = 86_400_000;
const instantOf = ({ draft: { publishedAt } }: Part): number | null =>
  publishedAt?.precision === 'second' || publishedAt?.precision === 'minute' ? Date.parse(publishedAt.instant) : null;

/** Whether the later part answers the earlier one, as far as its page says. */
const answers = ({ draft: { inReplyTo } }: Part, { draft: { nativeId } }: Part): boolean => nativeId !== null && inReplyTo?.nativeId === nativeId;

const pathOf = ({ draft: { url } }: Part): string | null => (url ? new URL(url).pathname : null);

function areLinked(one: Part, other: Part, paths: ReadonlySet<string | null>): boolean {
  if (answers(one, other) || answers(other, one)) return true;
  const [first, second] = one.after === other.key ? [other, one] : [one, other];
  const [from, to] = [instantOf(one), instantOf(other)];
  if (second.after === first.key) {
    // Says only whom it answers, and stands below him; or both were sent off together, as Threads does with the parts of a thread.
    if (second.draft.inReplyTo && !second.draft.inReplyTo.nativeId) return true;
    if (from !== null && from === to) return true;
    // On the page of one of his posts; X says there what a part answers only while the thread's first part is on screen.
    if (first.path === second.path && paths.has(second.path)) return true;
  }
  const [a, b] = [one.counter, other.counter];
  const atOnce = from === null || to === null || Math.abs(from - to) < day;
  return a !== null && b !== null && a.of === b.of && a.place !== b.place && atOnce;
}

/** Digits of an id say which post came first, on networks whose ids count upwards; shorter is older. */
const byId = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

function inOrder(a: Part, b: Part): number {
  if (a.counter && b.counter && a.counter.place !== b.counter.place) return a.counter.place - b.counter.place;
  if (answers(b, a)) return -1;
  if (answers(a, b)) return 1;
  const [from, to] = [instantOf(a), instantOf(b)];
  if (from !== null && to !== null && from !== to) return from - to;
  if (b.after === a.key) return -1;
  if (a.after === b.key) return 1;
  return byId(a.key, b.key);
}

/** How many parts lie between two that were seen one after the other: 0, a number, or null for "some, perhaps". */
function between(before: Part, part: Part): number | null {
  if (before.counter && part.counter) return Math.max(0, part.counter.place - before.counter.place - 1);
  return part.after === before.key || answers(part, before) ? 0 : null;
}

const gap = (missing: number | null): Thread => (missing === 0 ? [] : [{ missing }]);

/**
 * The thread that a post is part of, or null where it is none or no other part was met. A part is the same author's, and answers another part,
 * stands below it sent in the same moment, or is numbered with it. One that stands below somebody else's words is an answer to them, and left out:
 * X credits such an answer to the thread's first post.
 * @returns the first part that was met, with all of them as its `thread`.
 */
export function threadOf(draft: Draft, met: ReadonlyMap<string, Met>): Draft | null {
  const author = writer(draft.author);
  const own = metKey(draft);
  if (author === null) return null;
  const isHis = (one: Draft) => one.platform === draft.platform && writer(one.author) === author && !one.sharedBy;
  const parts: Part[] = [];
  for (const [key, { draft: one, after, path }] of new Map([...met, [own, { after: null, path: '', ...met.get(own), draft }]])) {
    const above = after === null ? undefined : met.get(after);
    const isAnswer = one.inReplyTo !== undefined && above !== undefined && !isHis(above.draft);
    if (isHis(one) && !isAnswer) parts.push({ key, draft: one, after, path, counter: counterOf(one.text) });
  }
  const start = parts.find(({ key }) => key === own);
  if (!start) return null;
  const paths = new Set(parts.map(pathOf));
  const found = new Set([start]);
  for (const part of found) for (const other of parts) if (!found.has(other) && areLinked(part, other, paths)) found.add(other);
  const [first, ...rest] = [...found].sort(inOrder);
  const last = rest.at(-1);
  if (!first || !last) return null;
  const partOf = ({ draft: { url, nativeId, text } }: Part) => ({ url, nativeId, text: text.slice(0, 20_000) });
  const to = first.draft.inReplyTo?.author;
  const begins = first.counter ? first.counter.place - 1 : to && writer(to) === author ? null : 0;
  const thread: Thread = [...gap(begins), partOf(first)];
  let before = first;
  for (const part of rest) {
    thread.push(...gap(between(before, part)), partOf(part));
    before = part;
  }
  thread.push(...gap(last.counter?.of ? last.counter.of - last.counter.place : 0));
  return { ...first.draft, thread: thread.slice(0, 200) };
}
