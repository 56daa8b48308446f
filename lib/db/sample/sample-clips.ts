/** The sample workspace's clips, as if they had been met over the 90 days before it is loaded. The same day and clock time gives the same clips. */
import type { Draft, Metrics, PublishedAt } from '../../core/draft.ts';
import { brandsIn } from '../../core/mentions.ts';
import { type Quadrant, quadrantOf } from '../../core/quadrant.ts';
import type { Sentiment, Tag } from '../../core/records.ts';
import { enArvelleDelivery } from './en-arvelle-delivery.ts';
import { enArvellePraise } from './en-arvelle-praise.ts';
import { enArvellePraiseLately } from './en-arvelle-praise-lately.ts';
import { enArvelleTrouble } from './en-arvelle-trouble.ts';
import { enBruvioSenja } from './en-bruvio-senja.ts';
import { enInbox } from './en-inbox.ts';
import { enKestrin } from './en-kestrin.ts';
import { enKestrinLately } from './en-kestrin-lately.ts';
import { enSector } from './en-sector.ts';
import { frArvellePraise } from './fr-arvelle-praise.ts';
import { frArvelleTrouble } from './fr-arvelle-trouble.ts';
import { frBruvioSenja } from './fr-bruvio-senja.ts';
import { frInbox } from './fr-inbox.ts';
import { frKestrin } from './fr-kestrin.ts';
import { frSector } from './fr-sector.ts';
import { idArvellePraise } from './id-arvelle-praise.ts';
import { idArvelleTrouble } from './id-arvelle-trouble.ts';
import { idInbox } from './id-inbox.ts';
import { idKestrinBruvio } from './id-kestrin-bruvio.ts';
import { idSenja } from './id-senja.ts';
import { sampleBrands } from './sample-brands.ts';
import type { SampleBrandKey, SamplePost, SampleThemeKey } from './sample-post.ts';

export interface SampleClip {
  draft: Draft;
  clippedAt: Date;
  /** Whom it is about: named in it, judged by it, or said by hand. */
  brands: SampleBrandKey[];
  judgements: { brand: SampleBrandKey; quadrant: Quadrant; theme: SampleThemeKey; quote: string; weight: Tag['weight'] }[];
  sentiments: Partial<Record<SampleBrandKey, Sentiment>>;
}

const byLanguage: Record<'en' | 'fr' | 'id', SamplePost[]> = {
  en: [
    ...enArvellePraise,
    ...enArvellePraiseLately,
    ...enArvelleDelivery,
    ...enArvelleTrouble,
    ...enKestrin,
    ...enKestrinLately,
    ...enBruvioSenja,
    ...enSector,
    ...enInbox,
  ],
  fr: [...frArvellePraise, ...frArvelleTrouble, ...frKestrin, ...frBruvioSenja, ...frSector, ...frInbox],
  id: [...idArvellePraise, ...idArvelleTrouble, ...idSenja, ...idKestrinBruvio, ...idInbox],
};

/** Every post with its language, as it was written down. */
export const samplePosts: readonly (SamplePost & { lang: string })[] = Object.entries(byLanguage).flatMap(([lang, posts]) =>
  posts.map((post) => ({ ...post, lang })),
);

const minute = 60_000;
const day = 24 * 60 * minute;

/** That time of that day, on this machine's clock. A time of today is squeezed into the part of it that has passed, so that nothing lies ahead. */
function momentOf([daysAgo, time]: SamplePost['at'], now: Date): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
  if (daysAgo === 0) return new Date(midnight.getTime() + (now.getTime() - midnight.getTime()) * ((hours * 60 + minutes) / 1440));
  return new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate(), hours, minutes);
}

/** LinkedIn and YouTube tell an age, not a time; what was told in person has only the time at which it was written down. */
function publishedOf(post: SamplePost, published: Date, clipped: Date): PublishedAt | null {
  if (post.kind === 'manual') return null;
  const instant = published.toISOString();
  if (post.on !== 'linkedin' && post.on !== 'youtube') return { instant, raw: instant, precision: 'second', source: 'attribute' };
  const days = Math.floor((clipped.getTime() - published.getTime()) / day);
  return days === 0
    ? { instant, raw: `${Math.max(1, Math.round((clipped.getTime() - published.getTime()) / (60 * minute)))}h`, precision: 'hour', source: 'label' }
    : { instant, raw: `${days}d`, precision: 'day', source: 'label' };
}

/** Staff meet a post some minutes to some three days after it appeared, and never after now. The spread is fixed, and looks like none. */
function lagOf(index: number, most: number): number {
  const lag = (4 + ((index * 997) % 4_300)) * minute;
  return lag < most ? lag : Math.floor(most * (((index * 37) % 89) / 100));
}

const unknown: Metrics = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };

function clipOf(post: SamplePost & { lang: string }, index: number, now: Date): SampleClip {
  const { on, by, kind = 'post', title, text, lang, judged = [], about = [], felt = {} } = post;
  const published = momentOf(post.at, now);
  const clippedAt = new Date(published.getTime() + lagOf(index, now.getTime() - published.getTime()));
  const key = `sample-${index + 1}`;
  const draft: Draft = {
    kind,
    platform: on,
    // ".example" can never be somebody's site.
    url: kind === 'manual' ? null : `https://${on}.example/${key}`,
    nativeId: key,
    author: { name: by[0], handle: by[1] },
    ...(title ? { title } : {}),
    text,
    truncated: false,
    lang,
    publishedAt: publishedOf(post, published, clippedAt),
    metrics: { ...unknown, ...post.metrics },
    rounded: [],
    media: [],
    promoted: false,
  };
  const named = brandsIn(
    draft,
    sampleBrands.map((brand) => ({ ...brand, id: brand.key })),
  ) as SampleBrandKey[];
  return {
    draft,
    clippedAt,
    brands: [...new Set([...named, ...about, ...judged.map(([brand]) => brand)])],
    judgements: judged.map(([brand, letter, theme, quote = '', weight = 1]) => ({
      brand,
      quadrant: quadrantOf(letter)!,
      theme,
      quote,
      weight,
    })),
    sentiments: felt,
  };
}

/** All clips of the sample workspace, as seen at `now`. */
export const sampleClips = (now: Date): SampleClip[] => samplePosts.map((post, index) => clipOf(post, index, now));
