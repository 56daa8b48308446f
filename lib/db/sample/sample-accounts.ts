/** The invented brands' accounts, as if somebody had passed by their pages in the 90 days before the sample is loaded. */
import type { ProfileDraft } from '../../core/profile.ts';
import type { SampleBrandKey } from './sample-post.ts';

interface SampleAccount {
  brand: SampleBrandKey;
  on: string;
  handle: string;
  name: string;
  /** The page shows its followers shortened. */
  rounded?: true;
  /** Days before now, and followers then; oldest first. */
  seen: [daysAgo: number, followers: number][];
}

const accounts: SampleAccount[] = [
  {
    brand: 'arvelle',
    on: 'instagram',
    handle: 'arvelle',
    name: 'Arvelle',
    seen: [
      [86, 17_840],
      [61, 18_204],
      [44, 18_377],
      [27, 18_902],
      [13, 19_145],
      [2, 19_411],
    ],
  },
  {
    brand: 'arvelle',
    on: 'linkedin',
    handle: 'arvelle-coffee',
    name: 'Arvelle',
    seen: [
      [71, 4_018],
      [25, 4_090],
      [4, 4_127],
    ],
  },
  {
    brand: 'kestrin',
    on: 'instagram',
    handle: 'kestrin',
    name: 'Kestrin',
    seen: [
      [80, 52_310],
      [50, 52_122],
      [29, 51_870],
      [8, 51_236],
    ],
  },
  {
    brand: 'kestrin',
    on: 'youtube',
    handle: 'kestrincoffee',
    name: 'Kestrin Coffee',
    rounded: true,
    seen: [
      [64, 31_400],
      [19, 31_400],
    ],
  },
  {
    brand: 'bruvio',
    on: 'tiktok',
    handle: 'bruvio',
    name: 'Bruvio',
    rounded: true,
    seen: [
      [55, 8_900],
      [22, 11_200],
      [1, 12_600],
    ],
  },
  { brand: 'senja', on: 'x', handle: 'senjakopi', name: 'Senja', seen: [[9, 6_733]] },
];

interface SampleProfile {
  brand: SampleBrandKey;
  /** The account at each moment it was seen, oldest first. */
  seen: { at: Date; profile: ProfileDraft }[];
}

const hour = 3_600_000;

export const sampleProfiles = (now: Date): SampleProfile[] =>
  accounts.map(({ brand, on, handle, name, rounded, seen }) => ({
    brand,
    seen: seen.map(([daysAgo, followers]) => ({
      at: new Date(now.getTime() - daysAgo * 24 * hour),
      profile: {
        platform: on,
        handle,
        name,
        // ".example" can never be somebody's site.
        url: `https://${on}.example/${handle}`,
        sizes: { followers, following: null, posts: null },
        rounded: rounded ? ['followers'] : [],
      },
    })),
  }));
