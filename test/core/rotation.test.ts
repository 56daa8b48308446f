import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backUpEvery, backupName, isBackup, isLongAgo, isUnfinished, superseded, unfinishedName } from '../../lib/core/rotation.ts';

const hour = 3_600_000;
const named = (ms: number) => backupName('main', new Date(ms), 'zip');
const start = Date.parse('2026-05-21T10:00:00.000Z');

test('a name holds the workspace and the moment, and nothing that a file’s name may not', () => {
  expect(named(start)).toBe('listening-post_main_2026-05-21_10-00-00.zip');
});

test('after a year of daily backups there are those of 7 days and 4 weeks before this one, the newest among them', () => {
  const names: string[] = [];
  for (let day = 0; day < 365; day += 1) {
    names.push(named(start + day * 24 * hour));
    for (const old of superseded(names, 'main')) names.splice(names.indexOf(old), 1);
  }
  expect(names.length).toBeGreaterThanOrEqual(9);
  expect(names.length).toBeLessThanOrEqual(11);
  expect(names.slice(-7)).toEqual(Array.from({ length: 7 }, (_, back) => named(start + (364 - 6 + back) * 24 * hour)));
  const ages = names.map((name) => Math.round((start + 364 * 24 * hour - Date.parse(name.slice(20, 30))) / (24 * hour)));
  expect(Math.max(...ages)).toBeGreaterThanOrEqual(21);
});

test('the newest is never removed, and nothing that is not a backup of this workspace', () => {
  const other = fc.constantFrom(
    'holiday.json',
    'listening-post_other_2026-05-21_10-00-00.json',
    'listening-post_main.json',
    '../x',
    unfinishedName('a'),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1 }), fc.array(other), (hours, others) => {
      const names = [...new Set(hours)].map((at) => named(start + at * hour));
      const gone = superseded([...names, ...others], 'main');
      expect(gone).not.toContain(named(start + Math.max(...hours) * hour));
      for (const name of others) expect(gone).not.toContain(name);
      expect(
        superseded(
          names.filter((name) => !gone.includes(name)),
          'main',
        ),
      ).toEqual([]);
    }),
  );
});

test('those of before, which are JSON, count with those of today', () => {
  const json = (ms: number) => backupName('main', new Date(ms), 'json');
  expect(superseded([json(start), named(start + hour), json(start + 2 * hour)], 'main')).toEqual([named(start + hour), json(start)]);
});

test('what was left unfinished is known, and is no backup', () => {
  const left = unfinishedName(named(start));
  expect([isUnfinished(left, 'main'), isBackup(left, 'main'), superseded([left, named(start)], 'main')]).toEqual([true, false, []]);
  for (const name of [unfinishedName('a'), named(start), unfinishedName(backupName('other', new Date(start), 'zip'))])
    expect(isUnfinished(name, 'main'), name).toBe(false);
});

test('a backup is due after a day, and where the clock was set back before the last one', () => {
  const at = (ms: number) => new Date(start + ms).toISOString();
  expect(isLongAgo(at(0), backUpEvery, new Date(start + 23 * hour))).toBe(false);
  expect(isLongAgo(at(0), backUpEvery, new Date(start + 24 * hour))).toBe(true);
  expect(isLongAgo(at(48 * hour), backUpEvery, new Date(start))).toBe(true);
  expect(isLongAgo('never', backUpEvery, new Date(start))).toBe(true);
});
