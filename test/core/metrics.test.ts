/** Each formula against an example worked out by hand, and what must hold of all of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Distribution } from '../../lib/core/distribution.ts';
import type { Measure } from '../../lib/core/metric.ts';
import amplification from '../../lib/core/metrics/amplification.ts';
import applause from '../../lib/core/metrics/applause.ts';
import brandHealth from '../../lib/core/metrics/brand-health.ts';
import breakoutPosts from '../../lib/core/metrics/breakout-posts.ts';
import conversation from '../../lib/core/metrics/conversation.ts';
import engagementPerPost from '../../lib/core/metrics/engagement-per-post.ts';
import byFollowers from '../../lib/core/metrics/engagement-rate-by-followers.ts';
import byViews from '../../lib/core/metrics/engagement-rate-by-views.ts';
import { metrics } from '../../lib/core/metrics/index.ts';
import netSentiment from '../../lib/core/metrics/net-sentiment.ts';
import postingFrequency from '../../lib/core/metrics/posting-frequency.ts';
import replyRate from '../../lib/core/metrics/reply-rate.ts';
import replyTime from '../../lib/core/metrics/reply-time.ts';
import byAuthors from '../../lib/core/metrics/share-by-authors.ts';
import byEngagement from '../../lib/core/metrics/share-by-engagement.ts';
import shareOfVoice from '../../lib/core/metrics/share-of-voice.ts';
import tagBalance from '../../lib/core/metrics/tag-balance.ts';
import { mixTable, partsOf } from '../../lib/core/mix.ts';
import type { Post } from '../../lib/core/posts.ts';
import { emptyTally, nothingSeen, type OwnPost, type Seen, type Tally } from '../../lib/core/tally.ts';

type Given = Partial<Omit<Tally, 'engagements'>> & { engagements?: number[] };
const tally = ({ engagements = [], ...changes }: Given): Tally => ({ ...emptyTally('b'), ...changes, engagements: Distribution.of(engagements) });
const seen = (changes: Partial<Seen>, others: Given = {}): Tally => tally({ ...others, seen: { ...nothingSeen, hasAccount: true, ...changes } });
const unknown = { likes: null, comments: null, shares: null, views: null };
const post = (metrics: Partial<Post['metrics']>): Post => ({
  platform: 'x',
  day: '2026-05-20',
  hour: null,
  content: 'text',
  isReply: false,
  person: '@arvelle',
  metrics: { ...unknown, ...metrics },
});
const own = (likes: number | null, followers: number | null = null, person = '@arvelle'): OwnPost => ({ ...post({ likes }), person, followers });
const value = (measure: Measure) => measure.value;
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('share of voice', () => {
  const arvelle = tally({ mentions: 33 });
  test('is own ÷ (own + rivals)', () => {
    expect(shareOfVoice.measure(arvelle, [arvelle, tally({ mentions: 67 })])).toMatchObject({ value: 0.33, n: 100 });
  });
  test('is withheld below 20 mentions of all, and says how many it needs', () => {
    const few = tally({ mentions: 19 });
    expect(shareOfVoice.measure(few, [few])).toEqual({ value: null, n: 19, need: 20, reason: 'few-mentions' });
  });
  test('by authors: 6 of 6 + 18 is a quarter', () => {
    const [a, b] = [seen({ authors: 6 }), seen({ authors: 18 })];
    expect(byAuthors.measure(a, [a, b])).toMatchObject({ value: 0.25, n: 24 });
    expect(byAuthors.measure(a, [a])).toEqual({ value: null, n: 6, need: 20, reason: 'few-authors' });
  });
  test('by engagement: 30 of 30 + 90 is a quarter of 22 posts, without an interval', () => {
    const a = tally({ mentions: 10, engagements: [...Array<number>(9).fill(0), 30] });
    const b = tally({ mentions: 12, engagements: [-5, ...Array<number>(10).fill(0), 90] });
    expect(byEngagement.measure(a, [a, b])).toEqual({ value: 0.25, low: null, high: null, n: 22 });
  });
  test('by engagement is withheld where a rival’s likes are mostly unknown: unknown is not 0', () => {
    const [a, b] = [tally({ mentions: 20, engagements: Array<number>(20).fill(1) }), tally({ mentions: 9, engagements: [1, 1, 1, 1] })];
    expect(byEngagement.measure(a, [a, b])).toEqual({ value: null, n: 4, need: 5, reason: 'likes-unknown' });
  });
  test('sums to 1 over the brands, however counted', () => {
    const brand = fc.record({
      mentions: fc.nat(60),
      authors: fc.nat(60),
      engagements: fc.array(fc.integer({ min: -5, max: 9000 }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(brand, { minLength: 1, maxLength: 6 }), (brands) => {
        const all = brands.map(({ authors, engagements, mentions }) => seen({ authors }, { mentions, engagements }));
        for (const metric of [shareOfVoice, byAuthors, byEngagement]) {
          const values = all.map((one) => value(metric.measure(one, all)));
          if (values[0] === null) expect(values.every((one) => one === null)).toBe(true);
          else expect(values.reduce<number>((sum, one) => sum + one!, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

test('net sentiment leaves neutral and unset out: 70 positive, 20 negative, 10 neutral give 0.556; brand health is 70 of 90', () => {
  const rated = tally({ mentions: 300, sentiments: { positive: 70, negative: 20, neutral: 10 } });
  expect(value(netSentiment.measure(rated, []))).toBeCloseTo(0.5556, 4);
  expect(value(brandHealth.measure(rated, []))).toBeCloseTo(0.7778, 4);
  expect(value(netSentiment.measure(rated, []))).toBeCloseTo(2 * value(brandHealth.measure(rated, []))! - 1, 12);
  const few = tally({ sentiments: { positive: 9, negative: 0, neutral: 50 } });
  for (const metric of [netSentiment, brandHealth]) expect(metric.measure(few, [])).toMatchObject({ value: null, n: 9, need: 10 });
});

test('tag balance is (S − W) ÷ (S + W)', () => {
  const quadrants = { strength: 9, weakness: 3, opportunity: 9, threat: 9 };
  expect(tagBalance.measure(tally({ quadrants }), [])).toMatchObject({ value: 0.5, n: 12 });
  expect(tagBalance.measure(tally({ quadrants: { ...quadrants, strength: 0, weakness: 0 } }), [])).toMatchObject({ value: null, n: 0 });
});

describe('per post', () => {
  test('engagement is a median, untouched by one post that everybody saw; the mean stands beside', () => {
    const engagements = [...upTo(10), 9000];
    // Ends: P(X ≤ 1) = 12 ÷ 2048 = 0.6 %, P(X ≤ 2) = 67 ÷ 2048 = 3.3 % of 11 tosses, so the 2nd and the 10th value.
    expect(engagementPerPost.measure(tally({ mentions: 11, engagements }), [])).toEqual({ value: 6, low: 2, high: 10, n: 11, mean: 9055 / 11 });
  });
  test('engagement is withheld where likes are known for fewer than half: unknown is not 0', () => {
    const measure = engagementPerPost.measure(tally({ mentions: 41, engagements: Array<number>(19).fill(5) }), []);
    expect(measure).toEqual({ value: null, n: 19, need: 21, reason: 'likes-unknown' });
  });
  test('zero is a measurement', () =>
    expect(value(engagementPerPost.measure(tally({ mentions: 10, engagements: Array<number>(10).fill(0) }), []))).toBe(0));

  test.each([
    [applause, 'likes'],
    [conversation, 'comments'],
    [amplification, 'shares'],
  ] as const)('%o is the median of its own number, and what does not show it is not 0', (metric, name) => {
    const posts = [...upTo(10).map((count) => post({ [name]: count })), ...Array.from({ length: 10 }, () => post({}))];
    expect(metric.measure(seen({ posts }, { mentions: 20 }), [])).toMatchObject({ value: 5.5, n: 10, mean: 5.5 });
    expect(metric.measure(seen({ posts }, { mentions: 21 }), [])).toMatchObject({ value: null, n: 10, need: 11 });
  });

  test('engagement by views: 2 + 1 of 60 views is 5 %; a post without views or without likes says nothing', () => {
    const posts = [
      ...Array.from({ length: 10 }, () => post({ likes: 2, shares: 1, views: 60 })),
      post({ likes: 9 }),
      post({ views: 0, likes: 1 }),
      post({ views: 9 }),
    ];
    expect(byViews.measure(seen({ posts }), [])).toMatchObject({ value: 0.05, n: 10 });
  });
  test('engagement by followers: 6 likes of 1,200 followers is 0.5 %; of whom nobody knows how many follow, nothing is said', () => {
    const posts = Array.from({ length: 10 }, () => own(6, 1_200));
    expect(byFollowers.measure(seen({ own: [...posts, own(50)] }), [])).toMatchObject({ value: 0.005, n: 10 });
    expect(byFollowers.measure(seen({ own: Array.from({ length: 12 }, () => own(6)) }), [])).toMatchObject({
      value: null,
      n: 0,
      reason: 'followers-unknown',
    });
  });
});

describe('own accounts', () => {
  test('20 posts in 28 days are 5 a week', () => {
    expect(postingFrequency.measure(seen({ own: Array.from({ length: 20 }, () => own(1)), days: 28 }), [])).toEqual({
      value: 5,
      low: null,
      high: null,
      n: 20,
    });
  });
  test('a brand that lists no account is unknown, not silent', () => {
    for (const metric of [postingFrequency, byFollowers, breakoutPosts, replyRate, replyTime])
      expect(metric.measure(seen({ hasAccount: false }), []), metric.id).toMatchObject({ value: null, reason: 'no-account' });
  });
  test('a post breaks out of the others of its account', () => {
    // Others 1…9: median 5, MAD 2, so above 5 + 3 × 1.4826 × 2 = 13.9 and at least 2 × P90 = 2 × 9 = 18.
    const usual = upTo(9).map((likes) => own(likes));
    expect(breakoutPosts.measure(seen({ own: [...usual, own(18)] }), [])).toMatchObject({ value: 1, n: 10 });
    expect(breakoutPosts.measure(seen({ own: [...usual, own(17)] }), [])).toMatchObject({ value: 0, n: 10 });
    expect(breakoutPosts.measure(seen({ own: [...usual.slice(0, 7), own(500)] }), [])).toMatchObject({ value: null, need: 9 });
    const elsewhere = own(500, null, '@arvelle-care');
    expect(breakoutPosts.measure(seen({ own: [...usual, elsewhere] }), [])).toMatchObject({ value: 0, n: 9 });
  });
  test('answers: 3 of 12 is a quarter; the median of 10 known times is in hours', () => {
    expect(replyRate.measure(seen({ answered: 3, answerable: 12 }), [])).toMatchObject({ value: 0.25, n: 12 });
    expect(replyRate.measure(seen({ answered: 0, answerable: 230 }), [])).toMatchObject({ value: null, reason: 'none-answered' });
    expect(replyTime.measure(seen({ answered: 10, minutes: upTo(10).map((n) => n * 60) }), [])).toMatchObject({ value: 5.5, n: 10 });
    expect(replyTime.measure(seen({ answered: 10, minutes: [60] }), [])).toMatchObject({ value: null, n: 1, need: 10 });
  });
});

describe('mixes', () => {
  const posts = [...Array.from({ length: 15 }, () => post({})), ...Array.from({ length: 5 }, () => ({ ...post({}), content: 'video' as const }))];
  test('are shares of n, withheld below 20', () => {
    const table = mixTable([seen({ posts }), seen({ posts: posts.slice(1) })].map(partsOf.contentMix), 6);
    expect(table.columns).toEqual(['text', 'video']);
    expect(table.rows[0]!.shares!.map(({ value: share, n }) => [share, n])).toEqual([
      [0.75, 20],
      [0.25, 20],
    ]);
    expect(table.rows[1]).toEqual({ n: 19, need: 20, shares: null });
  });
  test('sum to 1, what has no column of its own among them', () => {
    const platforms = fc.dictionary(fc.constantFrom(...'abcdefghij'), fc.integer({ min: 3, max: 50 }), { minKeys: 8 });
    fc.assert(
      fc.property(platforms, (counts) => {
        const { columns, rows } = mixTable([partsOf.networkMix(tally({ platforms: new Map(Object.entries(counts)) }))], 6);
        expect(columns).toHaveLength(6);
        expect(rows[0]!.shares!.reduce((sum, share) => sum + share.value!, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

test('no metric of an empty tally is a number', () => {
  expect(metrics).toHaveLength(16);
  for (const metric of metrics) {
    expect(value(metric.measure(emptyTally('b'), [emptyTally('b')])), metric.id).toBeNull();
    expect(value(metric.measure(seen({}), [seen({})])), metric.id).toBeNull();
  }
});

test('posts that show no number change no per-post value but n of what they are part of', () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 40 }), fc.integer({ min: 0, max: 12 }), (n, blank) => {
      const known = Array.from({ length: n }, (_, index) => post({ likes: index, comments: index, shares: index, views: 10 + index }));
      const blanks = Array.from({ length: blank }, () => post({}));
      for (const metric of [applause, conversation, amplification, byViews])
        expect(metric.measure(seen({ posts: [...known, ...blanks] }, { mentions: n + blank }), []), metric.id).toEqual(
          metric.measure(seen({ posts: known }, { mentions: n }), []),
        );
    }),
  );
});
