import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Precision } from '../../lib/core/draft.ts';
import { activityTime, readDate, snowflakeTime } from '../../lib/platforms/shared/dates.ts';

/** A Friday, 10 in the morning, wherever the test runs. */
const now = new Date(2026, 2, 20, 10, 0, 0);

/** "2026-03-18 14:02" as the machine's own time. */
const local = (stamp: string): string => new Date(stamp.replace(' ', 'T')).toISOString();

describe.each<[Precision, [label: string, stamp: string][]]>([
  [
    'minute',
    [
      ['just now', '2026-03-20 10:00'],
      ['à l’instant', '2026-03-20 10:00'],
      ['baru saja', '2026-03-20 10:00'],
      ['3m', '2026-03-20 09:57'],
      ['12 min', '2026-03-20 09:48'],
      ['il y a 3 min', '2026-03-20 09:57'],
      ['3 menit lalu', '2026-03-20 09:57'],
      ['il y a quelques secondes', '2026-03-20 10:00'],
      ['beberapa detik yang lalu', '2026-03-20 10:00'],
      ['Hari ini pukul 09.15', '2026-03-20 09:15'],
      ['12 févr. à 14:02', '2026-02-12 14:02'],
      ['3 Agustus pukul 12.05', '2025-08-03 12:05'],
      ['yesterday at 2:02 PM', '2026-03-19 14:02'],
      ['hier à 14:02', '2026-03-19 14:02'],
      ['hier à 14 h 02', '2026-03-19 14:02'],
      ['kemarin pukul 14.02', '2026-03-19 14:02'],
      ['aujourd’hui à 9:15', '2026-03-20 09:15'],
      ['Monday at 3:30 PM', '2026-03-16 15:30'],
      ['1:03 PM · Jan 26, 2026', '2026-01-26 13:03'],
      ['12:03 AM · Jan 26, 2026', '2026-01-26 00:03'],
      ['January 26, 2026 at 3:30 PM', '2026-01-26 15:30'],
      ['26 janvier 2026 à 15:30', '2026-01-26 15:30'],
      ['26 Jan 2026 pukul 15.30', '2026-01-26 15:30'],
      ['30 May at 11:02', '2025-05-30 11:02'],
      ['下午3:30 · 2026年1月26日', '2026-01-26 15:30'],
      ['22 авг в 13:45', '2025-08-22 13:45'],
    ],
  ],
  [
    'hour',
    [
      ['2h', '2026-03-20 08:00'],
      ['8h • Edited •', '2026-03-20 02:00'],
      ['3 hr. ago', '2026-03-20 07:00'],
      ['an hour ago', '2026-03-20 09:00'],
      ['il y a 3 h', '2026-03-20 07:00'],
      ['il y a une heure', '2026-03-20 09:00'],
      ['3 jam', '2026-03-20 07:00'],
      ['sejam lalu', '2026-03-20 09:00'],
      ['hace 5 h', '2026-03-20 05:00'],
      ['vor 5 Std.', '2026-03-20 05:00'],
      ['5 Std.', '2026-03-20 05:00'],
      ['5時間前', '2026-03-20 05:00'],
    ],
  ],
  [
    'day',
    [
      ['5d •', '2026-03-15 10:00'],
      ['Edited · 5d', '2026-03-15 10:00'],
      ['3d Edited', '2026-03-17 10:00'],
      ['5 j', '2026-03-15 10:00'],
      ['3 hari lalu', '2026-03-17 10:00'],
      ['3 h lalu', '2026-03-17 10:00'],
      ['hace 3 días', '2026-03-17 10:00'],
      ['قبل ٣ أيام', '2026-03-17 10:00'],
      ['yesterday', '2026-03-19 12:00'],
      ['hier', '2026-03-19 12:00'],
      ['kemarin', '2026-03-19 12:00'],
      ['avant-hier', '2026-03-18 12:00'],
      ['kemarin dulu', '2026-03-18 12:00'],
      ['Modifié · 3 j', '2026-03-17 10:00'],
      ['lundi', '2026-03-16 12:00'],
      ['Friday', '2026-03-13 12:00'],
      ['2026-02-03', '2026-02-03 12:00'],
      ['Dec 16, 2025', '2025-12-16 12:00'],
      ['Premiered Dec 1, 2025', '2025-12-01 12:00'],
      ['12 févr.', '2026-02-12 12:00'],
      ['1er février 2026', '2026-02-01 12:00'],
      ['25 Des 2025', '2025-12-25 12:00'],
      ['17 Agt', '2025-08-17 12:00'],
      ['Mar 20', '2026-03-20 12:00'],
      ['Mar 21', '2025-03-21 12:00'],
      ['29 Feb', '2024-02-29 12:00'],
      ['16. Dezember 2025', '2025-12-16 12:00'],
      ['16 de diciembre de 2025', '2025-12-16 12:00'],
      ['2026年2月13日', '2026-02-13 12:00'],
      ['10月28日', '2025-10-28 12:00'],
      ['2026년 2월 13일', '2026-02-13 12:00'],
      ['26 thg 1, 2026', '2026-01-26 12:00'],
      ['13.02.2026', '2026-02-13 12:00'],
      ['23/02/2026', '2026-02-23 12:00'],
      ['02/23/2026', '2026-02-23 12:00'],
      ['Reviewed in Italy on 16 July 2022', '2022-07-16 12:00'],
    ],
  ],
  [
    'week',
    [
      ['3 w', '2026-02-27 10:00'],
      ['a week ago', '2026-03-13 10:00'],
      ['3 sem.', '2026-02-27 10:00'],
      ['2 minggu lalu', '2026-03-06 10:00'],
      ['last week', '2026-03-13 10:00'],
      ['la semaine dernière', '2026-03-13 10:00'],
      ['minggu lalu', '2026-03-13 10:00'],
      ['3 settimane fa', '2026-02-27 10:00'],
    ],
  ],
  [
    'month',
    [
      ['1mo', '2026-02-20 10:00'],
      ['1 month ago (edited)', '2026-02-20 10:00'],
      ['il y a 2 mois', '2026-01-20 10:00'],
      ['sebulan lalu', '2026-02-20 10:00'],
      ['il y a 2 m.', '2026-01-20 10:00'],
      ['bulan lalu', '2026-02-20 10:00'],
      ['January 2026', '2026-01-01 12:00'],
    ],
  ],
  [
    'year',
    [
      ['8y', '2018-03-20 10:00'],
      ['2 yr. ago', '2024-03-20 10:00'],
      ['il y a un an', '2025-03-20 10:00'],
      ['2 tahun lalu', '2024-03-20 10:00'],
      ['il y a 2 a', '2024-03-20 10:00'],
      ['l’année dernière', '2025-03-20 10:00'],
      ['2019', '2019-01-01 12:00'],
    ],
  ],
])('known to the %s', (precision, labels) => {
  test.each(labels)('%s', (label, stamp) => {
    expect(readDate(label, now)).toEqual({ instant: local(stamp), precision });
  });
});

