/** Everything the store keeps. Truth: captures, snapshots, tags, pictures (immutable) and mergeable records. The rest is computed from them. */
import { Draft, kinds } from './draft.ts';
import { factors } from './factors.ts';
import { Changes, Mergeable } from './mergeable.ts';
import { ProfileDraft } from './profile.ts';
import { quadrants } from './quadrant.ts';
import { longestOwner, states } from './work.ts';
import { z } from './zod.ts';

export { Mergeable };

const Id = z.string().min(1).max(700);
const Instant = z.iso.datetime();
const schema = z.int().positive();

const Quadrant = z.enum(quadrants);
/** SHA-256, in hexadecimal. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 hash' });
export const Sentiment = z.enum(['negative', 'neutral', 'positive']);
export const State = z.enum(states);
const Priority = z.literal([1, 2, 3]);
export const Owner = z.string().trim().min(1).max(longestOwner, { error: 'a person’s name is longer than 100 characters' });
/** Where a clip came from: pointed at on a page, typed in by hand, brought by an import, or invented for the sample workspace. */
export const Origin = z.enum(['page', 'manual', 'import', 'sample']);

/** What was read off the page at one moment. A clip has one, and another each time its words were found changed. */
export const Capture = z.object({
  id: Id,
  v: schema,
  clip: Id,
  at: Instant,
  by: z.string(),
  origin: Origin,
  draft: Draft,
  /** Of the words, when they were kept (core/hash.ts); those kept before there were hashes have none. */
  hash: Hash.optional(),
});

/** A clip's public numbers at one moment. Append-only. */
export const Snapshot = z.object({ id: Id, v: schema, clip: Id, at: Instant, metrics: Draft.shape.metrics, rounded: Draft.shape.rounded });

/** A judgement. Taking it back is a mark on the clip's record (set `retracted`), not an overwrite. */
export const Tag = z.object({
  id: Id,
  v: schema,
  clip: Id,
  brand: Id,
  quadrant: Quadrant,
  theme: Id.nullable(),
  /** What it is about within or around the company; missing where nobody said. */
  factor: z.enum(factors).optional(),
  /** How much this one says: ½ in passing, 1, or 2 in detail. */
  weight: z.literal([0.5, 1, 2]),
  /** The words of the post that led to it; empty where none were marked. */
  quote: z.string().max(2_000),
  at: Instant,
  by: z.string(),
  origin: z.enum(['hand', 'rule', 'suggestion']),
  /** The rule that set or proposed it; only of origin `rule`. */
  rule: Id.optional(),
});

export const Brand = z.object({
  id: Id,
  name: z.string().trim().min(1, { error: 'a brand needs a name' }).max(100, { error: 'a brand’s name is longer than 100 characters' }),
  kind: z.enum(['own', 'competitor', 'sector']),
  aliases: z.array(z.string()),
  handles: z.array(z.string()),
  must: z.array(z.string()),
  mustNot: z.array(z.string()),
  /** Place among its kind: the order in which they were added. */
  order: z.number(),
});

export const Theme = z.object({
  id: Id,
  name: z.string().trim().min(1, { error: 'a theme needs a name' }).max(100, { error: 'a theme’s name is longer than 100 characters' }),
  /** Other names that mean it. */
  aliases: z.array(z.string()),
  /** What belongs under it, in a person's words; may be empty. */
  definition: z.string().trim().max(500, { error: 'a theme’s definition is longer than 500 characters' }),
  /** The theme above it, as its own record says; core/themes.ts makes a tree of these. */
  parent: Id.nullable(),
  /** The theme that it was merged into. Its tags keep it; they count there. */
  into: Id.nullable(),
});

const Grade = z.int().min(1).max(5).nullable();

