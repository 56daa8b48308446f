/** Rows of a foreign table as drafts. A cell that cannot be read is unknown and named; a row that says nothing is refused. */
import { Draft, type Metrics, metricNames } from '../../core/draft.ts';
import { fold } from '../../core/fold.ts';
import type { Field, Mapping } from '../../core/import-columns.ts';
import type { Sentiment } from '../../core/records.ts';
import { ownsHost } from '../../platforms/find.ts';
import type { Network } from '../../platforms/networks.ts';
import { readDate } from '../../platforms/shared/dates.ts';
import { readCount } from '../../platforms/shared/numbers.ts';

export interface Reading {
  mapping: Mapping;
  /** "3/11/2026": 11 March, or 3 November. */
  monthFirst: boolean;
  networks: readonly Network[];
  now: Date;
}

/** `empty`: neither words nor a link. `link`: not a web address. `fits`: longer than a clip may be. */
export type RowProblem = 'empty' | 'link' | 'fits';

export interface ReadRow {
  draft: Draft | null;
  sentiment: Sentiment | null;
  problem: RowProblem | null;
  /** Cells that say something which could not be read: they are unknown. */
  unread: Field[];
}

/** "3/11/2026 14:02", "3.11.2026", "03-11-26 2:02 PM". */
const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,T]+(.*))?$/;

/**
 * Whether the month comes first in a table's dates in figures: by those that leave no doubt, else as the person said; `ambiguous` where it is
 * for the person to say.
 */
export function monthFirstIn(rows: readonly string[][], mapping: Mapping, said: boolean): { monthFirst: boolean; ambiguous: boolean } {
  const column = mapping.indexOf('date');
  let ambiguous = false;
  for (const cells of column < 0 ? [] : rows) {
    const [found, one, two] = figures.exec((cells[column] ?? '').trim()) ?? [];
    if (Number(one) > 12) return { monthFirst: false, ambiguous: false };
    if (Number(two) > 12) return { monthFirst: true, ambiguous: false };
    if (found) ambiguous = true;
  }
  return { monthFirst: said, ambiguous };
}

/** "2:02 PM" as "14:02". */
function clock(rest: string): string {
  const [, hour, minutes = ':00', late] = /^(\d{1,2})(:\d{2}(?::\d{2})?)?\s*([ap])\.?m\.?$/i.exec(rest.trim()) ?? [];
  if (!hour || !late) return rest.trim();
  return `${String((Number(hour) % 12) + (late.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0')}${minutes}`;
}

function dateOf(raw: string, { monthFirst, now }: Reading): Draft['publishedAt'] {
  const [, one = '', two = '', year = '', rest = ''] = figures.exec(raw) ?? [];
  const [month, day] = monthFirst ? [one, two] : [two, one];
  const iso =
    year &&
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest ? ` ${clock(rest).padStart(5, '0')}` : ''}`;
  const date = readDate(iso || raw, now);
  return date && { ...date, raw: raw.slice(0, 200), source: 'label' };
}

const web = (url: string): URL | null => {
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(url) ? `https://${url}` : url;
  const parsed = URL.canParse(whole) ? new URL(whole) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
};

/** The network by the link's host, else by its name in the table ("Twitter" is X); `generic` for any other. */
function networkOf(url: URL | null, said: string, networks: readonly Network[]): string {
  const owner = url && networks.find((network) => ownsHost(network, url));
  if (owner) return owner.id;
  const name = fold(said).replace(/[^\p{L}\p{N}]/gu, '');
  if (name === 'twitter' || name === 'xtwitter') return 'x';
  return networks.find(({ id, name: own }) => name !== '' && (id === name || fold(own).replace(/[^\p{L}\p{N}]/gu, '') === name))?.id ?? 'generic';
}

/** The id that the network's adapter reads off the same link, where it is plain; else the post is known by its words. */
function nativeIdOf(platform: string, url: URL | null): string | null {
  if (platform === 'x') return /\/status\/(\d+)/.exec(url?.pathname ?? '')?.[1] ?? null;
  if (platform === 'youtube') return url?.pathname === '/watch' && !url.searchParams.has('lc') ? url.searchParams.get('v') : null;
  return null;
}

const sentiments: Record<string, Sentiment> = {
  ...Object.fromEntries(['negative', 'negatif', 'neg', '-1'].map((word) => [word, 'negative' as const])),
  ...Object.fromEntries(['neutral', 'neutre', 'netral', 'neu', '0'].map((word) => [word, 'neutral' as const])),
  ...Object.fromEntries(['positive', 'positif', 'pos', '1'].map((word) => [word, 'positive' as const])),
};

export function readRow(cells: readonly string[], reading: Reading): ReadRow {
  const cell = (field: Field): string => {
    const column = reading.mapping.indexOf(field);
    return (column < 0 ? '' : (cells[column] ?? '')).trim();
  };
  const unread: Field[] = [];
  const read = <T>(field: Field, raw: string, how: (raw: string) => T | null): T | null => {
    const value = raw === '' ? null : how(raw);
    if (raw !== '' && value === null) unread.push(field);
    return value;
  };
  const refused = (problem: RowProblem): ReadRow => ({ draft: null, sentiment: null, problem, unread: [] });

  const [text, link] = [cell('text') || cell('title'), cell('url')];
  const url = link === '' ? null : web(link);
  if (link !== '' && !url) return refused('link');
  if (text === '' && !url) return refused('empty');
  const platform = networkOf(url, cell('network'), reading.networks);
  const metrics = Object.fromEntries(metricNames.map((name) => [name, read(name, cell(name), (raw) => numberOf(name, raw))])) as Metrics;
  const rounded = metricNames.filter((name) => metrics[name] !== null && (readCount(cell(name))?.rounded ?? false) && /[^\d.,\s-]/.test(cell(name)));
  const date = [cell('date'), cell('time')].filter(Boolean).join(' ');
  const draft: Draft = {
    kind: platform === 'generic' ? 'article' : 'post',
    platform,
    url: url?.href ?? null,
    nativeId: nativeIdOf(platform, url),
    author: { name: cell('author') || null, handle: cell('handle').replace(/^@/, '') || null },
    ...(cell('title') && cell('text') && { title: cell('title') }),
    text,
    truncated: false,
    ...languageOf(cell('language')),
    publishedAt: read('date', date, (raw) => dateOf(raw, reading)),
    metrics,
    rounded,
    media: [],
    promoted: false,
  };
  const sentiment = read('sentiment', cell('sentiment'), (raw) => sentiments[fold(raw)] ?? null);
  return Draft.safeParse(draft).success ? { draft, sentiment, problem: null, unread } : refused('fits');
}

/** Likes may be below zero where a network counts so; a rating is out of 5. */
function numberOf(name: (typeof metricNames)[number], raw: string): number | null {
  if (name === 'likes' && /^-\d+$/.test(raw)) return Number(raw);
  if (name !== 'rating') return readCount(raw)?.value ?? null;
  const stars = /^[0-5](?:[.,]\d+)?$/.test(raw.trim()) ? Number(raw.trim().replace(',', '.')) : null;
  return stars !== null && stars <= 5 ? stars : null;
}

/** A BCP 47 tag where the cell holds one; a language's name ("English") is no tag. */
function languageOf(raw: string): { lang?: string } {
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i.exec(raw);
  return tag ? { lang: new Intl.Locale(tag.slice(1).filter(Boolean).join('-')).toString() } : {};
}
