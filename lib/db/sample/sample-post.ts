import type { Kind, Metrics } from '../../core/draft.ts';
import type { letters } from '../../core/quadrant.ts';
import type { Sentiment, Tag } from '../../core/records.ts';

export type SampleBrandKey = 'arvelle' | 'kestrin' | 'bruvio' | 'senja';
export type SampleThemeKey =
  | 'delivery'
  | 'taste'
  | 'price'
  | 'support'
  | 'repair'
  | 'app'
  | 'design'
  | 'rental'
  | 'noise'
  | 'sustainability'
  | 'cleaning'
  | 'safety';
type Letter = (typeof letters)[keyof typeof letters];

/** A post as written down in this folder: only what cannot be worked out. Language and brands named are added by sample-clips.ts. */
export interface SamplePost {
  on: 'x' | 'linkedin' | 'reddit' | 'youtube' | 'bluesky' | 'mastodon' | 'generic';
  /** A post unless said. */
  kind?: Kind;
  by: [name: string, handle: string | null];
  /** Days before the day the sample is loaded, and the time of that day. */
  at: [daysAgo: number, time: string];
  title?: string;
  text: string;
  /** A number that is not here is unknown. */
  metrics?: Partial<Metrics>;
  /** Brands it is about that its words do not name. */
  about?: SampleBrandKey[];
  /** Without it, the clip waits in the inbox. The quote is the exact words of the text; the weight is 1 unless said. */
  judged?: [brand: SampleBrandKey, quadrant: Letter, theme: SampleThemeKey, quote?: string, weight?: Tag['weight']][];
  felt?: Partial<Record<SampleBrandKey, Sentiment>>;
}
