/** Everything we do on a page, joined: what is pointed at, the tabs, the ring, and what the background asks. */
import { browser } from 'wxt/browser';
import { longestVeil } from '../../lib/core/picture.ts';
import { metKey } from '../../lib/core/thread.ts';
import type { PageAsks, PageKind, PageMessage } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { postAt } from '../../lib/platforms/find.ts';
import { createCalm } from './calm.ts';
import { h } from './element.ts';
import { watchGone } from './gone.ts';
import { guard } from './guard.ts';
import type { Meant, Pointed } from './meant.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { placeRing } from './place.ts';
import { focusedElement, platformHere, postHolding } from './posts.ts';
import { watchProfile } from './profile.ts';
import type { Ring } from './ring.ts';
import { createTabs, type Say, type Tabs } from './tabs.ts';
import { watchPosts } from './watch.ts';
import { type RingParts, world } from './world.ts';

/** How long pointer or focus must rest on a post before it is read. */
const dwell = 80;
/** Where something changes, the tabs are looked after so soon. */
const settling = 150;

/** Posts given to the popup at the most. */
const mostSighted = 200;

/**
 * Work that asks where things are, once the page has laid itself out: asked before, the browser would do it within our time. A tab in the
 * background, which draws nothing, has nothing to ask.
 */
const onceLaidOut = (work: () => void) => requestAnimationFrame(() => setTimeout(work));

/** Gone when the extension was updated or removed under the page. */
const isAlive = () => Boolean(browser.runtime?.id);

const networkOf = ({ draft: { platform, url } }: Meant): string => {
  const { id, name } = platformHere();
  if (platform === id && id !== 'generic') return name;
  return new URL(url ?? location.href).hostname.replace(/^www\./, '');
};

