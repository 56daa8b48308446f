/** Names of automatic backups, and which of them are kept. */

const prefix = 'listening-post';
/** Of a file that is being written: never taken for a backup. */
const unfinished = '.part';
const shape = /^listening-post_([a-z0-9-]{1,60})_(\d{4}-\d{2}-\d{2})_(\d{2})-(\d{2})-(\d{2})\.([a-z0-9]{1,10})$/;

/** File name of a workspace's backup made at a moment (UTC), such as `listening-post_main_2026-05-21_10-00-00.zip`; no word of a person's is in it. */
export function backupName(workspace: string, at: Date, extension: string): string {
  const [date, time] = at.toISOString().slice(0, 19).split('T') as [string, string];
  return `${prefix}_${workspace}_${date}_${time.replaceAll(':', '-')}.${extension}`;
}

export const unfinishedName = (name: string): string => name + unfinished;

/** When a file was made, in milliseconds since 1970, if it is a backup of this workspace; null of any other file. */
function madeAt(name: string, workspace: string): number | null {
  const [, of, date, hour, minute, second] = shape.exec(name) ?? [];
  if (of !== workspace) return null;
  const at = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** Whether a file bears the name of a backup of this workspace, of today's kind or of before. */
export const isBackup = (name: string, workspace: string): boolean => madeAt(name, workspace) !== null;

/** Whether a file was left by a backup of this workspace that was broken off before it was named. */
export const isUnfinished = (name: string, workspace: string): boolean =>
  name.endsWith(unfinished) && isBackup(name.slice(0, -unfinished.length), workspace);

const day = 86_400_000;
/** Of a deletion or a broken disk one hears within days; of a mistake in the data often only after weeks. So a week of days, and a month of weeks. */
const kept = [
  { span: day, count: 7 },
  // This one, and the four before it.
  { span: 7 * day, count: 5 },
] as const;

/**
 * Which files of a folder are no longer needed: of each of the newest 7 days and the newest 5 weeks that have backups, the newest is kept. Only what bears the name of a backup of this workspace is ever named.
 */
export function superseded(names: readonly string[], workspace: string): string[] {
  const backups = names.flatMap((name) => {
    const at = madeAt(name, workspace);
    return at === null ? [] : { name, at };
  });
  backups.sort((a, b) => b.at - a.at);
  const keep = new Set<string>();
  for (const { span, count } of kept) {
    const periods = new Set<number>();
    for (const { name, at } of backups) {
      const period = Math.floor(at / span);
      if (periods.has(period) || periods.size === count) continue;
      periods.add(period);
      keep.add(name);
    }
  }
  return backups.filter(({ name }) => !keep.has(name)).map(({ name }) => name);
}

/** Automatic backups are so far apart at least, and are missed after so long; in milliseconds. */
export const backUpEvery = day;
export const oldAfter = 14 * day;

/** Whether so much time has gone by since an instant (ISO 8601), or it lies ahead, as it does after a clock was set back. */
export const isLongAgo = (instant: string, span: number, now: Date): boolean => {
  const since = now.getTime() - Date.parse(instant);
  return !(since >= 0 && since < span);
};
