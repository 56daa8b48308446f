import { noTheme } from '../../../lib/core/facets.ts';
import { quadrants } from '../../../lib/core/quadrant.ts';
import { andUnder } from '../../../lib/core/query/context.ts';
import type { ClipFilter } from '../../../lib/core/query/filter.ts';
import { inTree, type StandingTheme } from '../../../lib/core/themes.ts';
import { languagesOf, networksOf } from '../../../lib/db/find-clips.ts';
import { brandsOf, lastDays, themesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { languageName } from '../../clip-words.ts';
import { type Option, TitleChecks, TitleMenu } from '../../dashboard/menus.tsx';
import { periods } from '../../dashboard/period.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLive, useStore } from '../../store.tsx';
import { days, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';

const any = '';
const unjudged = 'untagged';
const custom = 'custom';

function PeriodMenu({ from, to }: Pick<ClipFilter, 'from' | 'to'>) {
  const store = useStore();
  const { change } = useRoute();
  const ranges = periods().map((option) => ({ ...option, ...lastDays(store, Number(option.value)) }));
  const chosen = ranges.find((range) => range.from === from && range.to === to);
  const options: Option[] = [{ value: any, label: i18n.t('library.allTime') }, ...ranges];
  if ((from || to) && !chosen) options.push({ value: custom, label: days(from ?? to!, to ?? from!) });
  return (
    <TitleMenu
      label={i18n.t('dashboard.period')}
      value={chosen?.value ?? (from || to ? custom : any)}
      options={options}
      onChange={(value) => {
        const range = ranges.find((one) => one.value === value);
        if (value !== custom) change({ from: range?.from ?? null, to: range?.to ?? null });
      }}
    />
  );
}

/** Themes as the tree has them; one that others stand under can be meant with all of them. */
const themesToChoose = (themes: readonly StandingTheme[]): Option[] =>
  inTree(themes).flatMap(({ theme: { id, name }, depth }) => {
    const label = `${'\u2003'.repeat(depth)}${name}`;
    const hasOthers = themes.some(({ parent }) => parent === id);
    return [{ value: id, label }, ...(hasOthers ? [{ value: id + andUnder, label: `${label} ${i18n.t('themes.withUnder')}` }] : [])];
  });

/** The filter as a sentence: "Clips about Arvelle, judged a weakness, on delivery, from 3 networks, in French, over 90 days". */
export function FilterTitle({ filter }: { filter: ClipFilter }) {
  const { change } = useRoute();
  const choices = useLive(
    async (store) => ({
      brands: await brandsOf(store),
      themes: await themesOf(store),
      networks: await networksOf(store),
      languages: await languagesOf(store),
    }),
    [],
  );
  if (!choices) return <h1 className="page-title">{i18n.t('dashboard.views.library')}</h1>;
  const { brands, themes, networks, languages } = choices;
  const named = (rows: readonly { id: string; name: string }[]): Option[] => rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <h1 className="page-title">
      <Sentence
        words={i18n.t('library.title', slots('judgement', 'brand', 'theme', 'networks', 'language', 'period'))}
        parts={{
          brand: (
            <TitleMenu
              label={i18n.t('dashboard.brand')}
              value={filter.brand ?? any}
              options={[{ value: any, label: i18n.t('library.anyBrand') }, ...named(brands)]}
              onChange={(brand) => change({ brand })}
            />
          ),
          judgement: (
            <TitleMenu
              label={i18n.t('library.judgement')}
              value={filter.untagged ? unjudged : (filter.quadrant ?? any)}
              options={[
                { value: any, label: i18n.t('library.anyJudgement') },
                ...quadrants.map((quadrant) => ({ value: quadrant, label: i18n.t(`library.judged.${quadrant}`) })),
                { value: unjudged, label: i18n.t('library.unjudged') },
              ]}
              onChange={(value) => change(value === unjudged ? { quadrant: null, theme: null, untagged: '1' } : { quadrant: value, untagged: null })}
            />
          ),
          theme: (
            <TitleMenu
              label={i18n.t('library.theme')}
              value={filter.theme ?? any}
              options={[
                { value: any, label: i18n.t('library.anyTheme') },
                ...themesToChoose(themes),
                { value: noTheme, label: i18n.t('library.noTheme') },
              ]}
              onChange={(theme) => change({ theme })}
            />
          ),
          networks: (
            <TitleChecks
              label={i18n.t('benchmark.networks')}
              words={
                filter.platforms ? i18n.t('swot.networks', filter.platforms.size, { n: number(filter.platforms.size) }) : i18n.t('library.anyNetwork')
              }
              options={networks.map((network) => ({ value: network, label: networkName(network) }))}
              chosen={filter.platforms ?? null}
              onChange={(chosen) => change({ on: chosen && [...chosen].join(',') })}
            />
          ),
          language: (
            <TitleMenu
              label={i18n.t('library.language')}
              value={filter.lang ?? any}
              options={[
                { value: any, label: i18n.t('library.anyLanguage') },
                ...languages.map((lang) => ({ value: lang, label: languageName(lang) })),
              ]}
              onChange={(lang) => change({ lang })}
            />
          ),
          period: <PeriodMenu {...filter} />,
        }}
      />
    </h1>
  );
}