/** Starts on this page. `canWrite`: we came before the page's scripts, so that what is typed here stays here. */
export function startClipper(canWrite: boolean): () => boolean {
  const watching = new AbortController();
  const guarding = new AbortController();
  const pointed: Pointed = { pointer: null, menu: null };
  let overlay: Overlay | undefined;
  let tabs: Tabs | undefined;
  let ring: Ring | undefined;
  /** What the ring is open on, and the ink around it. */
  let target: { meant: Meant; outline: HTMLElement | null } | undefined;
  let holding = false;
  let returnTo: Element | null = null;
  /** The post that carries the bare "clip this". */
  let bare: Element | null = null;
  const chord = '';
  /** What a picture would show: the post that the ring was opened on by a gesture of the browser's own, or the popup has read. */
  let pictured: Element | null = null;

  function painted(): { overlay: Overlay; tabs: Tabs } {
    if (!overlay?.host.isConnected || !tabs) {
      overlay?.remove();
      overlay = createOverlay();
      tabs = createTabs(overlay.frame, overlay.host, (post) => {
        void openAt(post);
      });
    }
    return { overlay, tabs };
  }

  // tabs ----------------------------------------------------------------

  const lookForNotice = watchGone(send);
  const calm = createCalm();
  const watch = watchPosts(send, calm, (posts) => {
    if (!isAlive()) stop();
    if (watching.signal.aborted) return;
    lookForNotice();
    for (const post of posts) tell(post);
    settler.ask();
  });

  const account = watchProfile(send);

  function tell(post: Element): void {
    const say: Say | null = watch.about(post) ?? (post === bare && post !== target?.meant.element ? { chord } : null);
    if (say || tabs?.has(post)) painted().tabs.say(post, say);
  }

  function point(post: Element | null): void {
    if (post === bare) return;
    const before = bare;
    bare = post;
    if (before) tell(before);
    if (post) {
      tell(post);
      tabs?.place(true);
    }
  }

  const settler = calm.task(settling, () => {
    if (!isAlive()) stop();
    onceLaidOut(() => {
      tabs?.place(true);
      follow();
    });
  });

  let frame = 0;
  /** A scroll inside the page moves posts under our tabs; a scroll of the page moves both. */
  function onScroll(event: Event): void {
    calm.scrolled();
    settler.ask();
    if (event.target === document || frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      tabs?.place(false);
      follow();
    });
  }

  const dweller = calm.task(dwell, rested);
  /** Where pointer or focus was last, and when it came there: while a page scrolls under the pointer, that changes all the time. */
  let last: { at: Element; when: number } | undefined;

  function onPointed(event: Event): void {
    // Only into a shadow root one has to ask for the way: to list all that is around a target is dear, and a scroll under the pointer brings many.
    const at = (event.target as Element | null)?.shadowRoot ? event.composedPath()[0] : event.target;
    if (!event.isTrusted || !(at instanceof Element) || at === overlay?.host) return;
    if (event.type === 'contextmenu') pointed.menu = at;
    if (event.type === 'pointerover') pointed.pointer = at;
    last = { at, when: event.timeStamp };
    dweller.ask();
  }

  function rested(): void {
    if (!isAlive()) stop();
    if (!last || watching.signal.aborted) return;
    const { at, when } = last;
    if (performance.now() - when < dwell) dweller.ask();
    else if (!bare || postAt(at, platformHere()) !== bare) onceLaidOut(() => point(postHolding(at)?.element ?? null));
  }

  // ring ----------------------------------------------------------------

  /** The ring and the ink around its post go where the post is now. */
  function follow(): void {
    if (!ring || !target) return;
    const { meant, outline } = target;
    const box = meant.element?.isConnected ? meant.element.getBoundingClientRect() : null;
    const { offsetWidth: width, offsetHeight: height } = ring.element;
    const { left, top } = placeRing(box, { width, height }, { width: document.documentElement.clientWidth, height: innerHeight });
    ring.element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    if (!outline) return;
    outline.hidden = !box;
    if (!box) return;
    outline.style.translate = `${box.left + scrollX - 5}px ${box.top + scrollY - 5}px`;
    outline.style.width = `${box.width + 10}px`;
    outline.style.height = `${box.height + 10}px`;
  }

  const sizes = new ResizeObserver(follow);

  /** The ring's scripts, which whoever asks for the ring brings first. */
  function parts(): RingParts {
    if (!world.meant || !world.ring) throw new Error('the ring’s scripts have not come');
    return { ...world.meant, ...world.ring };
  }

  /** A click on a post's tab. */
  async function openAt(post: Element): Promise<void> {
    const brought = world.ring ? null : await send('ring', {});
    if (brought && !brought.ok) {
      if (!isAlive()) stop();
      return;
    }
    const found = postHolding(post);
    if (found) open({ ...parts().meantBy('post', { pointer: post, menu: null }), ...found });
  }

  /** A ring that holds something unsaved is not replaced; it comes to the fore. */
  function open(meant: Meant, picture: string | null = null): boolean {
    if (ring && !ring.turnAway()) {
      hold();
      return false;
    }
    returnTo = focusedElement();
    const on = painted();
    on.overlay.raise();
    const outline = meant.element && h('div', { class: 'outline' });
    if (outline) on.overlay.frame.append(outline);
    target = { meant, outline };
    if (bare) tell(bare);
    holding = true;
    const own = metKey(meant.draft);
    if (picture) veil();
    ring = parts().mountRing(on.overlay.root, {
      draft: meant.draft,
      thread: parts().threadOf(meant.draft, watch.kept),
      seen: () =>
        watch
          .sighted()
          .filter(({ draft }) => metKey(draft) !== own)
          .reverse(),
      onChoose: (draft) => open({ draft, element: watch.elementOf(metKey(draft)), quote: '' }),
      network: networkOf(meant),
      site: platformHere(),
      plain: () => parts().plainOf(meant),
      isPlain: meant.isPlain ?? false,
      quote: meant.quote,
      canWrite,
      ask: send,
      picture,
      onChange: () => watch.refresh(),
      onLeave: closed,
    });
    sizes.observe(ring.element);
    if (meant.element) sizes.observe(meant.element);
    follow();
    return true;
  }

  function hold(): void {
    holding = true;
    ring?.focus();
  }

  function closed(): void {
    sizes.disconnect();
    target?.outline?.remove();
    ring = target = undefined;
    holding = false;
    overlay?.rest();
    if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
    if (watching.signal.aborted) finish();
    else if (bare) tell(bare);
  }

  // picture -------------------------------------------------------------

  let unveiler: ReturnType<typeof setTimeout> | undefined;
  /** Nothing of ours is in a picture; should the background die over it, all comes back by itself. */
  function veil(): void {
    overlay?.veil(true);
    clearTimeout(unveiler);
    unveiler = setTimeout(() => unveil(false), longestVeil);
  }

  function unveil(picture: boolean): void {
    clearTimeout(unveiler);
    overlay?.veil(false);
    // The words went with the extension: a ring drawn anew would be without.
    if (isAlive()) ring?.pictured(picture);
    else stop();
  }

  // life ----------------------------------------------------------------

  /** The extension is gone. An unsaved draft stays to be copied; without one, nothing of ours stays. */
  function stop(): void {
    if (watching.signal.aborted) return;
    watching.abort();
    watch.stop();
    account.stop();
    dweller.cancel();
    settler.cancel();
    tabs?.clear();
    if (!ring?.orphan()) finish();
  }

  function finish(): void {
    guarding.abort();
    overlay?.remove();
  }

  guard(
    {
      host: () => overlay?.host ?? null,
      holds: () => holding && ring !== undefined,
      onKey(event) {
        if (!isAlive()) stop();
        // The page may have taken the focus away; what is typed must not land there.
        if (!overlay?.root.activeElement) ring?.focus();
        ring?.press(event);
      },
      onOutside() {
        if (!isAlive()) stop();
        if (ring && !ring.turnAway()) holding = false;
      },
      onInside(type) {
        if (!isAlive()) stop();
        if (type === 'focusin' && ring) holding = ring.element.contains(overlay?.root.activeElement ?? null);
      },
      onFocusLost: () => ring?.focus(),
    },
    guarding.signal,
  );

  const passive = { capture: true, passive: true, signal: watching.signal };
  for (const type of ['pointerover', 'focusin', 'contextmenu']) window.addEventListener(type, onPointed, passive);
  window.addEventListener('scroll', onScroll, passive);
  window.addEventListener('resize', settler.ask, passive);
  // Focus that goes into a frame is seen by no other event: the person has turned to the page.
  window.addEventListener('blur', () => holding && document.activeElement?.matches('iframe, frame, object, embed') && ring?.turnAway(), passive);

  const answers: { [K in PageKind]: (request: PageAsks[K]['request']) => PageAsks[K]['reply'] | Promise<PageAsks[K]['reply']> } = {
    async openRing({ target: asked, picture }) {
      const meant = parts().meantBy(asked, pointed);
      // A large post takes its time to be read, and so does the ring to be laid out: the page has its turn in between.
      await new Promise((resolve) => setTimeout(resolve));
      // A link leads elsewhere: this page is no picture of what is there.
      pictured = meant.element ?? (asked === 'link' ? null : document.documentElement);
      return { opened: open(meant, picture) };
    },
    readDraft() {
      const meant = parts().meantBy('post', pointed);
      const { draft, element, isPlain } = meant;
      pictured = element ?? document.documentElement;
      return {
        draft,
        where: element ? 'post' : 'page',
        thread: parts().threadOf(draft, watch.kept),
        platform: platformHere().id,
        plain: isPlain ? null : parts().plainOf(meant),
        isPlain: isPlain ?? false,
      };
    },
    readSighted: ({ mentions }) => ({
      posts: (mentions ? watch.sighted().filter(({ brands, clipped }) => brands.length > 0 && !clipped) : watch.sighted()).slice(-mostSighted),
    }),
    readProfile: () => ({ profile: account.read() }),
    refreshMarks() {
      watch.refresh();
      return {};
    },
    async clearView() {
      veil();
      return { place: pictured?.isConnected ? await parts().placeInView(pictured) : null };
    },
    showAgain({ picture }) {
      unveil(picture);
      return {};
    },
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (watching.signal.aborted || sender.id !== browser.runtime.id || typeof message !== 'object' || message === null || !('page' in message))
      return;
    const { page, request } = message as PageMessage;
    if (!Object.hasOwn(answers, page)) return;
    void Promise.resolve(answers[page](request as never)).then(reply);
    return true;
  });
  return () => isAlive() && !watching.signal.aborted;
}
