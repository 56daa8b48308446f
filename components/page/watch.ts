/** Which posts are on screen, and what is known of them. Reads a post when it comes into view or changes, never by its node alone: feeds recycle nodes. */
import type { Draft } from '../../lib/core/draft.ts';
import { identityOf } from '../../lib/core/identity.ts';
import { isDue } from '../../lib/core/meeting.ts';
import { brandsIn } from '../../lib/core/mentions.ts';
import { metKey } from '../../lib/core/thread.ts';
import type { PageContext, PageMark, Sighted } from '../../lib/messages/protocol.ts';
import type { send } from '../../lib/messages/send.ts';
import { markedIn, postAt, readPost } from '../../lib/platforms/find.ts';
import { isAfter, parentElementOf } from '../../lib/platforms/shared/dom.ts';
import { createBuffer, type Kept } from './buffer.ts';
import type { Calm } from './calm.ts';
import { createCoverage } from './coverage.ts';
import { pageHere, platformAgain, platformHere } from './posts.ts';
import type { Say } from './tabs.ts';
import { world } from './world.ts';

export interface Watch {
  /** What is to be said at a post on screen; null for nothing. */
  about(post: Element): Say | null;
  /** Posts shown so far, the newest last, as far as they are remembered. */
  kept: ReadonlyMap<string, Kept>;
  /** The same for others: with whether they are clipped, as far as that is known. */
  sighted(): Sighted[];
  /** An element that shows the post now, if one does. */
  elementOf(key: string): Element | null;
  /** Ask again: something was clipped or taken back. */
  refresh(): void;
  stop(): void;
}

/** Reading is spread out, so that a fast scroll costs nothing: posts that are gone by then are never read. */
const pause = 150;
const atOnce = 8;
/** Reading pauses after so many milliseconds, so that the page is never kept waiting. */
const slice = 10;
/** Changes looked at one by one. */
const mostChanges = 200;
/** How often a page is asked anew what software it is, as its content comes in. */
const lookouts = 20;
/** Answers kept; beyond that all are asked anew. */
const remembered = 5_000;

