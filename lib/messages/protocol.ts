/** Who may ask what, and what comes back. Schemas run only where a message arrives; senders take the types. */
import { Draft } from '../core/draft.ts';
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
  /** Clipped posts are on screen again: their numbers and words as they are now. What is no news is not kept. */
  meet: { request: z.strictObject({ drafts: z.array(Draft).max(20) }), reply: z.object({ kept: z.int() }) },
  /** The page of an account is on screen: of a brand's own its numbers are kept, of any other nothing is. */
  profile: { request: z.strictObject({ profile: ProfileDraft }), reply: z.object({ kept: z.boolean() }) },
  /** How many posts that the tab has shown mention a brand and are not clipped: the toolbar's badge. */
  badge: { request: z.strictObject({ mentions: z.int().min(0).max(100_000) }), reply: z.object({}) },
  /** Bring the ring's script into the asking page. */
  ring: { request: z.strictObject({}), reply: z.object({}) },
  undo: { request: z.strictObject({ action: Id }), reply: z.object({}) },
  /** Open the side panel beside the page, where a reason can be written unseen by the page. */
  openPanel: { request: z.strictObject({}), reply: z.object({}) },
};

export type Kind = keyof typeof protocol;
export type Request<K extends Kind> = z.infer<(typeof protocol)[K]['request']>;
export type Reply<K extends Kind> = z.infer<(typeof protocol)[K]['reply']>;

/** Why an ask failed, so that the asker can say it in the person's language. */
export type Failure = 'invalid' | 'too-large' | 'disk-full' | 'not-found' | 'failed' | 'orphaned';
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure; message: string };

export type PageContext = Reply<'context'>;
export type PageMark = z.infer<typeof Mark>;

/** A post that speaks of brands, by their ids. */
export interface Mention {
  draft: Draft;
  brands: string[];
}

/** What our own pages and the background ask of the content script in a tab. It answers with data, and stores nothing. */
export interface PageAsks {
  /** Open the ring on the focused, pointed-at or only post; or on what the context menu was opened on. */
  openRing: {
    request: { target: 'post' | 'menu' | 'selection' | 'link' };
    reply: { opened: boolean };
  };
  /** The draft that "clip this" would save: the focused or pointed-at post, else the page. Asked by popup and panel. */
  readDraft: {
    request: Record<never, never>;
    reply: { draft: Draft; where: 'post' | 'page' };
  };
  /** Posts that this page has shown, which mention a brand and are not clipped, newest seen last. Asked by the popup. */
  readMentions: { request: Record<never, never>; reply: { mentions: Mention[] } };
  /** The account whose page this is, or null on any other page. Asked by the popup. */
  readProfile: { request: Record<never, never>; reply: { profile: ProfileDraft | null } };
  /** Something was clipped, judged or undone elsewhere: ask for the marks again. */
  refreshMarks: { request: Record<never, never>; reply: Record<never, never> };
}
export type PageKind = keyof PageAsks;
export type PageMessage<K extends PageKind = PageKind> = {
  page: K;
  request: PageAsks[K]['request'];
};
