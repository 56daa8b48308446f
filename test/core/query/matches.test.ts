import { expect, test } from 'vitest';
import type { QueryContext } from '../../../lib/core/query/context.ts';
import { unknownNames } from '../../../lib/core/query/context.ts';
import { asksForTag } from '../../../lib/core/query/filter.ts';
import { matches } from '../../../lib/core/query/matches.ts';
import { parseQuery } from '../../../lib/core/query/parse.ts';
import type { Clip, Tag } from '../../../lib/core/records.ts';
import { standing } from '../../../lib/core/themes.ts';
import { clipOf } from '../clip-of.ts';

const context: QueryContext = {
  brands: [
    { id: 'b1', name: 'Arvelle', aliases: ['Café Arvelle'] },
    { id: 'b2', name: 'Kestrin', aliases: [] },
  ],
  themes: [{ id: 't1', name: 'Price' }],
  today: '2026-05-25',
};
const tag = (changes: Partial<Tag>): Tag => ({
  id: 'g',
  v: 1,
  clip: 'c',
  brand: 'b1',
  quadrant: 'weakness',
  theme: null,
  weight: 1,
  quote: '',
  at: '',
  by: '',
  origin: 'hand',
  ...changes,
});

const clip = (changes: Partial<Clip> = {}): Clip =>
  clipOf({
    brands: ['b1', 'b2'],
    sentiments: { b1: 'negative' },
    tags: [tag({ theme: 't1', quote: 'the part' }), tag({ brand: 'b2', quadrant: 'strength' })],
    inbox: 0,
    ...changes,
  });

const fits = (text: string, changes?: Partial<Clip>) => matches(clip(changes), parseQuery(text).query, context);

test('who sees to it and how soon; what nobody said is found by none alone', () => {
  expect(fits('priority:high', { priority: 3 })).toBe(true);
  expect(fits('priority:high,low', { priority: 1 })).toBe(true);
  expect(fits('priority:normal', { priority: 3 })).toBe(false);
  expect(fits('priority:low')).toBe(false);
  expect(fits('-priority:high')).toBe(true);
  expect(fits('priority:none')).toBe(true);
  expect(fits('priority:none', { priority: 1 })).toBe(false);
  expect(fits('owner:ann', { owner: 'Ann Lind' })).toBe(true);
  expect(fits('owner:"ANN LIND"', { owner: 'Ann Lind' })).toBe(true);
  expect(fits('owner:an', { owner: 'Ann Lind' })).toBe(false);
  expect(fits('owner:ann')).toBe(false);
  expect(fits('owner:none')).toBe(true);
  expect(fits('owner:none', { owner: 'Ann Lind' })).toBe(false);
});

test('a factor is of one judgement, with brand and quadrant beside it', () => {
  const tags = [tag({ quadrant: 'threat', factor: 'competition' }), tag({ brand: 'b2', quadrant: 'strength', factor: 'offer' })];
  expect(fits('factor:competition', { tags })).toBe(true);
  expect(fits('brand:arvelle factor:competition', { tags })).toBe(true);
  expect(fits('brand:kestrin factor:competition', { tags })).toBe(false);
  expect(fits('factor:external swot:t', { tags })).toBe(true);
  expect(fits('factor:internal swot:t', { tags })).toBe(false);
  expect(fits('factor:none', { tags })).toBe(false);
  expect(fits('factor:none')).toBe(true);
  expect(fits('factor:none', { tags: [] })).toBe(false);
});

test('judgement terms beside one another speak of one judgement', () => {
  expect(fits('brand:arvelle swot:w')).toBe(true);
  expect(fits('brand:kestrin swot:w')).toBe(false);
  expect(fits('brand:"cafe arvelle" swot:w theme:PRICE')).toBe(true);
  expect(fits('brand:kestrin theme:none')).toBe(true);
  expect(fits('brand:arvelle theme:none')).toBe(false);
  expect(fits('brand:arvelle sentiment:negative swot:w')).toBe(true);
  expect(fits('brand:kestrin sentiment:negative')).toBe(false);
  expect(fits('(brand:kestrin) (swot:w)')).toBe(false);
  // Twice the same key: each with all the others.
  expect(fits('swot:w swot:s')).toBe(true);
  expect(fits('brand:arvelle brand:kestrin')).toBe(true);
  expect(fits('brand:arvelle swot:w swot:s')).toBe(false);
  expect(fits('swot:o,s')).toBe(true);
  expect(fits('-swot:w')).toBe(false);
  expect(fits('-(brand:kestrin swot:w)')).toBe(true);
  expect(fits('brand:b1')).toBe(true);
});

