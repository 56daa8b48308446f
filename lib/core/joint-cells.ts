/**
 * Clips that a brand's cells by theme hold several times, being judged on several levels (`quadrant|theme`): on which, by network and day. What
 * several levels, or several themes, have in common is told from these, without a look at any clip. Most clips are judged once, and are in none.
 */
import { packed, unpacked } from './packed.ts';
import type { JointCell } from './records.ts';
import { sourceKey } from './statements.ts';
import type { Heard, Span, Tally } from './tally.ts';
import { daysOfWeek, placesWithin, type Seven } from './week.ts';

const separator = '\n';

/** Network and levels of a clip in a word; null where it is on fewer than two. */
export const jointOf = (platform: string, levels: readonly string[]): string | null =>
  levels.length > 1 ? [platform, ...[...levels].sort()].join(separator) : null;

/** With each level written once: words of many levels would be longer than the row that browsers keep in one piece. */
export function packedJoint(joint: ReadonlyMap<string, Seven>): Pick<JointCell, 'levels' | 'keys' | 'counts'> {
  const levels = [...new Set([...joint.keys()].flatMap((key) => key.split(separator).slice(1)))].sort();
  const places = new Map(levels.map((level, place) => [level, place.toString(36)]));
  const short = [...joint].map(([key, seven]): [string, Seven] => {
    const [platform, ...on] = key.split(separator);
    return [`${platform}|${on.map((level) => places.get(level)).join()}`, seven];
  });
  return { levels, ...packed(new Map(short)) };
}

function parsed(key: string, levels: readonly string[]): { platform: string; on: string[] } {
  const bar = key.lastIndexOf('|');
  const places = key.slice(bar + 1).split(',');
  return { platform: key.slice(0, bar), on: places.map((place) => levels[Number.parseInt(place, 36)]!) };
}

export const unpackedJoint = ({ levels, keys, counts }: Pick<JointCell, 'levels' | 'keys' | 'counts'>): Map<string, Seven> =>
  new Map(
    [...unpacked(keys, counts)].map(([key, seven]) => {
      const { platform, on } = parsed(key, levels);
      return [[platform, ...on].join(separator), seven];
    }),
  );

/** So many clips of a network are judged on just these levels, on some days YYYY-MM-DD. */
export interface Joint {
  platform: string;
  on: readonly string[];
  clips: number;
  days: ReadonlyMap<string, number>;
}

/** What cells hold within a span, on some networks only where `platforms` names them. */
export function jointsIn(cells: readonly JointCell[], { from, to }: Span, platforms?: ReadonlySet<string>): Joint[] {
  const joints: Joint[] = [];
  for (const { day: week, levels, keys, counts } of cells) {
    const [first, last] = placesWithin(week, from, to);
    const names = daysOfWeek(week);
    for (const [index, key] of keys.entries()) {
      const days = new Map<string, number>();
      let clips = 0;
      for (let place = first; place <= last; place++) {
        const count = counts[7 * index + place]!;
        if (count > 0) days.set(names[place]!, count);
        clips += count;
      }
      if (clips === 0) continue;
      const { platform, on } = parsed(key, levels);
      if (!platforms || platforms.has(platform)) joints.push({ platform, on, clips, days });
    }
  }
  return joints;
}

const add = (map: Map<string, number>, key: string, by: number) => {
  const sum = (map.get(key) ?? 0) + by;
  if (sum === 0) map.delete(key);
  else map.set(key, sum);
};

/** The distinct clips on any of several levels: those of each, less what is on more than one of them. */
export function heardOnAny({ themes }: Pick<Tally, 'themes'>, levels: ReadonlySet<string>, joints: readonly Joint[]): Heard {
  const platforms = new Map<string, number>();
  const days = new Map<string, number>();
  let clips = 0;
  for (const theme of themes) {
    if (!levels.has(sourceKey(theme))) continue;
    clips += theme.clips;
    for (const [platform, count] of theme.platforms) add(platforms, platform, count);
    for (const [day, count] of theme.days) add(days, day, count);
  }
  for (const joint of joints) {
    const more = joint.on.filter((level) => levels.has(level)).length - 1;
    if (more < 1) continue;
    clips -= more * joint.clips;
    add(platforms, joint.platform, -more * joint.clips);
    for (const [day, count] of joint.days) add(days, day, -more * count);
  }
  return { clips, platforms, days };
}
