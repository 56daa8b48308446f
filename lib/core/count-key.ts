/** What cells count by, as their keys say it. Apart from what fills them, for every surface reads counts and few write them. */
import type { Quadrant } from './quadrant.ts';

/** All clips of the brand, or all of the quadrant, whatever the theme: kept as cells of their own, since n counts distinct clips and themes overlap. */
export const any = '*';

export interface CountKey {
  platform: string;
  quadrant: Quadrant | typeof any;
  theme: string;
  sentiment: string;
  /** `quadrant|theme`. */
  level: string;
}

export const parseCountKey = (key: string): CountKey => {
  const [platform, quadrant, theme, sentiment] = key.split('|') as [string, Quadrant, string, string];
  return { platform, quadrant, theme, sentiment, level: `${quadrant}|${theme}` };
};
