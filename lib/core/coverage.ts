/**
 * How well an adapter reads its site: of the last posts, how many gave an author, words, a date, numbers. It holds counts only, no content.
 * A site may honestly hide any of them, so an adapter is compared with what it read itself before, never with a rule of ours.
 */
import type { Draft } from './draft.ts';

export const coverageFields = ['author', 'text', 'date', 'numbers'] as const;
type CoverageField = (typeof coverageFields)[number];

/**
 * `met`: elements that look like a post. `read`: those that gave one; of the others, some never are one (a placeholder, a quoted post), and some
 * made the adapter throw (`threw`). Then how many of those read gave each field.
 */
export type Counts = Record<'met' | 'read' | 'threw' | CoverageField, number>;

/** What fell: a field, that what looks like a post is one, or that the adapter does not throw. */
export type Fallen = Compared | 'threw';

/** What is compared with how it usually was. */
type Compared = 'read' | CoverageField;

/** How many of so many. */
interface Share {
  hits: number;
  of: number;
}

export interface Coverage {
  /** The last posts, in batches as they came, oldest first: just enough of them to be `recentPosts`. */
  recent: Counts[];
  /** What the last ones are compared with: the posts before them, without those that were met while it was read less well. */
  usual: Record<Compared, Share>;
  /** What is read less well than before, and since when (ISO 8601). */
  fallen: Partial<Record<Fallen, string>>;
  /** When a post was last met (ISO 8601). */
  at: string;
}

/** Ours: enough posts to see that a share has halved, and yet a morning's reading. */
export const recentPosts = 50;
/** Ours: the fewest posts that gave one, of the last ones, whose fields are compared; so ten pictures without words are no news. */
const fewestRead = 25;
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

export const noCounts = (): Counts => ({ met: 0, read: 0, threw: 0, author: 0, text: 0, date: 0, numbers: 0 });
const noShare: Share = { hits: 0, of: 0 };
const noUsual = { read: noShare, author: noShare, text: noShare, date: noShare, numbers: noShare };
export const noCoverage = (): Coverage => ({ recent: [], usual: noUsual, fallen: {}, at: '' });

const compared = ['read', ...coverageFields] as const;
const names = ['met', 'threw', ...compared] as const;

const plus = (a: Counts, b: Counts): Counts => {
  const sum = noCounts();
  for (const name of names) sum[name] = a[name] + b[name];
  return sum;
};

/** Counts a post that was read. Changes `counts`. */
export function countRead(counts: Counts, { author, text, title, publishedAt, metrics }: Draft): void {
  counts.met += 1;
  counts.read += 1;
  if (author.name || author.handle) counts.author += 1;
  if (text || title) counts.text += 1;
  if (publishedAt) counts.date += 1;
  if (Object.values(metrics).some((value) => value !== null)) counts.numbers += 1;
}

/** The last posts, in one. */
export const recentOf = ({ recent }: Pick<Coverage, 'recent'>): Counts => recent.reduce(plus, noCounts());

/** The share of one thing: what looks like a post in what was met, a field in what was read. */
export const shareOf = (counts: Counts, what: Compared): Share => ({ hits: counts[what], of: what === 'read' ? counts.met : counts.read });

/** The usual share with older posts; of very many, half of the oldest's weight goes. */
function grown(usual: Share, more: Share): Share {
  const weight = usual.of + more.of > usualPosts ? 0.5 : 1;
  return { hits: usual.hits * weight + more.hits, of: usual.of * weight + more.of };
}

/**
 * Whether a share fell so far that the site, not the choice of posts, must be the reason. Both: chance does not do that (the z test of two
 * proportions, pooled), and it is less than half of what it was. The second because posts of one page resemble each other, which the test does
 * not know: who turns from articles to pictures moves a share by tenths, while changed markup takes a field from most posts to hardly any.
 */
export function hasFallen(now: Share, then: Share): boolean {
  if (now.of < fewestRead || then.of < recentPosts) return false;
  const [share, usual] = [now.hits / now.of, then.hits / then.of];
  const pooled = (now.hits + then.hits) / (now.of + then.of);
  return share < usual / 2 && usual - share > farApart * Math.sqrt(pooled * (1 - pooled) * (1 / now.of + 1 / then.of));
}

/** What is read less well than before, as far as the last posts tell. */
export function fallenIn(coverage: Pick<Coverage, 'recent' | 'usual'>): Fallen[] {
  const now = recentOf(coverage);
  const fell = compared.filter((what) => hasFallen(shareOf(now, what), coverage.usual[what]));
  return now.threw >= fewestThrown && now.threw >= now.met * shareThrown ? ['threw', ...fell] : fell;
}

/** The coverage after a batch of posts, met until `at` (ISO 8601). Pure. */
export function addCounts(before: Coverage, batch: Counts, at: string): Coverage {
  const recent = [...before.recent, batch];
  const usual = { ...before.usual };
  while (recent.length > 1 && recentOf({ recent: recent.slice(1) }).met >= recentPosts) {
    const older = recent.shift()!;
    for (const what of compared) if (!before.fallen[what]) usual[what] = grown(usual[what], shareOf(older, what));
  }
  const fallen: Coverage['fallen'] = {};
  for (const what of fallenIn({ recent, usual })) fallen[what] = before.fallen[what] ?? at;
  return { recent, usual, fallen, at };
}

/** The person says that this is how the site is now: what is read from here on is compared with that. */
export const takeAsUsual = (coverage: Coverage): Coverage => ({ ...coverage, usual: noUsual, fallen: {} });
