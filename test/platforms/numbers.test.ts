import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCount } from '../../lib/platforms/shared/numbers.ts';

describe('what interfaces write', () => {
  test.each([
    ['0 likes', 0],
    ['7', 7],
    ['1,107 reactions', 1107],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u202f234\u00a0567 vues', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1\u2009234', 1234],
    ['1\u2007234', 1234],
    ['1\u3000234', 1234],
    ['1’234', 1234],
    ['5 j', 5],
    ['3 e altri', 3],
    ['٢٥٦', 256],
    ['١٬٢٣٤٬٥٦٧', 1_234_567],
    ['۱٬۲۳۴ نفر', 1234],
    ['१,२३४', 1234],
    ['১২,৩৪,৫৬৭', 1_234_567],
    ['85 j’aime', 85],
    ['3 l’ont vu', 3],
    ['6 次转帖。转帖', 6],
    ['1025 views. View post analytics', 1025],
    ['\u200e3 komentar\u200f', 3],
    ['5 mentions', 5],
    ['2 M&A deals', 2_000_000],
  ])('%s is exactly %d', (label, value) => {
    expect(readCount(label)?.value).toBe(value);
    if (!label.includes('M')) expect(readCount(label)?.rounded).toBe(false);
  });

  test.each([
    ['1.2K', 1200],
    ['1,2 k', 1200],
    ['12 rb', 12_000],
    ['1,2 jt', 1_200_000],
    ['3,4 Mio', 3_400_000],
    ['1,5 Mrd', 1_500_000_000],
    ['12 mil', 12_000],
    ['3,5 mil.', 3_500_000],
    ['1,2 тыс.', 1200],
    ['3,5 млн просмотров', 3_500_000],
    ['3.4万', 34_000],
    ['1.2万次观看', 12_000],
    ['1.2억', 120_000_000],
    ['5천만', 50_000_000],
    ['1,2 B', 1200],
    ['1.2B', 1_200_000_000],
    ['1.2 lakh views', 120_000],
    ['١٫٢ ألف', 1200],
    ['३४.६ लाख', 3_460_000],
    ['1,2 rb suka', 1200],
    ['99+', 99],
    ['1K+', 1000],
    ['48 000,0', 48_000],
    ['1,234K', 1_234_000],
    ['1.2 हज़ार', 1200],
    // "mil" is a thousand wherever it stands without a dot: English interfaces write "M" or "million".
    ['12 mil reactions', 12_000],
    ['35 mil M', 35_000_000_000],
    ['1,2 mil millones de visualizaciones', 1_200_000_000],
    ['1,2 millier', 1200],
    ['1,2 тисячі', 1200],
    ['12 tysięcy', 12_000],
    ['조회수 1.2만회', 12_000],
    ['1,5 miliar', 1_500_000_000],
    ['2,5 juta', 2_500_000],
  ])('%s is about %d', (label, value) => {
    expect(readCount(label)).toEqual({ value, rounded: true });
  });

  test.each(['', 'Like', 'J’aime', '−3', '-3 points', '12.02.2026', '1.2.3', '1.2 stars', '1,2 T', '…', 'Suka', 'Suka · Balas'])(
    '%s is no count',
    (label) => {
      expect(readCount(label)).toBeNull();
    },
  );

  test('a number without a label beside it is told from one that is unknown', () => {
    expect(readCount('0')).toEqual({ value: 0, rounded: false });
    expect(readCount('Reply')).toBeNull();
  });
});

// Locales of the UI languages that social networks ship; numbers up to where Indonesian "M" (a thousand million) parts from everybody's "M".
const locales =
  'en fr id de es pt-BR it nl sv da nb fi pl cs ru uk tr ar-EG fa he hi bn vi th ja ko zh-Hans zh-Hant el hu ro bg hr sk ms en-IN de-CH'.split(' ');

describe.each(locales)('in %s', (locale) => {
  const count = fc.integer({ min: 0, max: 900_000_000 });

  test('a grouped number is read exactly', () => {
    const format = new Intl.NumberFormat(locale);
    fc.assert(
      fc.property(count, (value) => {
        expect(readCount(format.format(value))).toEqual({ value, rounded: false });
      }),
    );
  });

  test('a short number is read to what it shows', () => {
    const format = new Intl.NumberFormat(locale, { notation: 'compact' });
    fc.assert(
      fc.property(count, (value) => {
        const read = readCount(format.format(value));
        // Two digits are shown at least, so a twentieth may be lost.
        expect(Math.abs((read?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(value / 20);
        expect(read?.rounded).toBe(/\p{L}/u.test(format.format(value).replace(/[\u200e\u200f]/g, '')));
      }),
    );
  });
});

// Languages whose long forms stand in labels for screen readers. "mille" by itself holds no figure, and is left out.
describe.each('en fr id de es pt-BR it ru uk pl nl sv ja zh ko ar hi'.split(' '))('in words in %s', (locale) => {
  test('a short number is read to what it says', () => {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 90_000_000_000 }), (value) => {
        const label = format.format(value);
        fc.pre(/\p{Nd}/u.test(label));
        expect(Math.abs((readCount(label)?.value ?? Number.NaN) - value), label).toBeLessThanOrEqual(value / 20);
      }),
    );
  });
});

test('no label makes it throw, or gives anything but a number from 0 up', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+.,' \d٠-٩KMBk万]{0,40}$/u));
  fc.assert(
    fc.property(anything, (label) => {
      const read = readCount(label);
      expect(read === null || (Number.isFinite(read.value) && read.value >= 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
