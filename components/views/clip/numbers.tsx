import EyeOff from 'lucide-react/icons/eye-off';
import { dayIn } from '../../../lib/core/day.ts';
import { type MetricName, metricNames } from '../../../lib/core/draft.ts';
import type { Capture, Clip, Snapshot } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { compact, day, list, number, signed, time } from '../../ui/format.ts';

interface Seen {
  at: number;
  value: number;
}

const seenOf = (snapshots: readonly Snapshot[], name: MetricName): Seen[] =>
  snapshots.flatMap(({ at, metrics }) => (metrics[name] === null ? [] : [{ at: Date.parse(at), value: metrics[name] }]));

/** Dots at the moments it was seen, dashes between: nothing was measured there. */
function Dots({ seen }: { seen: readonly Seen[] }) {
  const [width, height] = [150, 34];
  const [first, last] = [seen[0]!, seen.at(-1)!];
  const values = seen.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => 5 + ((at - first.at) / (last.at - first.at || 1)) * (width - 10);
  const y = (value: number) => height - 5 - ((value - low) / (high - low || 1)) * (height - 10);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="own snapshots" aria-hidden="true">
      <path d={`M${seen.map(({ at, value }) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`} />
      {seen.map(({ at, value }) => (
        <circle key={at} className="dot" cx={x(at)} cy={y(value)} r="3" />
      ))}
    </svg>
  );
}

/** Its public numbers at each moment it was seen. What the page did not show is unknown, never 0. */
export function Numbers({ clip, snapshots, captures }: { clip: Clip; snapshots: readonly Snapshot[]; captures: readonly Capture[] }) {
  const { timeZone } = useStore().workspace;
  const today = dayIn(timeZone, new Date());
  const moment = (at: string) => i18n.t('clip.moment', { day: day(dayIn(timeZone, new Date(at)), today), time: time(at, timeZone) });
  const known = metricNames.filter((name) => clip.metrics[name] !== null);
  const unknown = metricNames.filter((name) => clip.metrics[name] === null && name !== 'rating');
  const changed = captures.length - 1;
  return (
    <section className="numbers" aria-labelledby="numbers">
      <div className="row base wrap">
        <h3 className="small-title" id="numbers">
          {i18n.t('clip.numbers')}
        </h3>
        <span className="meta">{i18n.t('clip.seen', snapshots.length, { n: number(snapshots.length), last: moment(clip.seenAt) })}</span>
      </div>
      {known.length > 0 && (
        <table>
          <thead className="sr">
            <tr>
              <th scope="col">{i18n.t('clip.number')}</th>
              <th scope="col">{i18n.t('clip.now')}</th>
              <th scope="col">{i18n.t('clip.before')}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((name) => {
              const value = clip.metrics[name]!;
              const seen = seenOf(snapshots, name);
              return (
                <tr key={name}>
                  <th scope="row">{i18n.t(`clip.metric.${name}`)}</th>
                  <td className="figure strong">{clip.rounded.includes(name) ? i18n.t('clip.rounded', { n: compact(value) }) : number(value)}</td>
                  <td>
                    {seen.length > 1 && (
                      <>
                        <Dots seen={seen} />
                        <span className="sr">{i18n.t('clip.wasAtFirst', { n: number(seen[0]!.value) })}</span>
                        <span className="meta grown">{i18n.t('clip.grown', { n: signed(value - seen[0]!.value) })}</span>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && (
        <p className="withheld">
          <EyeOff />
          <span>{i18n.t('clip.unknown', { names: list(unknown.map((name) => i18n.t(`clip.metric.${name}`))) })}</span>
        </p>
      )}
      {changed > 0 && <p className="meta">{i18n.t('clip.changed', changed, { n: number(changed) })}</p>}
    </section>
  );
}
