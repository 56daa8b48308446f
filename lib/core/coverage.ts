/**
 * How well an adapter reads its site: of the last posts, how many gave an author, words, a date, numbers. It holds counts only, no content.
 * A site may honestly hide any of them, so an adapter is compared with what it read itself before, never with a rule of ours.
 */
import type { Draft } from './draft.ts';

export const coverageFields = ['author', 'text', 'date', 'numbers'] as const;
type CoverageField = (typeof coverageFields)[number];

/** Posts met, how many of them made the adapter throw, and how many of them gave each field. */
export type Counts = Record<'posts' | 'threw' | CoverageField, number>;

/** What fell: a field, or that posts are read at all. */
export type Fallen = CoverageField | 'threw';

/** How many of `posts` gave a field. */
interface Share {
  hits: number;
  posts: number;
}

export interface Coverage {
  /** The last posts, in batches as they came, oldest first: just enough of them to be `recentPosts`. */
  recent: Counts[];
  /** What the last ones are compared with: the posts before them, without those that were met while the field was read less well. */
  usual: Record<CoverageField, Share>;
  /** What is read less well than before, and since when (ISO 8601). */
  fallen: Partial<Record<Fallen, string>>;
  /** When a post was last met (ISO 8601). */
  at: string;
}

/** Ours: enough posts to see that a share has halved, and yet a morning's reading. */
export const recentPosts = 50;
/** Ours: older posts weigh less and less, so that what people read, and how sites show it, may change slowly. */
const usualPosts = 1_000;
/**
 * Ours: how far apart two shares must lie, in standard errors. By chance once in 300,000 looks; there is a look at each batch, on each network,
 * for years, so the customary 2 would cry wolf weekly.
 */
const farApart = 4.5;

/** Ours: throwing is never honest, so it needs nothing to compare with; but one odd post is not the site. */
const fewestThrown = 5;
const shareThrown = 0.1;

export const noCounts = (): Counts => ({ posts: 0, threw: 0, author: 0, text: 0, date: 0, numbers: 0 });
const noShare: Share = { hits: 0, posts: 0 };
const noUsual = { author: noShare, text: noShare, date: noShare, numbers: noShare };
export const noCoverage = (): Coverage => ({ recent: [], usual: noUsual, fallen: {}, at: '' });

const names = ['posts', 'threw', ...coverageFields] as const;

const plus = (a: Counts, b: Counts): Counts => {
  const sum = noCounts();
  for (const name of names) sum[name] = a[name] + b[name];
  return sum;
};

/** Counts one post: what its adapter read, or null where it threw. Changes `counts`. */
export function countPost(counts: Counts, draft: Draft | null): void {
  counts.posts += 1;
  if (!draft) counts.threw += 1;
  else {
    const { author, text, title, publishedAt, metrics } = draft;
    if (author.name || author.handle) counts.author += 1;
    if (text || title) counts.text += 1;
    if (publishedAt) counts.date += 1;
    if (Object.values(metrics).some((value) => value !== null)) counts.numbers += 1;
  }
}

/** The last posts, in one. */
export const recentOf = ({ recent }: Pick<Coverage, 'recent'>): Counts => recent.reduce(plus, noCounts());

/** The usual share with older posts; of very many, half of the oldest's weight goes. */
function grown({ hits, posts }: Share, more: number, of: number): Share {
  const weight = posts + of > usualPosts ? 0.5 : 1;
  return { hits: hits * weight + more, posts: posts * weight + of };
}

/**
 * Whether a share fell so far that the site, not the choice of posts, must be the reason. Both: chance does not do that (the z test of two
 * proportions, pooled), and it is less than half of what it was. The second because posts of one page resemble each other, which the test does
 * not know: who turns from articles to pictures moves a share by tenths, while changed markup takes a field from most posts to hardly any.
 */
export function hasFallen(now: Share, then: Share): boolean {
  if (now.posts < recentPosts || then.posts < recentPosts) return false;
  const [share, usual] = [now.hits / now.posts, then.hits / then.posts];
  const pooled = (now.hits + then.hits) / (now.posts + then.posts);
  return share < usual / 2 && usual - share > farApart * Math.sqrt(pooled * (1 - pooled) * (1 / now.posts + 1 / then.posts));
}

/** What is read less well than before, as far as the last posts tell. */
export function fallenIn(coverage: Pick<Coverage, 'recent' | 'usual'>): Fallen[] {
  const now = recentOf(coverage);
  const fields = coverageFields.filter((field) => hasFallen({ hits: now[field], posts: now.posts }, coverage.usual[field]));
  return now.threw >= fewestThrown && now.threw >= now.posts * shareThrown ? ['threw', ...fields] : fields;
}

/** The coverage after a batch of posts, met until `at` (ISO 8601). Pure. */
export function addCounts(before: Coverage, batch: Counts, at: string): Coverage {
  const recent = [...before.recent, batch];
  const usual = { ...before.usual };
  while (recent.length > 1 && recentOf({ recent: recent.slice(1) }).posts >= recentPosts) {
    const older = recent.shift()!;
    for (const field of coverageFields) if (!before.fallen[field]) usual[field] = grown(usual[field], older[field], older.posts);
  }
  const fallen: Coverage['fallen'] = {};
  for (const what of fallenIn({ recent, usual })) fallen[what] = before.fallen[what] ?? at;
  return { recent, usual, fallen, at };
}

/** The person says that this is how the site is now: what is read from here on is compared with that. */
export const takeAsUsual = (coverage: Coverage): Coverage => ({ ...coverage, usual: noUsual, fallen: {} });