describe('written for machines', () => {
  test.each([
    ['2026-02-03T10:11:12.345Z', '2026-02-03T10:11:12.345Z', 'second'],
    ['2026-02-03T10:11:12.345678+02:00', '2026-02-03T08:11:12.345Z', 'second'],
    ['2014-02-06 20:37:20Z', '2014-02-06T20:37:20.000Z', 'second'],
    ['2026-02-03T10:11+0000', '2026-02-03T10:11:00.000Z', 'minute'],
    ['1706901779', '2024-02-02T19:22:59.000Z', 'second'],
    ['1706901779123', '2024-02-02T19:22:59.123Z', 'second'],
    ['Tue, 03 Mar 2026 11:12:13 GMT', '2026-03-03T11:12:13.000Z', 'second'],
  ])('%s', (label, instant, precision) => {
    expect(readDate(label, now)).toEqual({ instant, precision });
  });

  test('ids that hold their moment', () => {
    expect(snowflakeTime('1862053974216459993')?.instant).toBe('2024-11-28T08:40:37.400Z');
    expect(activityTime('7202164482180091907')?.instant).toBe('2024-05-31T04:30:22.297Z');
    expect(snowflakeTime('12')).toBeNull();
    expect(activityTime('x')).toBeNull();
  });
});

test.each([
  '',
  'Edited',
  'Promoted',
  'Follow',
  '3 min read',
  '10 years of experience',
  'May',
  '5',
  '03/04/2026',
  '31 Feb 2026',
  '25:99',
  '1.2K views',
  'Ann Lee • 3rd+',
  // Before the calendar: an instant is written with four figures for its year.
  '6000 years ago',
])('%s is no date', (label) => {
  expect(readDate(label, now)).toBeNull();
});

