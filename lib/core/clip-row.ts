/** A clip as surfaces read it, computed from the records that are its truth. */
import { nativeKey, wordsKey } from './clip-id.ts';
import { clipDay, hourOf } from './day.ts';
import { type Draft, type MetricName, metricNames } from './draft.ts';
import { isEdited } from './edited.ts';
import { facetsOf } from './facets.ts';
import { fold } from './fold.ts';
import { elements, isTrashed, type Mergeable, value } from './mergeable.ts';
import type { Capture, Clip, Sentiment, Snapshot, State, Tag } from './records.ts';
import { isOwner, isPriority, ownerField, priorityField } from './work.ts';

export interface ClipParts {
  /** The ids joined into this clip: its own, and those found out to be the same post. */
  ids: string[];
  records: Mergeable[];
  captures: Capture[];
  snapshots: Snapshot[];
  tags: Tag[];
}

const newestFirst = (a: { at: string; id: string }, b: { at: string; id: string }) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1);

const sentimentField = 'sentiment:';
export const sentimentOf = (brand: string): string => sentimentField + brand;

/** Field of a clip's record: when its site said that it is gone. */
export const goneField = 'goneAt';

/** Field of a clip's record: its people were replaced by pseudonyms. */
export const anonymousField = 'anonymous';

/** One equal judgement counts once: the first of those that agree on brand, quadrant and theme, or the first of them that names a factor. */
function distinct(tags: Tag[]): Tag[] {
  const seen = new Map<string, Tag>();
  for (const tag of tags) {
    const key = `${tag.brand}|${tag.quadrant}|${tag.theme}`;
    const first = seen.get(key);
    if (!first || (!first.factor && tag.factor)) seen.set(key, tag);
  }
  return [...seen.values()];
}

/** Each number as it was last shown: a feed shows fewer of them than the post's own page. */
function numbersOf(newest: readonly Snapshot[], draft: Draft): Pick<Draft, 'metrics' | 'rounded'> {
  if (newest.length === 0) return { metrics: draft.metrics, rounded: draft.rounded };
  const metrics = { ...newest[0]!.metrics };
  const rounded: MetricName[] = [];
  for (const name of metricNames) {
    const knows = newest.find((snapshot) => snapshot.metrics[name] !== null);
    metrics[name] = knows?.metrics[name] ?? null;
    if (knows?.rounded.includes(name)) rounded.push(name);
  }
  return { metrics, rounded };
}

/** Where the clips of a theme count (core/themes.ts). */
export type MergedInto = (theme: string) => string;

/** The judgement as it counts: on the theme that its own was merged into. */
const standingTag = (tag: Tag, mergedInto: MergedInto): Tag => {
  const theme = tag.theme && mergedInto(tag.theme);
  return theme === tag.theme ? tag : { ...tag, theme };
};

/** The row, or null where every record of it is trashed or nothing was captured. */
export function clipRow({ ids, records, captures, snapshots, tags }: ClipParts, timeZone: string, mergedInto: MergedInto): Clip | null {
  const alive = records.filter((record) => !isTrashed(record));
  if (alive.length === 0 || captures.length === 0) return null;
  const read = [...captures].sort(newestFirst);
  const { draft } = read[0]!;
  const first = read.at(-1)!;
  const thread = read.find((capture) => capture.draft.thread)?.draft.thread;
  const seen = [...snapshots].sort(newestFirst);
  const retracted = new Set(alive.flatMap((record) => elements(record, 'retracted')));
  const judged = tags.filter(({ id }) => !retracted.has(id)).sort((a, b) => -newestFirst(a, b));
  const liveTags = distinct(judged.map((tag) => standingTag(tag, mergedInto)));
  const brands = [...new Set([...alive.flatMap((record) => elements(record, 'brands')), ...liveTags.map(({ brand }) => brand)])].sort();
  const sentiments: Record<string, Sentiment> = {};
  for (const record of alive)
    for (const field of Object.keys(record.f))
      if (field.startsWith(sentimentField)) sentiments[field.slice(sentimentField.length)] = value(record, field) as Sentiment;
  const state = (alive.map((record) => value(record, 'state')).find((set) => set !== undefined) ?? 'inbox') as State;
  const keys = [...new Set([...ids, ...read.flatMap(({ draft: one }) => [nativeKey(one), wordsKey(one)])])].filter((key) => key !== null).sort();
  const goneAt = alive.map((record) => value(record, goneField)).find((set) => typeof set === 'string');
  const priority = alive.map((record) => value(record, priorityField)).find(isPriority);
  const owner = alive.map((record) => value(record, ownerField)).find(isOwner);
  const { day, dayFrom } = clipDay(draft.publishedAt, first.at, timeZone);
  const hour = hourOf(draft.publishedAt, timeZone);
  return {
    ...draft,
    // What a later page did not show, an earlier one may have.
    url: draft.url ?? read.find((capture) => capture.draft.url)?.draft.url ?? null,
    ...(thread && { thread }),
    nativeId: draft.nativeId ?? read.find((capture) => capture.draft.nativeId)?.draft.nativeId ?? null,
    ...numbersOf(seen, draft),
    id: ids[0]!,
    v: 1,
    keys,
    authorKey: `${draft.platform}:${fold(draft.author.handle ?? draft.author.name ?? '')}`,
    clippedAt: first.at,
    seenAt: seen[0]?.at ?? read[0]!.at,
    ...(goneAt && { goneAt }),
    ...(alive.some((record) => value(record, anonymousField) === true) && { anonymous: 1 as const }),
    origin: first.origin,
    day,
    dayFrom,
    ...(hour !== undefined && { hour }),
    state,
    ...(priority && { priority }),
    ...(owner && { owner }),
    ...(isEdited(read.map((capture) => capture.draft)) && { edited: true as const }),
    brands,
    sentiments,
    tags: liveTags,
    inbox: liveTags.length === 0 && state === 'inbox' ? 1 : 0,
    facets: facetsOf({ brands, tags: liveTags, day }),
  };
}
