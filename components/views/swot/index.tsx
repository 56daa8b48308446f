import { i18n } from '../../../lib/i18n/index.ts';
import { WithMargin } from '../../dashboard/margin.tsx';
import { TitleMenu } from '../../dashboard/menus.tsx';
import { NoBrand } from '../../dashboard/no-brand.tsx';
import { daysAsked, periods } from '../../dashboard/period.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { useLive } from '../../store.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Sentence, slots } from '../../ui/sentence.tsx';
import { Board } from './board.tsx';
import { BoardTools } from './board-tools.tsx';
import { Changes } from './changes.tsx';
import { Evidence } from './evidence.tsx';
import { freshestOf, type Shown, swotData } from './swot-data.ts';
import { useBoard } from './use-board.ts';
import './swot.css';
import './board-work.css';
import './board-print.css';

const shownAs: readonly Shown[] = ['now', 'before', 'changed'];
const year = 365;
/** Before a brand's id in the menu: its board against the market. */
const marketOf = 'market ';

/** What is compared with: `none`, a year before, or, as a rule, the period just before. */
const against = (asked: string | null, days: number) => (asked === 'none' ? null : asked === 'year' && days < year ? year : days);

/** Strengths, weaknesses, opportunities and threats of one brand, as the clips tell them and people put them. */
export default function Swot() {
  const { query, change } = useRoute();
  const days = daysAsked(query);
  const asked = query.get('brand');
  const back = against(query.get('against'), days);
  const shown = back === null ? 'now' : (shownAs.find((name) => name === query.get('show')) ?? 'now');
  const market = query.get('market') === '1';
  const data = useLast(useLive((store) => swotData(store, { brand: asked, days, back, shown, market }), [asked, days, back, shown, market]));
  const fresh = useLast(useLive(async (store) => (data ? freshestOf(store, data) : undefined), [data]));
  const acts = useBoard(data);
  if (data === undefined) return null;
  if (data === null) return <NoBrand page={i18n.t('dashboard.views.swot')} />;

  const { brand, brands, tally, authors, regions } = data;
  const hasMarket = brands.some(({ kind }) => kind !== 'own');
  const judgements = regions.reduce((sum, { clips }) => sum + clips, 0);
  const open = query.get('open');
  const opened = regions.flatMap(({ lines }) => lines).find(({ id }) => id === open);
  const nothingBefore = back === days ? i18n.t('swot.nothingBefore', days, { n: number(days) }) : i18n.t('swot.nothingThen');
  return (
    <>
      <div className="row wrap top board-head">
        <h1 className="page-title grow">
          <Sentence
            words={i18n.t('swot.title', slots('brand', 'days', 'before'))}
            parts={{
              brand: (
                <TitleMenu
                  label={i18n.t('dashboard.brand')}
                  value={data.market ? `${marketOf}${brand.id}` : brand.id}
                  options={brands.flatMap(({ id, name, kind }) => [
                    { value: id, label: name },
                    ...(kind === 'own' && hasMarket ? [{ value: `${marketOf}${id}`, label: i18n.t('swot.market.own', [name]) }] : []),
                  ])}
                  onChange={(chosen) => change({ brand: chosen.replace(marketOf, ''), market: chosen.startsWith(marketOf) ? '1' : null, open: null })}
                />
              ),
              days: (
                <TitleMenu label={i18n.t('dashboard.period')} value={String(days)} options={periods()} onChange={(next) => change({ days: next })} />
              ),
              before: (
                <TitleMenu
                  label={i18n.t('swot.comparedWith')}
                  value={back === null ? 'none' : back === days ? 'before' : 'year'}
                  options={[
                    { value: 'before', label: i18n.t('swot.before', days, { n: number(days) }) },
                    ...(days < year ? [{ value: 'year', label: i18n.t('swot.yearBefore') }] : []),
                    { value: 'none', label: i18n.t('swot.beforeNone') },
                  ]}
                  onChange={(next) => change({ against: next === 'before' ? null : next })}
                />
              ),
            }}
          />
        </h1>
        {back !== null && (data.comparable || shown !== 'now') && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
          <div className="shown-as" role="group" aria-label={i18n.t('swot.show')}>
            {shownAs.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={shown === name}
                onClick={() => change({ show: name === 'now' ? null : name, open: null })}
              >
                {i18n.t(`swot.shown.${name}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      <p className="meta dots page-facts">
        <span>{i18n.t('swot.mentions', tally.mentions, { n: number(tally.mentions) })}</span>
        <span>{i18n.t('swot.judgements', judgements, { n: number(judgements) })}</span>
        <span>{i18n.t('swot.authors', authors, { n: number(authors) })}</span>
        <span>{i18n.t('swot.networks', tally.platforms.size, { n: number(tally.platforms.size) })}</span>
      </p>
      {back !== null && shown !== 'before' && (data.comparable ? <Changes data={data} /> : <p className="meta page-facts">{nothingBefore}</p>)}
      {acts.failed && !opened && <NotSaved error={acts.failed.error} onAgain={acts.failed.again} />}
      <WithMargin
        width={352}
        margin={opened && <Evidence key={opened.id} data={data} line={opened} acts={acts} onClose={() => change({ open: null })} />}
      >
        <Board data={data} acts={acts} fresh={fresh} open={opened?.id ?? null} onOpen={({ id }) => change({ open: id })} />
      </WithMargin>
      <BoardTools data={data} />
      <p className="meta board-note">{i18n.t('swot.note')}</p>
    </>
  );
}