test('what is unknown never fits, nor does its contrary', () => {
  const metrics = { likes: null, comments: 3, shares: null, views: 0, saves: null, rating: null };
  for (const text of [
    'likes>0',
    '-likes>0',
    'likes<=0',
    'likes:0..5',
    'er>0',
    '-er>0',
    'rating=0',
    '-(likes>0 comments>1)',
    'has:picture',
    '-has:picture',
  ])
    expect([text, fits(text, { metrics })]).toEqual([text, false]);
  expect(fits('comments=3 likes>0 OR comments=3', { metrics })).toBe(true);
  // Something else already says no.
  expect(fits('-(likes>0 comments>9)', { metrics })).toBe(true);
});

test('the engagement rate is by views', () => {
  const metrics = { likes: 12, comments: 3, shares: null, views: 500, saves: 99, rating: null };
  expect(fits('er=3', { metrics })).toBe(true);
  expect(fits('er:2.5..3', { metrics })).toBe(true);
  expect(fits('er>3', { metrics })).toBe(false);
});

test('authors, days, and what a clip has and is', () => {
  for (const text of [
    'by:@jonas',
    'by:jonas',
    'by:feld',
    'by:"Jonas Feld"',
    'after:2026-05-21',
    'before:2026-05-22',
    'day:2026-05',
    'after:4d',
    'day:..2026',
    '-after:today',
    'has:reason',
    'has:number',
    'kind:post,video',
    'origin:page',
  ])
    expect([text, fits(text)]).toEqual([text, true]);
  for (const text of [
    'by:@feld',
    'by:jon',
    'after:3d',
    'before:2026-05-21',
    'day:2025',
    'has:media',
    'has:quote',
    'has:link',
    'is:untagged',
    'is:inbox',
    'is:edited',
    'is:manual',
    'is:promoted',
    'is:archived',
  ])
    expect([text, fits(text)]).toEqual([text, false]);
  expect(fits('is:untagged is:archived', { tags: [], state: 'archived' })).toBe(true);
  expect(fits('is:edited', { edited: true })).toBe(true);
});

test('words of the post, its author, the reason and the theme’s name; phrases word by word', () => {
  for (const text of ['grinders', 'KESTRIN', 'feld', 'price', '"won\'t even"', '"sell me the part"', 'months -years', 'gri*'])
    expect([text, fits(text)]).toEqual([text, true]);
  for (const text of ['gri', '"grinder the"', 'years', '-price']) expect([text, fits(text)]).toEqual([text, false]);
});

test('the judgement that is asked for, to be shown beside the clip', () => {
  const asks = asksForTag(parseQuery('grinder swot:w theme:price').query, context);
  expect(clip().tags.map(asks)).toEqual([true, false]);
  expect(clip().tags.map(asksForTag(parseQuery('grinder').query, context))).toEqual([true, true]);
});

test('names that nobody knows are pointed at', () => {
  const typed = 'brand:arvele,kestrin theme:none on:istagram';
  const { names } = parseQuery(typed);
  expect(unknownNames(names, context, ['x', 'instagram']).map(({ at, near }) => [typed.slice(...at), near])).toEqual([
    ['arvele', ['Arvelle']],
    ['istagram', ['instagram']],
  ]);
});

test('a theme is found by its aliases, and with it what stands under it; by its id, itself', () => {
  const themes = standing([
    { id: 't1', name: 'Price', aliases: ['Tarif'], definition: '', parent: 't2', into: null },
    { id: 't2', name: 'Money', aliases: ['Argent'], definition: '', parent: null, into: null },
    { id: 't3', name: 'Cost', aliases: [], definition: '', parent: null, into: 't1' },
  ]);
  const among = (text: string) => matches(clip(), parseQuery(text).query, { ...context, themes });
  expect(['theme:tarif', 'tarif', 'theme:cost', 'cost', 'theme:argent', 'theme:t1', 'theme:t3', 'theme:t2/'].map(among)).toEqual(Array(8).fill(true));
  expect(['theme:t2', 'argent', '-theme:money', 'theme:moneys'].map(among)).toEqual(Array(4).fill(false));
  const { names } = parseQuery('theme:Tarif theme:costs');
  expect(unknownNames(names, { ...context, themes }, [])).toMatchObject([{ value: 'costs', near: [] }]);
});

test('hour and weekday are those of publishing; where they are unknown neither the question nor its contrary fits', () => {
  expect(fits('hour:9', { hour: 9 })).toBe(true);
  expect(fits('hour:18..21', { hour: 9 })).toBe(false);
  expect(fits('pukul:0', { hour: 0 })).toBe(true);
  expect([fits('hour:9'), fits('-hour:9')]).toEqual([false, false]);
  // The 21st of May 2026 is a Thursday.
  expect([fits('weekday:thu'), fits('weekday:jeudi,sabtu'), fits('weekday:mon')]).toEqual([true, true, false]);
  expect([fits('weekday:thu', { dayFrom: 'clipped' }), fits('-weekday:thu', { dayFrom: 'clipped' })]).toEqual([false, false]);
});
