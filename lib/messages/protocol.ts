/** Who may ask what, and what comes back. Schemas run only where a message arrives; senders take the types. */
import type { Fallen } from '../core/coverage.ts';
import { Draft } from '../core/draft.ts';
import type { Place } from '../core/picture.ts';
import { ProfileDraft } from '../core/profile.ts';
import { quadrants } from '../core/quadrant.ts';
import { z } from '../core/zod.ts';

const Id = z.string().min(1).max(700);
const Name = z.string().trim().min(1, { error: 'a name is missing' }).max(100, { error: 'a name is longer than 100 characters' });
const Quote = z.string().max(2_000, { error: 'the reason is longer than 2,000 characters' });
const Quadrant = z.enum(quadrants);

const Brand = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['own', 'competitor', 'sector']),
  aliases: z.array(z.string()),
  handles: z.array(z.string()),
  must: z.array(z.string()),
  mustNot: z.array(z.string()),
});

/** What tells one post from another (core/identity.ts). */
const Identity = Draft.pick({ platform: true, nativeId: true, url: true, author: true, text: true });

/** How a clipped post is marked on the page. */
const Mark = z.object({
  clip: Id,
  /** Newest judgement, null while it waits in the inbox. */
  quadrant: Quadrant.nullable(),
  brand: z.string().nullable(),
  theme: z.string().nullable(),
  clippedAt: z.iso.datetime(),
  /** When its numbers were last kept: a page need not offer them again so soon (core/meeting.ts). */
  seenAt: z.iso.datetime(),
});

const Platform = Draft.shape.platform;
const Count = z.int().nonnegative().max(100_000);

const Saved = z.object({
  clip: Id,
  /** Give it to `undo` to take back what this message did. */
  action: Id,
  /** The tag just made, for `refine`; null where the clip was saved unjudged. */
  tag: Id.nullable(),
  /** The post had been clipped before: this added a snapshot, not a second clip. */
  already: z.boolean(),
});

/** What content scripts ask of the background. Our own pages read and write the store themselves. */
export const protocol = {
  /** What the overlay shows: brands to choose from, themes, the chord as the person set it. */
  context: {
    request: z.strictObject({}),
    reply: z.object({
      workspace: z.object({ id: Id, name: z.string() }),
      brands: z.array(Brand),
      themes: z.array(z.object({ id: Id, name: z.string() })),
      chord: z.string(),
      /** Whether a picture of the post is kept where the browser gives one. */
      pictures: z.boolean(),
    }),
  },
  /** Marks of the posts on screen, in the order of the posts. */
  marks: {
    request: z.strictObject({
      posts: z.array(Identity).max(200),
    }),
    reply: z.object({ marks: z.array(Mark.nullable()) }),
  },
  /** Clip a post, judged or not. Sent twice with one `request`, it is saved once. */
  save: {
    request: z.strictObject({
      request: z.uuid(),
      draft: Draft,
      brands: z.array(Id).max(50),
      judgement: z
        .strictObject({
          brand: Id,
          quadrant: Quadrant,
          theme: Name.optional(),
          quote: Quote.optional(),
        })
        .nullable(),
    }),
    reply: Saved,
  },
  /** Give the tag just made a theme (by its name; a new one is made) or a reason. */
  refine: {
    request: z.strictObject({
      tag: Id,
      theme: Name.optional(),
      quote: Quote.optional(),
    }),
    reply: Saved,
  },
  /** Judge the clip of a tag for another brand too: the other side of it. */
  flip: { request: z.strictObject({ tag: Id, brand: Id, quadrant: Quadrant }), reply: Saved },
  /** Clipped posts are on screen again: their numbers and words as they are now. What is no news is not kept. */
  meet: { request: z.strictObject({ drafts: z.array(Draft).max(20) }), reply: z.object({ kept: z.int() }) },
  /** On the page of a post, the site's own notice says that it is gone (`Platform.gone`). Of a post that was not clipped nothing is kept. */
  gone: { request: z.strictObject({ platform: Platform, nativeId: z.string().min(1).max(500) }), reply: z.object({}) },
  /** The page of an account is on screen: of a brand's own its numbers are kept, of any other nothing is. */
  profile: { request: z.strictObject({ profile: ProfileDraft }), reply: z.object({ kept: z.boolean() }) },
  /** How many posts that the tab has shown mention a brand and are not clipped: the toolbar's badge. */
  badge: { request: z.strictObject({ mentions: z.int().min(0).max(100_000) }), reply: z.object({}) },
  /** Bring the adapter of the software whose marker was found into the asking page. */
  adapter: { request: z.strictObject({ platform: Draft.shape.platform }), reply: z.object({}) },
  /** How well an adapter read the posts that a page showed since it last said so: counts, and nothing of the posts (core/coverage.ts). */
  coverage: {
    request: z.strictObject({
      platform: Platform,
      counts: z.strictObject({ met: Count, read: Count, threw: Count, author: Count, text: Count, date: Count, numbers: Count }),
    }),
    reply: z.object({}),
  },
  /** What of a network's posts is read less well than before, and since when. */
  health: {
    request: z.strictObject({ platform: Platform }),
    reply: z.object({ fallen: z.partialRecord(z.enum(['read', 'author', 'text', 'date', 'numbers', 'threw'] satisfies Fallen[]), z.iso.datetime()) }),
  },
  /** Bring the ring's script into the asking page. */
  ring: { request: z.strictObject({}), reply: z.object({}) },
  undo: { request: z.strictObject({ action: Id }), reply: z.object({}) },
  /** Open the side panel beside the page, where a reason can be written unseen by the page. */
  openPanel: { request: z.strictObject({}), reply: z.object({}) },
  /** Keep the picture taken when the ring opened with what was clipped by an action; false where there is none. */
  keepPicture: { request: z.strictObject({ picture: z.uuid(), action: Id }), reply: z.object({ kept: z.boolean() }) },
  /** The ring was left: its picture is no longer needed. */
  dropPicture: { request: z.strictObject({ picture: z.uuid() }), reply: z.object({}) },
  /** Asked by the popup, which may close before the answer: take a picture of what it has just clipped, and keep it. */
  takePicture: { request: z.strictObject({ tab: z.int(), action: Id }), reply: z.object({ kept: z.boolean() }) },
};