/** A line of a SWOT board as people left it; what they did not touch is null or false. See core/statements.ts. */
export const Statement = z.object({
  id: Id,
  brand: Id,
  /** The tags that are its evidence; null for a person's words without any. */
  source: z.object({ quadrant: Quadrant, theme: Id.nullable() }).nullable(),
  /** Where it stands. Its tags stay as they were judged. */
  quadrant: Quadrant,
  /** In a person's words; null: the theme's name. */
  words: z.string().trim().min(1).max(300, { error: 'a statement is longer than 300 characters' }).nullable(),
  /** Its place by hand; null: that of its evidence. */
  order: z.number().nullable(),
  impact: Grade,
  likelihood: Grade,
  pinned: z.boolean(),
  archived: z.boolean(),
  /** The statement that it was merged into. */
  into: Id.nullable(),
});

/** "If a clip answers this query, then": what is to be said of it, and whether it is said or only proposed. See core/rules.ts. */
export const Rule = z.object({
  id: Id,
  name: z.string().trim().min(1, { error: 'a rule needs a name' }).max(100, { error: 'a rule’s name is longer than 100 characters' }),
  /** As typed. It stays as it is where it cannot be read, and the rule is then named as broken. */
  query: z.string().max(2_000, { error: 'a rule’s query is longer than 2,000 characters' }),
  brand: Id.nullable(),
  /** Of that brand. */
  quadrant: Quadrant.nullable(),
  /** Of that judgement. */
  theme: Id.nullable(),
  /** 1 low, 2 normal, 3 high. */
  priority: Priority.nullable(),
  mode: z.enum(['propose', 'set']),
  enabled: z.boolean(),
  /** Rules go from the lowest up, each seeing what those before it set. */
  order: z.number(),
});

/** An account on a platform as the surfaces read it; whose it is, people say or handles tell. */
export const Profile = ProfileDraft.pick({ platform: true, handle: true, name: true, url: true }).extend({
  id: Id,
  /** null: somebody said that it is no brand's, whatever handles tell. */
  brand: Id.nullable(),
});

/** An account's public numbers at one moment. Append-only. */
export const ProfileSnapshot = ProfileDraft.pick({ sizes: true, rounded: true }).extend({
  id: Id,
  v: schema,
  profile: Id,
  at: Instant,
  by: z.string(),
});

/** A clip as the surfaces read it: the newest capture and snapshot, the live tags, and the person's marks. */
export const Clip = Draft.extend({
  id: Id,
  v: schema,
  kind: z.enum(kinds),
  /** All ids under which the post was met; every tag and snapshot under any of them is this clip's. */
  keys: z.array(Id),
  authorKey: z.string(),
  clippedAt: Instant,
  /** When its numbers were last seen. */
  seenAt: Instant,
  /** When its site's own notice that it is gone was first seen; missing where that was never seen, which says nothing. */
  goneAt: Instant.optional(),
  /** Its people were replaced by pseudonyms whose key nobody has. A number, since IndexedDB indexes no booleans; missing where they were not. */
  anonymous: z.literal(1).optional(),
  origin: Origin,
  /** YYYY-MM-DD in the workspace's time zone: published where known to the day, else clipped. */
  day: z.iso.date(),
  dayFrom: z.enum(['published', 'clipped']),
  /** Of that day, 0 to 23 in the workspace's time zone; missing where its publishing is not known to the hour. */
  hour: z.int().min(0).max(23).optional(),
  state: State,
  /** 1 low, 2 normal, 3 high; missing where nobody said. */
  priority: Priority.optional(),
  /** Name of the person who sees to it. */
  owner: Owner.optional(),
  /** There where its words were found changed since it was clipped. */
  edited: z.literal(true).optional(),
  brands: z.array(Id),
  sentiments: z.record(Id, Sentiment),
  tags: z.array(Tag),
  /** 1 where it waits to be judged: no tag, and not archived. A number, since IndexedDB indexes no booleans. */
  inbox: z.literal([0, 1]),
  /** What it counts for, each with its day, so that any shown number leads to its clips by one range (core/facets.ts). */
  facets: z.array(z.string()),
});

