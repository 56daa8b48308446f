import { useRef } from 'react';
import type { Field } from '../../../lib/core/csv.ts';
import { weekdays } from '../../../lib/core/day.ts';
import { busiest, type HourMap, hourMap, hoursOfDay, leastKnown } from '../../../lib/core/hour-map.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { TitleMenu } from '../../dashboard/menus.tsx';
import { useRoute } from '../../dashboard/route.ts';
import { libraryLink } from '../../links.ts';
import { useStore } from '../../store.tsx';
import { hour, number, percent, weekday } from '../../ui/format.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Withheld } from '../../ui/withheld.tsx';
import { onCounted } from './benchmark-data.ts';
import { ChartHead } from './chart-head.tsx';
import { HourGrid } from './hour-grid.tsx';
import type { SeenData } from './seen-data.ts';
import { Take } from './take.tsx';
import './hours.css';

const rowsOf = (brand: Brand, { cells, known, of }: HourMap): Field[][] => [
  ['brand', 'weekday', 'hour', 'clips', 'known to the hour', 'of'],
  ...(cells ?? []).flatMap((row, day) => row.map((count, at): Field[] => [brand.name, weekdays[day]!, at, count, known, of])),
];

/** The inks from nothing to the most, with both numbers. */
const Legend = ({ most }: { most: number }) => (
  <div className="row meta hour-legend">
    <span>0</span>
    {[0, 1, 2, 3, 4].map((ink) => (
      <span key={ink} className="ink" data-ink={ink} />
    ))}
    <span>{i18n.t('benchmark.hours.most', most, { n: number(most) })}</span>
  </div>
);

function Peak({ map }: { map: HourMap }) {
  const peak = busiest(map);
  if (!peak) return null;
  const words = { day: weekday(peak.weekday, 'long'), from: hour(peak.hour), to: hour((peak.hour + 1) % hoursOfDay), n: number(peak.count) };
  return <span>{i18n.t('benchmark.hours.peak', peak.count, words)}</span>;
}

/** When one of the compared brands is spoken of, by day of the week and hour. The map is a table with its numbers in it, so it needs no twin. */
export function Hours({ data }: { data: SeenData }) {
  const { workspace } = useStore();
  const { query, change } = useRoute();
  const section = useRef<HTMLElement>(null);
  const asked = query.get('hours');
  const { brand, tally } = data.compared.find((one) => one.brand.id === asked) ?? data.compared[0]!;
  const map = hourMap(tally.seen.posts);
  const words = { n: number(map.known), of: number(map.of), share: percent(map.of === 0 ? 0 : map.known / map.of), zone: workspace.timeZone };
  const on = onCounted(data);
  const title = i18n.t('benchmark.hours.title', { brand: brand.name });
  return (
    <section className="hours" ref={section} aria-labelledby="hours-title">
      <ChartHead
        id="hours-title"
        title={
          <Sentence
            words={i18n.t('benchmark.hours.title', slots('brand'))}
            parts={{
              brand:
                data.compared.length > 1 ? (
                  <TitleMenu
                    label={i18n.t('dashboard.brand')}
                    value={brand.id}
                    options={data.compared.map((one) => ({ value: one.brand.id, label: one.brand.name }))}
                    onChange={(hours) => change({ hours })}
                  />
                ) : (
                  brand.name
                ),
            }}
          />
        }
      >
        {map.cells && <Take title={title} file="hours" of={section} rows={() => rowsOf(brand, map)} data={data} />}
      </ChartHead>
      <p className="meta dots">
        <span>{i18n.t('benchmark.hours.known', map.of, words)}</span>
        <Peak map={map} />
      </p>
      {map.cells ? (
        <>
          <HourGrid
            cells={map.cells}
            most={map.most}
            link={(day, at) =>
              libraryLink({ brand: brand.id, from: data.period.from, to: data.period.to, ...on, q: `weekday:${weekdays[day]} hour:${at}` })
            }
          />
          <Legend most={map.most} />
          <p className="meta table-note">{i18n.t('benchmark.hours.note', words)}</p>
        </>
      ) : (
        <Withheld reason={i18n.t('benchmark.hours.few', { n: number(map.known), need: number(leastKnown) })}>
          {i18n.t('benchmark.hours.todo')}
        </Withheld>
      )}
    </section>
  );
}
