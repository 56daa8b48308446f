import { useRef } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { useRoute } from '../../dashboard/route.ts';
import { ChartHead } from './chart-head.tsx';
import { MixSection } from './mix-section.tsx';
import { mixTables, type ShownMix } from './mix-tables.ts';
import { mixRows } from './rows.ts';
import type { SeenData } from './seen-data.ts';
import { Take } from './take.tsx';
import { useThemeClips } from './use-theme-clips.ts';

/** Where a mix's scale ends: levels of one tree are compared with each other. */
const highOf = (mixes: readonly ShownMix[]): number =>
  Math.max(0.2, ...mixes.flatMap(({ table: { rows } }) => rows.flatMap(({ shares }) => shares?.map((share) => share.high ?? 0) ?? [])));

/** What each brand's clips are made of. The theme that is open stands in the address, with those above it. */
export function Mixes({ data: seen }: { data: SeenData }) {
  const { query, change } = useRoute();
  const section = useRef<HTMLElement>(null);
  const title = i18n.t('benchmark.mixes');
  const open = query.get('under');
  const themeClips = useThemeClips(seen, section);
  const data = { ...seen, themeClips };
  const shown = mixTables(data, open);
  return (
    <section className="mixes" ref={section} aria-labelledby="mixes-title">
      <ChartHead id="mixes-title" title={title}>
        <Take title={title} file="mixes" of={section} rows={() => mixRows(data, open)} data={data} />
      </ChartHead>
      {!themeClips && (
        <p className="meta" role="status">
          {i18n.t('benchmark.themes.counting')}
        </p>
      )}
      {shown.map((mix, index) => {
        if (mix.table.columns.length === 0) return null;
        const next = shown[index + 1];
        return (
          <MixSection
            key={`${mix.id} ${mix.under?.id}`}
            mix={mix}
            data={data}
            high={highOf(shown.filter(({ id }) => id === mix.id))}
            open={next?.id === mix.id ? (next.under?.id ?? null) : null}
            onOpen={(under) => change({ under })}
          />
        );
      })}
    </section>
  );
}
