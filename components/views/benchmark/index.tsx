import { useRef } from 'react';
import { scaleOf } from '../../../lib/core/benchmark.ts';
import { changeOf, isComparable, mostDifference } from '../../../lib/core/effort.ts';
import type { Measure } from '../../../lib/core/metric.ts';
import { metrics } from '../../../lib/core/metrics/index.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { TitleChecks, TitleMenu } from '../../dashboard/menus.tsx';
import { NoBrand } from '../../dashboard/no-brand.tsx';
import { daysAsked, periods } from '../../dashboard/period.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useLive } from '../../store.tsx';
import { number, percent } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Audience } from './audience.tsx';
import { AverageFormula } from './average-formula.tsx';
import { type BenchmarkData, benchmarkData, listIn } from './benchmark-data.ts';
import { BrandTable } from './brand-table.tsx';
import { averageIn, averageKey, averages, cellKey, columnsOf } from './columns.ts';
import { Formula } from './formula.tsx';
import { type Compared, Groups } from './groups.tsx';
import { Hours } from './hours.tsx';
import { Mixes } from './mixes.tsx';
import { measureRows } from './rows.ts';
import { type SeenData, seenData } from './seen-data.ts';
import { Take } from './take.tsx';
import { Trend } from './trend.tsx';
import { useTwin } from './use-twin.ts';
import './benchmark.css';

const asList = (chosen: ReadonlySet<string> | null): string | null => chosen && [...chosen].join(',');

function Title({ data: { brands, own, rivals, networks, chosen }, days }: { data: BenchmarkData; days: number }) {
  const { query, change } = useRoute();
  const wanted = listIn(query.get('rivals'));
  const counted = wanted ? rivals.filter(({ id }) => wanted.has(id)).length : rivals.length;
  const on = chosen ? networks.filter((network) => chosen.has(network)).length : networks.length;
  return (
    <h1 className="page-title" id="benchmark-title">
      <Sentence
        words={i18n.t('benchmark.title', slots('brand', 'rivals', 'days', 'networks'))}
        parts={{
          brand: (
            <TitleMenu
              label={i18n.t('dashboard.brand')}
              value={own.id}
              options={brands.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(brand) => change({ brand, rivals: null, open: null })}
            />
          ),
          rivals: (
            <TitleChecks
              label={i18n.t('benchmark.whichRivals')}
              words={i18n.t('benchmark.rivals', counted, { n: number(counted) })}
              options={rivals.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={wanted}
              onChange={(next) => change({ rivals: asList(next), open: null })}
            />
          ),
          days: <TitleMenu label={i18n.t('dashboard.period')} value={String(days)} options={periods()} onChange={(next) => change({ days: next })} />,
          networks: (
            <TitleChecks
              label={i18n.t('benchmark.networks')}
              words={i18n.t('swot.networks', on, { n: number(on) })}
              options={networks.map((network) => ({ value: network, label: networkName(network) }))}
              chosen={chosen}
              onChange={(next) => change({ on: asList(next) })}
            />
          ),
        }}
      />
    </h1>
  );
}

const tableMetrics = metrics.filter(({ group }) => group === null);
const groupMetrics = metrics.filter(({ group }) => group !== null);

/** The scale holds the marks of the period before too, where they are drawn. */
const groupColumns = ({ compared, before, effort }: SeenData): Compared[] =>
  columnsOf(
    groupMetrics,
    compared.map(({ tally }) => tally),
  ).map((column) => {
    const { metric, measures } = column;
    const earlier = before.map((tally) => metric.measure(tally, before));
    const drawn = earlier.filter((measure, index) => changeOf(measures[index]!, measure, effort).value !== null);
    const marks = drawn.map((measure): Measure => (measure.value === null ? measure : { value: measure.value, n: measure.n, low: null, high: null }));
    return { ...column, earlier, scale: scaleOf([...measures, ...marks], metric.unit) };
  });

function EffortWords({ effort }: SeenData) {
  const words = { now: number(effort.now), before: number(effort.before), most: percent(mostDifference) };
  return <span>{i18n.t(isComparable(effort) ? 'benchmark.effort.same' : 'benchmark.effort.differs', words)}</span>;
}

function Facts({ data: { compared }, seen }: { data: BenchmarkData; seen: SeenData | null }) {
  const mentions = compared.reduce((sum, { tally }) => sum + tally.mentions, 0);
  const likes = compared.reduce((sum, { tally }) => sum + tally.engagements.length, 0);
  return (
    <p className="meta dots page-facts">
      <span>{i18n.t('swot.mentions', mentions, { n: number(mentions) })}</span>
      {mentions > 0 && <span>{i18n.t('benchmark.likesKnown', { share: percent(likes / mentions) })}</span>}
      {seen && <EffortWords {...seen} />}
    </p>
  );
}

/** The own brand beside its rivals, metric by metric and week by week. */
export default function Benchmark() {
  const { query, change } = useRoute();
  const days = daysAsked(query);
  const asked = { brand: query.get('brand'), rivals: query.get('rivals'), on: query.get('on'), days };
  const data = useLast(useLive((store) => benchmarkData(store, asked), Object.values(asked)));
  const seen = useLast(useLive((store) => seenData(store, asked), Object.values(asked))) ?? null;
  const [twin, turn] = useTwin();
  const table = useRef<HTMLDivElement>(null);
  if (data === undefined) return null;
  if (data === null) return <NoBrand page={i18n.t('dashboard.views.benchmark')} />;

  const columns = columnsOf(
    tableMetrics,
    data.compared.map(({ tally }) => tally),
  );
  const more = seen ? groupColumns(seen) : [];
  const open = query.get('open');
  // While another choice is read, the panels are still those of the last one, so each number is looked up in what it was made of.
  const all = [...columns.map((column) => ({ column, of: data })), ...more.map((column) => ({ column, of: seen ?? data }))];
  const opened = all.flatMap(({ column, of }) =>
    of.compared.flatMap(({ brand }, index) =>
      cellKey(column.metric, brand) === open && column.measures[index]!.value !== null ? { column, index, data: of } : [],
    ),
  )[0];
  const openedAverage = all.flatMap(({ column, of }) =>
    averages.flatMap((whose) => (averageKey(column.metric, whose) === open && averageIn(column, whose) ? { column, whose, data: of } : [])),
  )[0];
  const shown = opened || openedAverage ? open : null;
  const show = (key: string) => change({ open: key });
  const close = () => change({ open: null });
  return (
    <>
      <Title data={data} days={days} />
      <Facts data={data} seen={seen} />
      <WithMargin
        margin={
          opened ? (
            <Formula key={open} {...opened} onClose={close} />
          ) : (
            openedAverage && <AverageFormula key={open} {...openedAverage} onOpen={show} onClose={close} />
          )
        }
      >
        <div ref={table}>
          <BrandTable data={data} columns={columns} open={shown} onOpen={show} />
          <div className="row wrap base table-note">
            <p className="meta grow">{i18n.t('benchmark.note')}</p>
            <Take title={i18n.t('dashboard.views.benchmark')} file="benchmark" of={table} rows={() => measureRows(columns, data)} data={data} />
          </div>
        </div>
        {data.rivals.length === 0 && <p className="control ink-2 table-note">{i18n.t('benchmark.noRivals')}</p>}
        <Audience data={data} />
        <Trend data={data} days={days} twin={twin} onTurn={turn} />
        {seen && (
          <>
            <Hours data={seen} />
            <Groups data={seen} columns={more} twin={twin} onTurn={turn} open={shown} onOpen={show} />
            <Mixes data={seen} />
          </>
        )}
      </WithMargin>
    </>
  );
}
