/** A trend in words: of a stretch, of a value, of a whole line. */
import type { Field } from '../../../lib/core/csv.ts';
import { type Trended, type TrendPoint, trendOf, unitOf } from '../../../lib/core/trend.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { day, inUnit, number } from '../../ui/format.ts';
import type { TrendData, TrendLine } from './trend.tsx';

/** Counts have no trend of their own: they follow how much was listened to. */
export const certainTrend = ({ of, points }: TrendLine): ReturnType<typeof trendOf> => (of === 'mentions' ? null : trendOf(points));

/** "12 – 18 May", "May 2026", and what is missing of it. */
export function stretchWords({ from, to, cut, running }: TrendPoint, today: string): string {
  const span = from === to ? day(from, today) : i18n.t('benchmark.stretch', { from: day(from, today), to: day(to, today) });
  if (!cut && !running) return span;
  return i18n.t(`benchmark.trended.${cut && running ? 'cutRunning' : cut ? 'cut' : 'running'}`, { span });
}

/** The interval and what it is of, as they stand behind a value. */
export function doubtWords(of: Trended, { shown, part, n }: TrendPoint): string | null {
  if (!shown || shown.low === null) return null;
  const [low, high] = [inUnit(unitOf[of], shown.low), inUnit(unitOf[of], shown.high)];
  if (of === 'sentiment') return i18n.t('benchmark.trended.rated', { low, high, positive: number(part), n: number(n) });
  return i18n.t('benchmark.range', { low, high, mentions: number(part), n: number(n) });
}

export function pointWords(of: Trended, point: TrendPoint, today: string): string {
  const span = stretchWords(point, today);
  if (!point.shown) return i18n.t('benchmark.trended.point', { span, value: i18n.t('benchmark.tooFew') });
  const doubt = doubtWords(of, point);
  const value = inUnit(unitOf[of], point.shown.value);
  return i18n.t('benchmark.trended.point', { span, value: doubt ? `${value} (${doubt})` : value });
}

/** One sentence for the whole panel. */
export function lineWords(line: TrendLine): string {
  const { brand, of, points } = line;
  const known = points.flatMap(({ shown }) => shown ?? []);
  const [first, last] = [known[0], known.at(-1)];
  const what = i18n.t(`benchmark.trended.of.${of}`);
  if (!first || !last) return i18n.t('benchmark.trended.unknown', { what, brand: brand.name });
  const words = { what, brand: brand.name, first: inUnit(unitOf[of], first.value), last: inUnit(unitOf[of], last.value) };
  return i18n.t(`benchmark.trended.said.${certainTrend(line) ?? 'level'}`, words);
}

/** Which of its ends are no whole stretch. */
export function unfinishedWords({ lines, step }: TrendData): string | null {
  const points = lines[0]?.points ?? [];
  const [cut, running] = [points[0]?.cut, points.at(-1)?.running];
  if (step === 'day') return running ? i18n.t('benchmark.trended.today') : null;
  if (cut && running) return i18n.t(`benchmark.trended.bothEnds.${step}`);
  if (cut) return i18n.t(`benchmark.trended.firstCut.${step}`);
  return running ? i18n.t(`benchmark.trended.lastRunning.${step}`) : null;
}

export function rowsOf({ lines, of }: TrendData): Field[][] {
  const head = ['metric', 'brand', 'from', 'to', 'value', 'low', 'high', 'part', 'n', 'begins earlier', 'still running', 'withheld'];
  return [
    head,
    ...lines.flatMap(({ brand, points }) =>
      points.map(({ from, to, shown, part, n, cut, running }): Field[] => [
        i18n.t(`benchmark.trended.of.${of}`),
        brand.name,
        from,
        to,
        ...[shown?.value ?? null, shown?.low ?? null, shown?.high ?? null, part, n],
        ...[cut ? 1 : 0, running ? 1 : 0],
        shown ? null : i18n.t('benchmark.tooFew'),
      ]),
    ),
  ];
}
