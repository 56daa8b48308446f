/**
 * What is read off the page of an account: whose it is, and how many follow it. Plain data, not yet kept.
 * Content scripts import only the types from here, so that zod stays out of the page.
 */
import { Draft, Person } from './draft.ts';
import { z } from './zod.ts';

const sizes = ['followers', 'following', 'posts'] as const;

const Size = z.int().nonnegative().nullable();

/** An account's public numbers. null is "the page does not show it"; 0 only where the page says 0. */
export const ProfileSizes = z.strictObject({
  /** Followers, subscribers, members. */
  followers: Size,
  /** Accounts that it follows. */
  following: Size,
  /** Posts, videos, pins, reviews: what the site counts as published here. */
  posts: Size,
});

export const ProfileDraft = z.strictObject({
  platform: Draft.shape.platform,
  /** Without "@", as in the author of a draft; with its host where the platform has many. */
  handle: Person.shape.handle.unwrap().min(1),
  name: Person.shape.name,
  /** The account's own page. */
  url: Draft.shape.url.unwrap(),
  sizes: ProfileSizes,
  /** Names of the numbers the page shows rounded ("1.2K"). */
  rounded: z.array(z.enum(sizes)).max(3),
});

export type SizeName = (typeof sizes)[number];
export type ProfileSizes = z.infer<typeof ProfileSizes>;
export type ProfileDraft = z.infer<typeof ProfileDraft>;
