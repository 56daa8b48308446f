import { useRef } from 'react';
import { mixIds } from '../../../lib/core/mix.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useRoute } from '../../dashboard/route.ts';
import { mixWords } from '../../metric-words.ts';
import { ChartHead } from './chart-head.tsx';
import { type MixProps, MixSection } from './mix-section.tsx';
import { mixTables, type Opened, type ShownMix } from './mix-tables.ts';
import { mixRows } from './rows.ts';
import type { SeenData } from './seen-data.ts';
import { Take } from './take.tsx';
import { useJudgedWith } from './use-judged-with.ts';

/** Where a mix's scale ends: levels of one tree are compared with each other. */
const highOf = (mixes: readonly ShownMix[]): number =>
  Math.max(0.2, ...mixes.flatMap(({ table: { rows } }) => rows.flatMap(({ shares }) => shares?.map((share) => share.high ?? 0) ?? [])));

/** One mix; of themes, with the levels that were opened. */
function Levels({ mixes, ...props }: { mixes: readonly ShownMix[] } & Pick<MixProps, 'data' | 'opened' | 'onOpen'>) {
  const high = highOf(mixes);
  return mixes.map((mix, index) => {
    if (mix.table.columns.length === 0) return null;
    const key = mix.under?.id ?? '';
    const under = mixes[index + 1]?.under?.id ?? null;
    return <MixSection key={key} mix={mix} high={high} {...props} opened={{ ...props.opened, under }} />;
  });
}

/** Stands for the theme mix until it is read. */
const Counting = () => (
  <>
    <h3>{mixWords('themeMix', 'name')}</h3>
    <p className="meta" role="status">
      {i18n.t('benchmark.themes.counting')}
    </p>
  </>
);

/** What each brand's clips are made of. What is open of them stands in the address. */
export function Mixes({ data: seen }: { data: SeenData }) {
  const { query, change } = useRoute();
  const section = useRef<HTMLElement>(null);
  const title = i18n.t('benchmark.mixes');
  const opened: Opened = { under: query.get('under'), all: query.get('all') };
  const judged = useJudgedWith(seen, section);
  const data = { ...seen, judged };
  const shown = mixTables(data, opened);
  return (
    <section className="mixes" ref={section} aria-labelledby="mixes-title">
      <ChartHead id="mixes-title" title={title}>
        <Take title={title} file="mixes" of={section} rows={() => mixRows(data, opened)} data={data} />
      </ChartHead>
      {mixIds.map((id) =>
        id === 'themeMix' && !judged ? (
          <Counting key={id} />
        ) : (
          <Levels key={id} mixes={shown.filter((mix) => mix.id === id)} data={data} opened={opened} onOpen={change} />
        ),
      )}
    </section>
  );
}