/** Watches from now on, and tells by `onSay` when there is something new about a post. */
export function watchPosts(ask: typeof send, calm: Calm, onSay: (posts: Element[]) => void): Watch {
  const visible = new Set<Element>();
  /** Keys of the posts in view that were read. */
  const seen = new Map<Element, string>();
  const unread = new Set<Element>();
  /** Posts that left the view or cannot be read any more: nothing is to be said of them. */
  const gone = new Set<Element>();
  const changed = new Set<Node>();
  let observed = new WeakSet<Element>();
  /** By the post's key; undefined while it is being asked. */
  let marks = new Map<string, PageMark | null | undefined>();
  const buffer = createBuffer();
  const coverage = createCoverage(ask);
  let badge = 0;
  let context: PageContext | null = null;
  let contextAsked = false;
  let scanDue = true;
  let lookedOut = 0;
  const looking = calm.task(pause, look);
  const soon = looking.ask;

  const intersections = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        visible.add(target);
        unread.add(target);
      } else {
        visible.delete(target);
        unread.delete(target);
        seen.delete(target);
        gone.add(target);
      }
    }
    soon();
  });

  const mutations = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      scanDue ||= addedNodes.length > 0;
      changed.add(target);
      // So many at once is the page renewing itself: then all that is in view is read again, and the page is looked through.
      if (changed.size < mostChanges) continue;
      scanDue = true;
      break;
    }
    soon();
  });

  /** What software a page is may show late; then its adapter is brought, and what was read until now was read by none. */
  function lookOut(): void {
    lookedOut += 1;
    if (lookedOut > lookouts) return;
    const before = platformHere();
    if (platformAgain() !== before) {
      onSay([...visible]);
      intersections.disconnect();
      for (const known of [visible, seen, unread]) known.clear();
      buffer.clear();
      observed = new WeakSet();
    } else {
      const software = before === world.platforms.at(-1) && markedIn(world.software, document);
      if (!software) return;
      world.software = [];
      void ask('adapter', { platform: software.id }).then(() => {
        scanDue = true;
        soon();
      });
    }
  }

  function scan(): void {
    scanDue = false;
    lookOut();
    for (const post of document.querySelectorAll(platformHere().selector)) {
      if (observed.has(post)) continue;
      observed.add(post);
      intersections.observe(post);
    }
  }

  function sortChanges(): void {
    const platform = platformHere();
    if (changed.size >= mostChanges) for (const post of visible) unread.add(post);
    else
      for (const node of changed) {
        const element = node instanceof Element ? node : node.parentElement;
        for (let at = element; at; ) {
          const post = postAt(at, platform);
          if (post && visible.has(post)) unread.add(post);
          at = post && parentElementOf(post);
        }
      }
    changed.clear();
  }

  function look(): void {
    const now = performance.now();
    if (scanDue) scan();
    sortChanges();
    const page = pageHere();
    const read: Element[] = [];
    for (const post of [...unread].slice(0, atOnce)) {
      if (read.length > 0 && performance.now() - now > slice) break;
      unread.delete(post);
      let threw = false;
      const draft = post.isConnected ? readPost(platformHere(), post, page, () => (threw = true)) : null;
      if (!draft) {
        if (post.isConnected) coverage.none(post, threw);
        seen.delete(post);
        gone.add(post);
        continue;
      }
      const key = metKey(draft);
      coverage.read(post, key, draft);
      buffer.keep(key, draft, context ? brandsIn(draft, context.brands) : [], page.url.pathname);
      seen.set(post, key);
      read.push(post);
    }
    if (read.length > 0) noteOrder();
    onSay([...gone, ...read]);
    gone.clear();
    count();
    if (read.length > 0) void askMarks();
    if (unread.size > 0) soon();
  }

  /** Which post stands before which, for threads: of those in view, once all of them are read. */
  function noteOrder(): void {
    if (unread.size > 0) return;
    const posts = [...seen.keys()].filter((post) => post.isConnected).sort((a, b) => (isAfter(a, b) ? 1 : -1));
    posts.forEach((post, index) => {
      const [key, before] = [seen.get(post), seen.get(posts[index - 1] as Element)];
      if (key && before) buffer.follows(key, before);
    });
  }

  const namesOf = (ids: readonly string[]) => context?.brands.flatMap(({ id, name }) => (ids.includes(id) ? name : [])) ?? [];
  const isUnclipped = (key: string) => marks.get(key) === null;

  /** The badge is told only what is new to it. */
  function count(): void {
    let length = 0;
    for (const [key, { brands }] of buffer.posts) if (brands.length > 0 && isUnclipped(key)) length += 1;
    if (length === badge) return;
    badge = length;
    void ask('badge', { mentions: length });
  }

  /** Clipped posts that are on screen again, and whose numbers are due. */
  async function meet(): Promise<void> {
    const now = new Date();
    const due: Draft[] = [];
    for (const [post, key] of seen) {
      const mark = marks.get(key);
      if (!mark || !isDue(mark.seenAt, now) || !post.isConnected || due.length >= 20) continue;
      const draft = buffer.posts.get(key)?.draft;
      // Sent or refused, it is not offered again in this hour.
      marks.set(key, { ...mark, seenAt: now.toISOString() });
      if (draft) due.push(draft);
    }
    if (due.length > 0) await ask('meet', { drafts: due });
  }

  async function askMarks(): Promise<void> {
    if (!contextAsked) {
      contextAsked = true;
      void askContext();
    }
    if (marks.size > remembered) marks = new Map();
    // What is learnt too late, after a refresh, goes into the map that nobody reads any more.
    const into = marks;
    // Those that have left the screen too, the newest first: after a refresh nothing else would ask about them again.
    const known = [...new Set([...seen.values(), ...[...buffer.posts.keys()].reverse()])];
    const asked = known.filter((key) => !into.has(key) && buffer.posts.has(key)).slice(0, 200);
    if (asked.length === 0) return;
    for (const key of asked) into.set(key, undefined);
    const outcome = await ask('marks', { posts: asked.flatMap((key) => identityOf((buffer.posts.get(key) as Kept).draft)) });
    asked.forEach((key, index) => {
      if (outcome.ok) into.set(key, outcome.value.marks[index] ?? null);
      else into.delete(key);
    });
    if (into !== marks) return;
    onSay([...seen.keys()]);
    count();
    await meet();
  }

  async function askContext(): Promise<void> {
    const outcome = await ask('context', {});
    if (!outcome.ok) return;
    const isFirst = !context;
    context = outcome.value;
    const { brands } = context;
    if (brands.length === 0) return;
    // The first posts may have left the screen before the brands were known.
    if (isFirst) for (const kept of buffer.posts.values()) kept.brands = brandsIn(kept.draft, brands);
    for (const post of visible) unread.add(post);
    soon();
  }

  mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href'] });
  soon();

  return {
    about(post) {
      const key = seen.get(post) ?? '';
      const clipped = marks.get(key);
      if (clipped === undefined) return null;
      if (clipped) return { clipped };
      const mentions = namesOf(buffer.posts.get(key)?.brands ?? []);
      return mentions.length > 0 ? { mentions } : null;
    },
    kept: buffer.posts,
    sighted: () =>
      [...buffer.posts].flatMap(([key, { draft, brands }]) => {
        const clipped = marks.get(key);
        return clipped === undefined ? [] : { draft, brands, clipped: clipped !== null };
      }),
    elementOf: (key) => [...seen].find(([post, shown]) => shown === key && post.isConnected)?.[0] ?? null,
    refresh() {
      marks = new Map();
      contextAsked = false;
      void askMarks();
    },
    stop() {
      looking.cancel();
      coverage.stop();
      intersections.disconnect();
      mutations.disconnect();
    },
  };
}
