import { fewestMentions, type SharePoint, scaleOf, sharesOver, stretchOf, trendOf } from '../../../lib/core/benchmark.ts';
import { dayIn } from '../../../lib/core/day.ts';
import type { Measure } from '../../../lib/core/metric.ts';
import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { useStore } from '../../store.tsx';
import { day, number, percent } from '../../ui/format.ts';
import type { BenchmarkData } from './benchmark-data.ts';
import { SharePanel } from './share-panel.tsx';
import { TwinButton } from './twin-button.tsx';

interface Line {
  brand: Brand;
  points: SharePoint[];
}

function summary({ brand, points }: Line): string {
  const known = points.flatMap(({ share }) => share ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return i18n.t('benchmark.shareUnknown', { brand: brand.name });
  return i18n.t(`benchmark.shareSaid.${trendOf(points) ?? 'level'}`, { brand: brand.name, first: percent(first.value), last: percent(last.value) });
}

function Panels({ lines, data }: { lines: Line[]; data: BenchmarkData }) {
  const { workspace } = useStore();
  const today = dayIn(workspace.timeZone, new Date());
  const measures = lines.flatMap(({ points }) => points.flatMap(({ share, n }): Measure[] => (share ? [{ ...share, n }] : [])));
  const scale = scaleOf(measures, 'percent');
  const { from, to } = data.period;
  return (
    <div className="panels">
      <svg width="0" height="0" className="pattern" aria-hidden="true">
        <pattern id="unheard" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" />
        </pattern>
      </svg>
      {lines.map((line, index) => {
        const trend = trendOf(line.points);
        return (
          <figure key={line.brand.id} aria-label={summary(line)}>
            <figcaption className="row base control">
              <b>{line.brand.name}</b>
              {trend && <span className="meta">{i18n.t(`benchmark.trend.${trend}`)}</span>}
            </figcaption>
            <SharePanel
              {...line}
              own={index === 0 ? null : lines[0]!.points}
              scale={scale}
              ends={[day(from, today), day(to, today)]}
              on={data.chosen ? [...data.chosen].join(',') : undefined}
            />
          </figure>
        );
      })}
    </div>
  );
}

function Twin({ lines, data: { chosen } }: { lines: Line[]; data: BenchmarkData }) {
  const { workspace } = useStore();
  const today = dayIn(workspace.timeZone, new Date());
  const on = chosen && { on: [...chosen].join(',') };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className="wide-table" aria-labelledby="share-title" tabIndex={0}>
      <table className="twin">
        <thead>
          <tr>
            <th scope="col">{i18n.t('benchmark.days')}</th>
            {lines.map(({ brand }) => (
              <th key={brand.id} scope="col" className="figure">
                {brand.name}
              </th>
            ))}
            <th scope="col" className="figure">
              {i18n.t('benchmark.allMentions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines[0]!.points.map(({ from, to, n }, index) => (
            <tr key={from}>
              <th scope="row">{from === to ? day(from, today) : i18n.t('benchmark.stretch', { from: day(from, today), to: day(to, today) })}</th>
              {lines.map(({ brand, points }) => {
                const { share, mentions } = points[index]!;
                return (
                  <td key={brand.id} className="figure">
                    {share ? (
                      <>
                        <a className="number-link" href={libraryLink({ brand: brand.id, from, to, ...on })}>
                          {percent(share.value)}
                        </a>{' '}
                        <span className="meta">
                          {i18n.t('benchmark.range', {
                            low: percent(share.low),
                            high: percent(share.high),
                            mentions: number(mentions),
                            n: number(n),
                          })}
                        </span>
                      </>
                    ) : (
                      <span className="meta">{i18n.t('benchmark.tooFew')}</span>
                    )}
                  </td>
                );
              })}
              <td className="figure">{number(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Share of voice of all brands, week by week, as panels of one scale or as a table. */
export function ShareOverTime({ data, days, twin, onTurn }: { data: BenchmarkData; days: number; twin: boolean; onTurn(): void }) {
  const stretch = stretchOf(days);
  const tallies = data.compared.map(({ tally }) => tally);
  const lines = data.compared.map(({ brand, tally }) => ({ brand, points: sharesOver(tally, tallies, data.period.from, data.period.to, stretch) }));
  return (
    <section className="share-over-time">
      <div className="row wrap base">
        <h2 className="section-title" id="share-title">
          {i18n.t(stretch === 1 ? 'benchmark.shareByDay' : 'benchmark.shareByWeek')}
        </h2>
        <span className="meta">{i18n.t('benchmark.shareNote', { own: data.own.name, least: number(fewestMentions) })}</span>
        <TwinButton twin={twin} onTurn={onTurn} />
      </div>
      {twin ? <Twin lines={lines} data={data} /> : <Panels lines={lines} data={data} />}
    </section>
  );
}