test('in the language of the page, words suffice', () => {
  expect(readDate('gestern', now, 'de')).toEqual({ instant: local('2026-03-19 12:00'), precision: 'day' });
  expect(readDate('vor 3 Wochen', now, 'de-AT')?.precision).toBe('week');
  expect(readDate('Jetzt', now, 'de')).toEqual({ instant: now.toISOString(), precision: 'minute' });
  expect(readDate('şimdi', now, 'tr')?.precision).toBe('minute');
  expect(readDate('hace 3 días', now, 'de')).toBeNull();
  expect(readDate('5d', now, 'not a language')?.precision).toBe('day');
});

// UI languages in which figures are Western or read as such, and whose calendar is the Gregorian.
const locales = 'en en-GB fr id es pt de it nl pl tr ru uk sv da nb fi cs hu ro el vi hi bn ja ko zh-Hans zh-Hant'.split(' ');

describe.each(locales)('in %s', (locale) => {
  const aDay = fc.date({ min: new Date(2015, 0, 1), max: new Date(2026, 2, 19), noInvalidDate: true });

  test('a day is read back', () => {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
    fc.assert(
      fc.property(aDay, (date) => {
        const noon = new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).toISOString();
        expect(readDate(format.format(date), now)).toEqual({ instant: noon, precision: 'day' });
      }),
    );
  });

  test('a span is read back', () => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 23 }), fc.constantFrom('hour', 'day', 'week', 'month', 'year'), (count, unit) => {
        const then = new Date(now);
        if (unit === 'year') then.setFullYear(then.getFullYear() - count);
        else if (unit === 'month') then.setMonth(then.getMonth() - count);
        else if (unit === 'hour') then.setTime(then.getTime() - count * 36e5);
        else then.setDate(then.getDate() - count * (unit === 'week' ? 7 : 1));
        expect(readDate(format.format(-count, unit), now)).toEqual({ instant: then.toISOString(), precision: unit });
      }),
    );
  });
});

// In the languages of most of our people's pages, in every length; "-2 m." is a month in French.
describe.each('en fr id de es pt'.split(' '))('in %s, on a page that says so', (locale) => {
  const units = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
  const back = (count: number, unit: (typeof units)[number]): string => {
    const then = new Date(now);
    if (unit === 'year') then.setFullYear(then.getFullYear() - count);
    else if (unit === 'month') then.setMonth(then.getMonth() - count);
    else if (unit === 'week' || unit === 'day') then.setDate(then.getDate() - count * (unit === 'week' ? 7 : 1));
    else then.setTime(then.getTime() - count * (unit === 'hour' ? 36e5 : 6e4));
    return then.toISOString();
  };

  test.each(['long', 'short', 'narrow'] as const)('a %s span is read back', (style) => {
    const format = new Intl.RelativeTimeFormat(locale, { style });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 23 }), fc.constantFrom(...units), (count, unit) => {
        expect(readDate(format.format(-count, unit), now, locale)).toEqual({ instant: back(count, unit), precision: unit });
      }),
    );
  });

  test('so is one without a number', () => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    for (const unit of ['week', 'month', 'year'] as const)
      expect(readDate(format.format(-1, unit), now, locale)).toEqual({ instant: back(1, unit), precision: unit });
    for (const days of [0, 1, 2]) expect(readDate(format.format(-days, 'day'), now, locale)?.precision).toBe('day');
  });

  test.each(['full', 'long', 'medium'] as const)('a %s date with its time is read back', (dateStyle) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short' });
    fc.assert(
      fc.property(fc.date({ min: new Date(2015, 0, 1), max: now, noInvalidDate: true }), (date) => {
        date.setSeconds(0, 0);
        expect(readDate(format.format(date), now, locale)).toEqual({ instant: date.toISOString(), precision: 'minute' });
      }),
    );
  });
});

test('no label makes it throw, or gives anything but an instant', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-:./, \dJanuryh日月年agoT+Z]{0,40}$/u));
  fc.assert(
    fc.property(anything, (label) => {
      const read = readDate(label, now);
      expect(read === null || !Number.isNaN(Date.parse(read.instant))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
