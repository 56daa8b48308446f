import { useRef } from 'react';
import { scaleOf } from '../../../lib/core/benchmark.ts';
import { dayIn } from '../../../lib/core/day.ts';
import type { Measure } from '../../../lib/core/metric.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { type Step, stepsFor, stretchesOf, usualStep } from '../../../lib/core/stretch.ts';
import { fewestMentions, mentionsOver, sentimentOver, sharesOver, type Trended, type TrendPoint, trended, unitOf } from '../../../lib/core/trend.ts';
import { ratedDaysOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { TitleMenu } from '../../dashboard/menus.tsx';
import { useRoute } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { libraryLink } from '../../links.ts';
import { useLive, useStore } from '../../store.tsx';
import { day, number } from '../../ui/format.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { type BenchmarkData, onCounted } from './benchmark-data.ts';
import { ChartHead } from './chart-head.tsx';
import { Take } from './take.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { TrendTwin } from './trend-twin.tsx';
import { certainTrend, lineWords, pointWords, rowsOf, unfinishedWords } from './trend-words.ts';
import { TwinButton } from './twin-button.tsx';

export interface TrendLine {
  brand: Brand;
  of: Trended;
  points: TrendPoint[];
}

/** What the panels, their twin and what is taken away are made of. */
export interface TrendData {
  of: Trended;
  step: Step;
  lines: TrendLine[];
  today: string;
  /** The clips of a stretch; null where there are none. */
  link(brand: Pick<Brand, 'id'>, point: TrendPoint): string | null;
}

function Panels({ trend: { lines, of, today, link }, data: { period } }: { trend: TrendData; data: BenchmarkData }) {
  const measures = lines.flatMap(({ points }) => points.flatMap(({ shown, n }): Measure[] => (shown ? [{ ...shown, n }] : [])));
  const scale = scaleOf(measures, unitOf[of]);
  return (
    <div className="panels">
      <svg width="0" height="0" className="pattern" aria-hidden="true">
        <pattern id="unheard" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" />
        </pattern>
      </svg>
      {lines.map((line, index) => {
        const direction = certainTrend(line);
        return (
          <figure key={line.brand.id} aria-label={lineWords(line)}>
            <figcaption className="row base control">
              <b>{line.brand.name}</b>
              {direction && <span className="meta">{i18n.t(`benchmark.trend.${direction}`)}</span>}
            </figcaption>
            <TrendPanel
              {...line}
              own={index === 0 ? null : lines[0]!.points}
              scale={scale}
              ends={[day(period.from, today), day(period.to, today)]}
              link={(point) => link(line.brand, point)}
              words={(point) => pointWords(of, point, today)}
            />
          </figure>
        );
      })}
    </div>
  );
}

/** What is shown, and how it is cut into stretches, as the address says it; what makes no sense in it is as if it were not there. */
function useAsked(days: number): { of: Trended; step: Step; offered: readonly Step[] } {
  const { query } = useRoute();
  const offered = stepsFor(days);
  return {
    of: trended.find((one) => one === query.get('trend')) ?? 'share',
    step: offered.find((one) => one === query.get('step')) ?? usualStep(days),
    offered,
  };
}

/** Share of voice, mentions or net sentiment of all brands, by day, week or month, as panels of one scale or as a table. */
export function Trend({ data, days, twin, onTurn }: { data: BenchmarkData; days: number; twin: boolean; onTurn(): void }) {
  const { workspace } = useStore();
  const { change } = useRoute();
  const { of, step, offered } = useAsked(days);
  const { compared, period, chosen, own } = data;
  const section = useRef<HTMLElement>(null);
  const ids = compared.map(({ brand }) => brand.id);
  const rated = useLast(
    useLive(
      async (store) => (of === 'sentiment' ? await ratedDaysOf(store, ids, period, chosen ?? undefined) : null),
      [of, ids.join(), period.from, period.to, chosen && [...chosen].join()],
    ),
  );
  const today = dayIn(workspace.timeZone, new Date());
  const stretches = stretchesOf(period, step, today);
  const tallies = compared.map(({ tally }) => tally);
  const none = { positive: new Map<string, number>(), negative: new Map<string, number>() };
  const points =
    of === 'sentiment'
      ? sentimentOver(
          ids.map((id) => rated?.get(id) ?? none),
          stretches,
        )
      : (of === 'share' ? sharesOver : mentionsOver)(tallies, stretches);
  const on = onCounted(data);
  const trend: TrendData = {
    of,
    step,
    today,
    lines: compared.map(({ brand }, index) => ({ brand, of, points: points[index]! })),
    link: (brand, { from, to, part, n }) => {
      if (of === 'sentiment') return n === 0 ? null : libraryLink({ brand: brand.id, from, to, ...on, q: 'sentiment:positive,negative' });
      return part === 0 ? null : libraryLink({ brand: brand.id, from, to, ...on });
    },
  };
  const title = i18n.t('benchmark.trended.title', { what: i18n.t(`benchmark.trended.of.${of}`), step: i18n.t(`benchmark.trended.by.${step}`) });
  const unfinished = unfinishedWords(trend);
  return (
    <section className="over-time" ref={section}>
      <ChartHead
        id="trend-title"
        title={
          <Sentence
            words={i18n.t('benchmark.trended.title', slots('what', 'step'))}
            parts={{
              what: (
                <TitleMenu
                  label={i18n.t('benchmark.trended.what')}
                  value={of}
                  options={trended.map((value) => ({ value, label: i18n.t(`benchmark.trended.of.${value}`) }))}
                  onChange={(value) => change({ trend: value })}
                />
              ),
              step: (
                <TitleMenu
                  label={i18n.t('benchmark.trended.step')}
                  value={step}
                  options={offered.map((value) => ({ value, label: i18n.t(`benchmark.trended.by.${value}`) }))}
                  onChange={(value) => change({ step: value })}
                />
              ),
            }}
          />
        }
      >
        <Take title={title} file={`trend-${of}`} of={section} rows={() => rowsOf(trend)} data={data} />
        <TwinButton twin={twin} onTurn={onTurn} />
      </ChartHead>
      <p className="meta">
        {i18n.t(`benchmark.trended.note.${of}`, { own: own.name, least: number(fewestMentions) })} {unfinished}
      </p>
      {twin ? <TrendTwin trend={trend} /> : <Panels trend={trend} data={data} />}
    </section>
  );
}