const Seven = { brand: Id, day: z.iso.date() };
/** As narrow as what stands in them allows (core/narrow.ts). */
const Counts = z.union([z.instanceof(Uint8Array), z.instanceof(Uint16Array), z.instanceof(Uint32Array)]);
const Numbers = z.union([Counts, z.instanceof(Float64Array)]);

/**
 * Per brand and seven days, `day` the first of them (core/week.ts), what adds up: distinct clips by `platform|quadrant|*|sentiment`, a number for
 * each of the days behind each other, key by key.
 */
export const DayCell = z.object({ ...Seven, keys: z.array(z.string()), counts: Counts });

/** The same by `platform|quadrant|theme|sentiment`; apart from the others, which popup and benchmark read without them. */
export const ThemeCell = z.object({ ...Seven, keys: z.array(z.string()), counts: Counts });

/**
 * Clips that cells by theme hold several times, by `platform|places`: on which of `levels` (`quadrant|theme`, each once) they are judged, their places
 * in it to the base of 36, with commas between.
 */
export const JointCell = z.object({ ...Seven, levels: z.array(z.string()), keys: z.array(z.string()), counts: Counts });

/** Per brand, network (`*`: all of them) and seven days: how many posts had each engagement, for each of the days; only where it is known. */
export const ValueCell = z.object({ ...Seven, platform: z.string(), keys: Numbers, counts: Counts });

/**
 * Per brand, seven days and network, who spoke: by author (a number, core/cells.ts) and level (place in `keys`: `quadrant|theme`), the summed
 * weight of each of the days, in halves. `spoke` says on how many levels each author did; their entries follow each other in that order, levels
 * ascending.
 */
export const VoiceCell = z.object({
  ...Seven,
  platform: z.string(),
  keys: z.array(z.string()),
  authors: z.instanceof(Float64Array),
  spoke: Counts,
  levels: Counts,
  halves: Counts,
});

/**
 * The same in sum, which is all that a whole week needs: per level a bit for each of `authors` (32 to a number), and how many spoke last on each of
 * the days, seven numbers for those with half a weight in all, seven for those with at least a whole one.
 */
export const VoiceWeek = z.object({
  ...Seven,
  platform: z.string(),
  keys: z.array(z.string()),
  authors: z.instanceof(Float64Array),
  heard: z.instanceof(Uint32Array),
  last: Counts,
});

/** Per brand and day, each post's own numbers and author, and answers to posts; one string each, ascending (core/posts.ts). Only the benchmark reads them. */
export const PostCell = z.object({
  brand: Id,
  day: z.iso.date(),
  posts: z.array(z.string()),
  replies: z.array(z.string()),
});

/** The clips of one day in which a word stands, a line each (core/word-index.ts). */
export const Posting = z.object({ word: z.string(), day: z.iso.date(), clips: z.string() });

/** A new clip whose words are in no row of the index yet; `words` are a line each. */
export const RecentWords = z.object({ id: Id, day: z.iso.date(), clippedAt: Instant, words: z.string() });

/** One thing a person did, with what takes it back. */
export const Action = z.object({
  id: Id,
  v: schema,
  at: Instant,
  by: z.string(),
  name: z.enum([
    'clip',
    'tag',
    'refine',
    'untag',
    'sentiment',
    'state',
    'priority',
    'owner',
    'about',
    'work',
    'trash',
    'restore',
    'brand',
    'theme',
    'profile',
    'statement',
    'rule',
    // A rule, to one clip of the past.
    'apply',
    'view',
    'import',
    'undo',
    'picture',
    // These cannot be taken back: the log says how many they met, and nothing of what was in them.
    'purge',
    'forget',
    'anonymise',
  ]),
  clip: Id.nullable(),
  tag: Id.nullable(),
  /** The post had been clipped before. */
  already: z.boolean(),
  undo: z.array(z.object({ record: Id, changes: Changes })),
  undone: z.boolean(),
  /** Done together with all others of this batch, shown as one and undone as one. */
  batch: Id.optional(),
  /** Of an undo: the action that it took back. */
  undoes: Id.optional(),
  /** Of a purge, forgetting or anonymising: how many clips it met, or of what else a purge met. */
  count: z.int().nonnegative().optional(),
  /** Of a purge: what went; clips where it does not say. */
  purged: z.enum(['brand', 'theme', 'rule', 'picture']).optional(),
});

