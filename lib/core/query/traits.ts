/** What a clip has and is, as the language names it. */

import { weekdayOf, weekdays } from '../day.ts';
import { engagementOf } from '../posts.ts';
import type { Clip } from '../records.ts';
import { priorityName } from '../work.ts';
import { none, type QueryContext } from './context.ts';
import type { hasValues, isValues, NumberKey } from './keys.ts';
import { isPerson } from './looks.ts';

/**
 * Engagement rate by views, in percent: (likes + comments + shares) ÷ views × 100 (METRICS 5, "by impression"). Views are the only
 * denominator that a post itself shows; followers belong to a profile, and their number at the time of the post is not known. null where
 * views or likes are unknown, or nobody has seen it.
 */
function engagementRate(clip: Pick<Clip, 'metrics'>): number | null {
  const engagement = engagementOf(clip);
  const { views } = clip.metrics;
  return engagement === null || !views ? null : (100 * engagement) / views;
}

export function numberOf(clip: Clip, key: NumberKey): number | null {
  if (key === 'hour') return clip.hour ?? null;
  return key === 'er' ? engagementRate(clip) : clip.metrics[key];
}

/** On which day of the week a clip was published; null where that is not known to the day. */
export const isOn = ({ day, dayFrom }: Pick<Clip, 'day' | 'dayFrom'>, wanted: string): boolean | null =>
  dayFrom === 'published' ? weekdays[weekdayOf(day)] === wanted : null;

export const has: Record<(typeof hasValues)[number], (clip: Clip, context: QueryContext) => boolean | null> = {
  media: ({ media }) => media.some(({ kind }) => kind !== 'link'),
  picture: (clip, { pictured }) => pictured?.(clip) ?? null,
  quote: ({ quotes }) => quotes !== undefined,
  link: ({ media, text }) => media.some(({ kind }) => kind === 'link') || /\bhttps?:\/\//i.test(text),
  reason: ({ tags }) => tags.some(({ quote }) => quote !== ''),
  number: ({ metrics }) => Object.values(metrics).some((value) => value !== null),
};

export const is: Record<(typeof isValues)[number], (clip: Clip) => boolean> = {
  untagged: ({ tags }) => tags.length === 0,
  inbox: ({ inbox }) => inbox === 1,
  reviewed: ({ state }) => state === 'reviewed',
  actioned: ({ state }) => state === 'actioned',
  archived: ({ state }) => state === 'archived',
  edited: ({ edited }) => edited === true,
  manual: ({ origin }) => origin === 'manual',
  promoted: ({ promoted }) => promoted,
};

/** Whether a clip's priority is this one; `none`: nobody said. */
export const hasPriority = ({ priority }: Pick<Clip, 'priority'>, wanted: string): boolean =>
  priority ? priorityName(priority) === wanted : wanted === none;

/** Whether this person sees to a clip: the whole name, or a word of it; `none`: nobody does. */
export const owns = ({ owner }: Pick<Clip, 'owner'>, wanted: string): boolean =>
  owner === undefined ? wanted.toLowerCase() === none : isPerson(owner, wanted);

/** Whether a clip's language (BCP 47) is this one, or one kind of it. */
export function speaks({ lang }: Pick<Clip, 'lang'>, wanted: string): boolean {
  const said = lang?.toLowerCase();
  return said === wanted || Boolean(said?.startsWith(`${wanted}-`));
}
