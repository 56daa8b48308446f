/** Which posts are on screen, and what is known of them. Reads a post when it comes into view or changes, never by its node alone: feeds recycle nodes. */
import type { Draft } from '../../lib/core/draft.ts';
import { type Identity, identityOf } from '../../lib/core/identity.ts';
import { isDue } from '../../lib/core/meeting.ts';
import { brandsIn } from '../../lib/core/mentions.ts';
import type { Mention, PageContext, PageMark } from '../../lib/messages/protocol.ts';
import type { send } from '../../lib/messages/send.ts';
import { postAt, readPost } from '../../lib/platforms/find.ts';
import { createCoverage } from './coverage.ts';
import { pageHere, platformAgain, platformHere } from './posts.ts';
import type { Say } from './tabs.ts';

interface Seen {
  identity: Identity;
  /** Stands for the post, whichever element shows it. */
  key: string;
  mentions: string[];
}

export interface Watch {
  /** What is to be said at a post on screen; null for nothing. */
  about(post: Element): Say | null;
  /** The page is being scrolled: what is only passing by is not worth reading. */
  scrolled(): void;
  /** Posts shown so far that mention a brand and are not clipped. */
  mentions(): Mention[];
  /** Ask again: something was clipped or taken back. */
  refresh(): void;
  stop(): void;
}

/** Reading is spread out, so that a fast scroll costs nothing: posts that are gone by then are never read. */
const pause = 150;
const atOnce = 8;
/** How long a scroll that goes on may put the reading off. */
const patience = 600;
/** How often a page is asked anew what software it is, as its content comes in. */
const lookouts = 20;
/** Answers kept; beyond that all are asked anew. */
const remembered = 5_000;
/** Mentions kept to be clipped later, though the feed may drop them from the page; the oldest go first. */
const mostMentions = 300;

/** Watches from now on, and tells by `onSay` when there is something new about a post. */
export function watchPosts(ask: typeof send, onSay: (posts: Element[]) => void): Watch {
  const visible = new Set<Element>();
  const seen = new Map<Element, Seen>();
  const unread = new Set<Element>();
  const changed = new Set<Node>();
  const observed = new WeakSet<Element>();
  /** By the post's key; undefined while it is being asked. */
  let marks = new Map<string, PageMark | null | undefined>();
  /** By the post's key; in memory only, and gone with the page. */
  const mentioned = new Map<string, Mention>();
  const coverage = createCoverage(ask);
  let badge = 0;
  let context: PageContext | null = null;
  let contextAsked = false;
  let scanDue = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueSince = 0;
  let scrolledAt = 0;
  let lookedOut = 0;

  function soon(): void {
    if (timer) return;
    dueSince = performance.now();
    timer = setTimeout(look, pause);
  }

  const intersections = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        visible.add(target);
        unread.add(target);
      } else {
        visible.delete(target);
        unread.delete(target);
        seen.delete(target);
      }
    }
    onSay(entries.filter(({ isIntersecting }) => !isIntersecting).map(({ target }) => target));
    if (unread.size > 0) soon();
  });

  const mutations = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      scanDue ||= addedNodes.length > 0;
      // So many at once is the page renewing itself: then all that is in view is read again.
      if (changed.size < 200) changed.add(target);
    }
    soon();
  });

  function scan(): void {
    scanDue = false;
    lookedOut += 1;
    const { selector } = lookedOut > lookouts ? platformHere() : platformAgain();
    for (const post of document.querySelectorAll(selector)) {
      if (observed.has(post)) continue;
      observed.add(post);
      intersections.observe(post);
    }
  }

  function sortChanges(): void {
    const platform = platformHere();
    if (changed.size >= 200) for (const post of visible) unread.add(post);
    else
      for (const node of changed) {
        const element = node instanceof Element ? node : node.parentElement;
        for (let post = element && postAt(element, platform); post; post = (post.parentElement && postAt(post.parentElement, platform)) ?? null)
          if (visible.has(post)) unread.add(post);
      }
    changed.clear();
  }

  function look(): void {
    const now = performance.now();
    if (now - scrolledAt < pause && now - dueSince < patience) {
      timer = setTimeout(look, pause);
      return;
    }
    timer = undefined;
    if (scanDue) scan();
    sortChanges();
    const page = pageHere();
    const read: Element[] = [];
    for (const post of [...unread].slice(0, atOnce)) {
      unread.delete(post);
      let threw = false;
      const draft = post.isConnected ? readPost(platformHere(), post, page, () => (threw = true)) : null;
      if (!draft) {
        if (post.isConnected) coverage.none(post, threw);
        seen.delete(post);
        onSay([post]);
        continue;
      }
      const ids = context ? brandsIn(draft, context.brands) : [];
      const identity = identityOf(draft);
      const { nativeId, author, text } = identity;
      const key = nativeId ?? `${author.handle ?? author.name} ${text}`;
      coverage.read(post, key, draft);
      keepMention(key, draft, ids);
      seen.set(post, { identity, key, mentions: ids.flatMap((id) => context?.brands.find((brand) => brand.id === id)?.name ?? []) });
      read.push(post);
    }
    onSay(read);
    count();
    if (read.length > 0) void askMarks();
    if (unread.size > 0) soon();
  }

  function keepMention(key: string, draft: Draft, brands: string[]): void {
    mentioned.delete(key);
    if (brands.length === 0) return;
    mentioned.set(key, { draft, brands });
    for (const oldest of mentioned.keys()) {
      if (mentioned.size <= mostMentions) break;
      mentioned.delete(oldest);
    }
  }

  const unclipped = () => [...mentioned].filter(([key]) => marks.get(key) === null).map(([, mention]) => mention);

  /** The badge is told only what is new to it. */
  function count(): void {
    const { length } = unclipped();
    if (length === badge) return;
    badge = length;
    void ask('badge', { mentions: length });
  }

  /** Clipped posts that are on screen again, and whose numbers are due. */
  async function meet(): Promise<void> {
    const now = new Date();
    const due: Draft[] = [];
    for (const [post, { key }] of seen) {
      const mark = marks.get(key);
      if (!mark || !isDue(mark.seenAt, now) || !post.isConnected || due.length >= 20) continue;
      const draft = readPost(platformHere(), post, pageHere());
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
    // Mentions that have left the screen too: after a refresh nothing else would ask about them again.
    const known = new Map([...mentioned].map(([key, { draft }]) => [key, { key, identity: identityOf(draft) }]));
    for (const { key, identity } of seen.values()) known.set(key, { key, identity });
    const asked = [...known.values()].filter(({ key }) => !into.has(key)).slice(-200);
    if (asked.length === 0) return;
    for (const { key } of asked) into.set(key, undefined);
    const outcome = await ask('marks', { posts: asked.map(({ identity }) => identity) });
    asked.forEach(({ key }, index) => {
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
    context = outcome.value;
    if (context.brands.length === 0) return;
    for (const post of visible) unread.add(post);
    soon();
  }

  mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href'] });
  soon();

  return {
    about(post) {
      const known = seen.get(post);
      if (!known) return null;
      const clipped = marks.get(known.key);
      if (clipped === undefined) return null;
      if (clipped) return { clipped };
      return known.mentions.length > 0 ? { mentions: known.mentions } : null;
    },
    mentions: unclipped,
    scrolled() {
      scrolledAt = performance.now();
    },
    refresh() {
      marks = new Map();
      contextAsked = false;
      void askMarks();
    },
    stop() {
      clearTimeout(timer);
      coverage.stop();
      intersections.disconnect();
      mutations.disconnect();
    },
  };
}
