import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { TitleMenu } from '../../dashboard/menus.tsx';
import { NoBrand } from '../../dashboard/no-brand.tsx';
import { daysAsked, periods } from '../../dashboard/period.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useLive } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Board } from './board.tsx';
import { Changes } from './changes.tsx';
import { Evidence } from './evidence.tsx';
import { freshestOf, keyOf, swotData } from './swot-data.ts';
import './swot.css';

/** Strengths, weaknesses, opportunities and threats of one brand, as the clips tell them. */
export default function Swot() {
  const { query, change } = useRoute();
  const days = daysAsked(query);
  const against = query.get('against') !== 'none';
  const asked = query.get('brand');
  const data = useLast(useLive((store) => swotData(store, { brand: asked, days, against }), [asked, days, against]));
  const fresh = useLast(useLive(async (store) => (data ? freshestOf(store, data) : undefined), [data]));
  if (data === undefined) return null;
  if (data === null) return <NoBrand page={i18n.t('dashboard.views.swot')} />;

  const { brand, brands, tally, authors, regions } = data;
  const judgements = regions.reduce((sum, { clips }) => sum + clips, 0);
  const open = query.get('open');
  const opened = regions.flatMap(({ statements }) => statements).find((statement) => keyOf(statement) === open);
  return (
    <>
      <h1 className="page-title">
        <Sentence
          words={i18n.t('swot.title', slots('brand', 'days', 'before'))}
          parts={{
            brand: (
              <TitleMenu
                label={i18n.t('dashboard.brand')}
                value={brand.id}
                options={brands.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id) => change({ brand: id, open: null })}
              />
            ),
            days: (
              <TitleMenu label={i18n.t('dashboard.period')} value={String(days)} options={periods()} onChange={(next) => change({ days: next })} />
            ),
            before: (
              <TitleMenu
                label={i18n.t('swot.comparedWith')}
                value={against ? 'before' : 'none'}
                options={[
                  { value: 'before', label: i18n.t('swot.before', days, { n: number(days) }) },
                  { value: 'none', label: i18n.t('swot.beforeNone') },
                ]}
                onChange={(next) => change({ against: next === 'none' ? next : null })}
              />
            ),
          }}
        />
      </h1>
      <p className="meta dots page-facts">
        <span>{i18n.t('swot.mentions', tally.mentions, { n: number(tally.mentions) })}</span>
        <span>{i18n.t('swot.judgements', judgements, { n: number(judgements) })}</span>
        <span>{i18n.t('swot.authors', authors, { n: number(authors) })}</span>
        <span>{i18n.t('swot.networks', tally.platforms.size, { n: number(tally.platforms.size) })}</span>
      </p>
      {against &&
        (data.comparable ? (
          <Changes regions={regions} />
        ) : (
          <p className="meta page-facts">{i18n.t('swot.nothingBefore', days, { n: number(days) })}</p>
        ))}
      <WithMargin
        width={352}
        margin={opened && <Evidence key={keyOf(opened)} data={data} statement={opened} onClose={() => change({ open: null })} />}
      >
        <Board data={data} fresh={fresh} open={opened ? keyOf(opened) : null} onOpen={(statement) => change({ open: keyOf(statement) })} />
      </WithMargin>
      <p className="meta board-note">{i18n.t('swot.note')}</p>
    </>
  );
}