export type Kind = keyof typeof protocol;
export type Request<K extends Kind> = z.infer<(typeof protocol)[K]['request']>;
export type Reply<K extends Kind> = z.infer<(typeof protocol)[K]['reply']>;

/** Why an ask failed, so that the asker can say it in the person's language. */
export type Failure = 'invalid' | 'too-large' | 'disk-full' | 'unopened' | 'not-found' | 'newer' | 'failed' | 'orphaned';
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure; message: string };

export type PageContext = Reply<'context'>;
export type PageMark = z.infer<typeof Mark>;

/** A post that a page has shown, and the brands that it mentions, by their ids. */
export interface Sighted {
  draft: Draft;
  brands: string[];
  clipped: boolean;
}

/** What our own pages and the background ask of the content script in a tab. It answers with data, and stores nothing. */
export interface PageAsks {
  /** Open the ring on the focused, pointed-at or only post; or on what the context menu was opened on. */
  openRing: {
    request: {
      target: 'post' | 'menu' | 'selection' | 'link';
      /** Id of the picture about to be taken: the ring has the keyboard, but is out of sight until `showAgain`. Null where none is wanted. */
      picture: string | null;
    };
    reply: { opened: boolean };
  };
  /** The draft that "clip this" would save: the focused or pointed-at post, else the page. Asked by popup and panel. */
  readDraft: {
    request: Record<never, never>;
    /**
     * `thread`: the first part of its author's thread with all parts met, where it is one. `platform`: whose adapter reads this page.
     * `plain`: the post by its words, link and time alone; null where there is no post, or where that is all that could be read already (`isPlain`).
     */
    reply: { draft: Draft; where: 'post' | 'page'; thread: Draft | null; platform: string; plain: Draft | null; isPlain: boolean };
  };
  /** Posts that this page has shown, as far as it remembers, the newest last: only those that mention a brand, or the last 200. Asked by the popup. */
  readSighted: { request: { mentions: boolean }; reply: { posts: Sighted[] } };
  /** The account whose page this is, or null on any other page. Asked by the popup. */
  readProfile: { request: Record<never, never>; reply: { profile: ProfileDraft | null } };
  /** Something was clipped, judged or undone elsewhere: ask for the marks again. */
  refreshMarks: { request: Record<never, never>; reply: Record<never, never> };
  /**
   * Put everything of ours out of sight, and say where the post stands that the ring is open on, or that was last read for the popup; null
   * where nothing of it is in view. Answers when the browser has drawn the page so.
   */
  clearView: { request: Record<never, never>; reply: { place: Place | null } };
  /** Everything of ours into sight again; the ring learns whether its picture was taken. */
  showAgain: { request: { picture: boolean }; reply: Record<never, never> };
}
export type PageKind = keyof PageAsks;
export type PageMessage<K extends PageKind = PageKind> = {
  page: K;
  request: PageAsks[K]['request'];
};