export const Workspace = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  v: schema,
  name: z.string().trim().min(1).max(100),
  sample: z.boolean(),
  /** IANA name; decides on which day a clip falls. */
  timeZone: z.string(),
  createdAt: Instant,
  /** Records came in that nothing computed counts yet: an import is under way, or was broken off. */
  uncounted: z.literal(true).optional(),
  /**
   * How far a recount came: first the clips' rows, in the order of their ids, up to the one named; then cells and words, day by day up to the one
   * named, or up to a clip of it (db/count.ts, `placeIn`). What it has not come to is not counted.
   */
  recount: z.object({ of: z.enum(['rows', 'days']), after: z.string(), done: z.int().nonnegative(), total: z.int().nonnegative() }).optional(),
  /** Words, numbers or judgements are here of clips that have no record, as of one whose line an import refused: a recount found some. */
  strays: z.literal(true).optional(),
  /** What is to become of clips so many months after they were clipped. Nothing happens without a click on the previewed count. */
  retention: z.object({ months: z.int().min(1).max(120), act: z.enum(['delete', 'anonymise']) }).optional(),
});

/** What lies in the trash, as long as there is something that could come back. */
export const Trashed = z.object({
  /** Of the clip that stands for all joined with it; of the brand, theme or rule. */
  id: Id,
  kind: z.enum(['clip', 'brand', 'theme', 'rule']),
  /** All records that were trashed: several where clips were joined. */
  ids: z.array(Id),
  /** By the clock of whoever trashed it last; '' where no clock says, and then it stays. */
  trashedAt: z.union([Instant, z.literal('')]),
  /** Of a brand, theme or rule. A clip's words are in its captures only. */
  name: z.string().nullable(),
});

/** What the screen showed of a post when it was clipped. Taking it away is a mark on the clip's record (set `retracted`), like that of a tag. */
export const Picture = z.object({
  id: Id,
  v: schema,
  clip: Id,
  at: Instant,
  by: z.string(),
  bytes: z.instanceof(Uint8Array),
  /** As the browser encoded it; WebP wherever it can. Shown as nothing but these. */
  type: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  /** In its own pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** The post went on beyond what was on screen. */
  partial: z.boolean(),
  /** Of its bytes, when they were kept. */
  hash: Hash,
});

export type Picture = z.infer<typeof Picture>;
export type Sentiment = z.infer<typeof Sentiment>;
export type State = z.infer<typeof State>;
export type Origin = z.infer<typeof Origin>;
export type Capture = z.infer<typeof Capture>;
export type Snapshot = z.infer<typeof Snapshot>;
export type Tag = z.infer<typeof Tag>;
export type Brand = z.infer<typeof Brand>;
export type Theme = z.infer<typeof Theme>;
export type Statement = z.infer<typeof Statement>;
export type Rule = z.infer<typeof Rule>;
export type Profile = z.infer<typeof Profile>;
export type ProfileSnapshot = z.infer<typeof ProfileSnapshot>;
export type Clip = z.infer<typeof Clip>;
export type DayCell = z.infer<typeof DayCell>;
export type ThemeCell = z.infer<typeof ThemeCell>;
export type JointCell = z.infer<typeof JointCell>;
export type ValueCell = z.infer<typeof ValueCell>;
export type VoiceCell = z.infer<typeof VoiceCell>;
export type VoiceWeek = z.infer<typeof VoiceWeek>;
export type PostCell = z.infer<typeof PostCell>;
export type Posting = z.infer<typeof Posting>;
export type RecentWords = z.infer<typeof RecentWords>;
export type Action = z.infer<typeof Action>;
export type Workspace = z.infer<typeof Workspace>;
export type Trashed = z.infer<typeof Trashed>;
