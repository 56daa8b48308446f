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
import { type BenchmarkData, benchmarkData, listIn } from './benchmark-data.ts';
import { BrandTable, cellKey, columnsOf } from './brand-table.tsx';
import { Formula } from './formula.tsx';
import { ShareOverTime } from './share-over-time.tsx';
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

function Facts({ compared }: BenchmarkData) {
  const mentions = compared.reduce((sum, { tally }) => sum + tally.mentions, 0);
  const likes = compared.reduce((sum, { tally }) => sum + tally.engagements.length, 0);
  return (
    <p className="meta dots page-facts">
      <span>{i18n.t('swot.mentions', mentions, { n: number(mentions) })}</span>
      {mentions > 0 && <span>{i18n.t('benchmark.likesKnown', { share: percent(likes / mentions) })}</span>}
    </p>
  );
}

/** The own brand beside its rivals, metric by metric and week by week. */
export default function Benchmark() {
  const { query, change } = useRoute();
  const days = daysAsked(query);
  const asked = { brand: query.get('brand'), rivals: query.get('rivals'), on: query.get('on'), days };
  const data = useLast(useLive((store) => benchmarkData(store, asked), Object.values(asked)));
  if (data === undefined) return null;
  if (data === null) return <NoBrand page={i18n.t('dashboard.views.benchmark')} />;

  const columns = columnsOf(data);
  const open = query.get('open');
  const opened = columns.flatMap((column) =>
    data.compared.flatMap(({ brand }, index) =>
      cellKey(column.metric, brand) === open && column.measures[index]!.value !== null ? { column, index } : [],
    ),
  )[0];
  const close = () => change({ open: null });
  return (
    <>
      <Title data={data} days={days} />
      <Facts {...data} />
      <WithMargin margin={opened && <Formula key={open} data={data} {...opened} onClose={close} />}>
        <BrandTable data={data} columns={columns} open={opened ? open : null} onOpen={(key) => change({ open: key })} />
        <p className="meta table-note">{i18n.t('benchmark.note')}</p>
        {data.rivals.length === 0 && <p className="control ink-2 table-note">{i18n.t('benchmark.noRivals')}</p>}
        <Audience data={data} />
        <ShareOverTime data={data} days={days} />
      </WithMargin>
    </>
  );
}
