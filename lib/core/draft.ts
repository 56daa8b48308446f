/**
 * What a platform adapter reads off a page. Plain data, not yet a clip; documented for users of `npm run extract` in docs/draft.md.
 * Content scripts import only the types from here, so that zod stays out of the page.
 */
import { z } from './zod.ts';

export const kinds = ['post', 'comment', 'review', 'video', 'article', 'manual'] as const;
export const metricNames = ['likes', 'comments', 'shares', 'views', 'saves', 'rating'] as const;
const precisions = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** A page's address: http or https only, so that nothing a page says can become another scheme. */
const WebUrl = z
  .url({ protocol: /^https?$/, error: 'not a web address (http or https)' })
  .max(4_000, { error: 'address longer than 4,000 characters' });

const line = (max: number) => z.string().max(max, { error: `longer than ${max} characters` });

/** Name as displayed and handle without "@"; either is null where the page does not show it. */
export const Person = z.strictObject({
  name: line(500).nullable(),
  handle: line(500).nullable(),
});

/** An instant (ISO 8601, UTC), the label the page showed, how exactly that is known, and where it was read. */
export const PublishedAt = z.strictObject({
  instant: z.iso.datetime(),
  raw: line(200),
  precision: z.enum(precisions),
  /** `attribute`: a datetime or epoch in the markup; `label`: the visible words; `id`: a time-bearing id; `metadata`: JSON-LD, microdata, meta tags. */
  source: z.enum(['attribute', 'label', 'id', 'metadata']),
});

/** Public numbers. null is "the page does not show it"; 0 only where the page says 0. Rating is out of 5. */
export const Metrics = z.strictObject({
  /** Reddit's and Hacker News' scores may be below zero. */
  likes: z.number().nullable(),
  comments: z.number().nonnegative().nullable(),
  shares: z.number().nonnegative().nullable(),
  views: z.number().nonnegative().nullable(),
  saves: z.number().nonnegative().nullable(),
  rating: z.number().nonnegative().max(5).nullable(),
});

export const Media = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'document', 'link']),
  url: WebUrl.nullable(),
  alt: line(5_000).optional(),
});

/** Another post this one points at; whatever of it the page shows. */
export const Reference = z.strictObject({
  url: WebUrl.nullable(),
  nativeId: line(500).nullable(),
  author: Person,
  text: line(20_000).optional(),
});

/** What an author said in several posts, in order; `missing` stands for parts not seen, null where nobody knows how many, if any. */
export const Thread = z
  .array(
    z.union([
      z.strictObject({ url: WebUrl.nullable(), nativeId: line(500).nullable(), text: line(20_000) }),
      z.strictObject({ missing: z.int().positive().nullable() }),
    ]),
  )
  .max(200);

export const Draft = z.strictObject({
  kind: z.enum(kinds),
  platform: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  /** The permalink, without tracking parameters; null where the page shows none. */
  url: WebUrl.nullable(),
  /** Unique within the platform: `1790…`, `VIDEO/COMMENT`, `host/ID` where a platform has many hosts. */
  nativeId: line(500).nullable(),
  author: Person,
  sharedBy: Person.optional(),
  inReplyTo: Reference.optional(),
  quotes: Reference.optional(),
  /** Gathered from parts that were on screen, this post among them (core/thread.ts). No adapter gives it. */
  thread: Thread.optional(),
  title: line(2_000).optional(),
  /** With its line breaks; never HTML. */
  text: line(200_000),
  /** True where the page shows only the beginning ("See more"). */
  truncated: z.boolean(),
  /** BCP 47. */
  lang: z.string().max(35).optional(),
  publishedAt: PublishedAt.nullable(),
  metrics: Metrics,
  /** Names of the numbers the page shows rounded ("1.2K"). */
  rounded: z.array(z.enum(metricNames)).max(6),
  media: z.array(Media).max(100),
  promoted: z.boolean(),
});

export type Draft = z.infer<typeof Draft>;
export type Kind = Draft['kind'];
export type Person = z.infer<typeof Person>;
export type PublishedAt = z.infer<typeof PublishedAt>;
export type Precision = PublishedAt['precision'];
export type Metrics = z.infer<typeof Metrics>;
export type MetricName = (typeof metricNames)[number];
export type Media = z.infer<typeof Media>;
export type Reference = z.infer<typeof Reference>;
export type Thread = z.infer<typeof Thread>;
