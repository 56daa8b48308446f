import EyeOff from 'lucide-react/icons/eye-off';
import { type ReactNode, useState } from 'react';
import { scaleOf } from '../../lib/core/benchmark.ts';
import type { Measure, Metric } from '../../lib/core/metric.ts';
import engagement from '../../lib/core/metrics/engagement-per-post.ts';
import share from '../../lib/core/metrics/share-of-voice.ts';
import balance from '../../lib/core/metrics/tag-balance.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import type { Tally } from '../../lib/core/tally.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { libraryLink, viewLink } from '../links.ts';
import { inUnit, number } from '../ui/format.ts';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Whisker } from '../ui/whisker.tsx';
import { Withheld, withheldWords } from '../ui/withheld.tsx';
import type { BrandRow, PopupData } from './popup-data.ts';

/** A number that opens its clips in a tab. */
function ClipsLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <a className="number-link" href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  );
}

/** The interval in words, for those who do not see the whisker. */
const Between = ({ unit, low, high }: { unit: Metric['unit']; low: number | null; high: number | null }) =>
  low === null || high === null ? null : <span className="sr">{i18n.t('ui.between', [inUnit(unit, low), inUnit(unit, high)])}</span>;

interface TableProps {
  rows: BrandRow[];
  compared: Tally[];
  period: PopupData['period'];
}

const BrandName = ({ brand }: { brand: BrandRow['brand'] }) => <th scope="row">{brand.name}</th>;

/** S W O T counts and share of voice. */
function JudgedTable({ rows, compared, period }: TableProps) {
  const measures = rows.map(({ tally }) => share.measure(tally, compared));
  const scale = scaleOf(measures, share.unit);
  const first = measures[0];
  return (
    <table className="brands">
      <colgroup>
        <col />
        <col className="count" span={4} />
        <col className="share" />
        <col className="figure" />
        <col className="trend" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{i18n.t('popup.brand')}</th>
          {quadrants.map((quadrant) => (
            <th key={quadrant} scope="col" className="count">
              <QuadrantMark quadrant={quadrant} size={16} label={i18n.t(`quadrant.plural.${quadrant}`)} />
            </th>
          ))}
          <th scope="col" colSpan={3} className="share">
            {i18n.t('popup.shareOfVoice')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ brand, tally, trend }, index) => {
          const own = brand.kind === 'own';
          const measure = measures[index]!;
          return (
            <tr key={brand.id} className={own ? 'own' : ''}>
              <BrandName brand={brand} />
              {quadrants.map((quadrant) => {
                const count = tally.quadrants[quadrant];
                const label = i18n.t(`quadrant.count.${quadrant}`, count, [number(count), brand.name]);
                return (
                  <td key={quadrant} className="count">
                    {count > 0 ? (
                      <ClipsLink href={libraryLink({ brand: brand.id, quadrant, ...period })} label={label}>
                        {number(count)}
                      </ClipsLink>
                    ) : (
                      <span className="ink-3">0</span>
                    )}
                  </td>
                );
              })}
              {measure.value !== null ? (
                <>
                  <td className="share">
                    <Whisker {...measure} min={scale.low} max={scale.high} own={own} width={58} />
                  </td>
                  <td className="figure">
                    <ClipsLink
                      href={libraryLink({ brand: brand.id, ...period })}
                      label={i18n.t('popup.shareOf', [inUnit(share.unit, measure.value), brand.name])}
                    >
                      {inUnit(share.unit, measure.value)}
                    </ClipsLink>{' '}
                    <Between unit={share.unit} {...measure} />
                  </td>
                  <td className="trend">
                    <Sparkline values={trend} own={own} />
                  </td>
                </>
              ) : (
                index === 0 &&
                first?.value === null && (
                  <td className="share" colSpan={3} rowSpan={rows.length}>
                    <Withheld reason={withheldWords(first)} />
                  </td>
                )
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Figure({ metric, measure, brand, period }: { metric: Metric; measure: Measure; brand: BrandRow['brand']; period: PopupData['period'] }) {
  if (measure.value === null)
    return (
      <span className="withheld">
        <EyeOff />
        <span aria-hidden="true">{i18n.t('popup.n', [number(measure.n)])}</span>
        <span className="sr">{withheldWords(measure)}</span>
      </span>
    );
  return (
    <>
      <ClipsLink
        href={libraryLink({ brand: brand.id, ...period })}
        label={i18n.t('popup.figureOf', [inUnit(metric.unit, measure.value), brand.name, number(measure.n)])}
      >
        {inUnit(metric.unit, measure.value)}
      </ClipsLink>{' '}
      <Between unit={metric.unit} {...measure} />
    </>
  );
}

/** The same brands by clips, tag balance and engagement. */
function MeasuredTable({ rows, compared, period }: TableProps) {
  const measured = rows.map(({ tally }) => ({ balance: balance.measure(tally, compared), engagement: engagement.measure(tally, compared) }));
  return (
    <table className="brands">
      <colgroup>
        <col />
        <col className="figure" />
        <col className="share" />
        <col className="figure balance" />
        <col className="figure wide" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{i18n.t('popup.brand')}</th>
          <th scope="col" className="figure">
            {i18n.t('popup.clips')}
          </th>
          <th scope="col" colSpan={2} className="share">
            {i18n.t('popup.tagBalance')}
          </th>
          <th scope="col" className="figure wide">
            {i18n.t('popup.engagement')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ brand, tally }, index) => {
          const own = brand.kind === 'own';
          const { balance: balanced, engagement: engaged } = measured[index]!;
          return (
            <tr key={brand.id} className={own ? 'own' : ''}>
              <BrandName brand={brand} />
              <td className="figure">
                {tally.mentions > 0 ? (
                  <ClipsLink
                    href={libraryLink({ brand: brand.id, ...period })}
                    label={i18n.t('popup.clipsOf', tally.mentions, [number(tally.mentions), brand.name])}
                  >
                    {number(tally.mentions)}
                  </ClipsLink>
                ) : (
                  <span className="ink-3">0</span>
                )}
              </td>
              <td className="share">{balanced.value !== null && <Whisker {...balanced} min={-1} max={1} own={own} width={58} />}</td>
              <td className="figure">
                <Figure metric={balance} measure={balanced} brand={brand} period={period} />
              </td>
              <td className="figure wide">
                <Figure metric={engagement} measure={engaged} brand={brand} period={period} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const tables = { judged: JudgedTable, measured: MeasuredTable };
const remembered = 'popup.table';

/** The one table: brands by judgements and share of voice, or by clips, balance and engagement. */
export function BrandTable({ data: { rows, compared, period } }: { data: PopupData }) {
  const [shown, setShown] = useState<keyof typeof tables>(() => (localStorage.getItem(remembered) === 'measured' ? 'measured' : 'judged'));
  const Table = tables[shown];
  const mentions = compared.reduce((sum, tally) => sum + tally.mentions, 0);
  const networks = new Set(compared.flatMap(({ platforms }) => [...platforms.keys()])).size;
  const show = (table: keyof typeof tables) => {
    setShown(table);
    localStorage.setItem(remembered, table);
  };
  return (
    <section className="part" aria-label={i18n.t('popup.brands')}>
      <Table rows={rows} compared={compared} period={period} />
      <div className="row table-foot">
        <p className="meta grow">
          {i18n.t('popup.mentions', mentions, [number(mentions)])}
          {networks > 0 && (
            <>
              {' · '}
              {i18n.t('popup.networks', networks, [number(networks)])}
            </>
          )}
        </p>
        {compared.length > rows.length && (
          <a className="meta tall" href={viewLink('benchmark')} target="_blank" rel="noreferrer">
            {i18n.t('popup.allBrands', [number(compared.length)])}
          </a>
        )}
        <fieldset className="choice small">
          <legend className="sr">{i18n.t('popup.shown')}</legend>
          {(['judged', 'measured'] as const).map((table) => (
            <label key={table}>
              <input type="radio" name="table" checked={shown === table} onChange={() => show(table)} />
              {i18n.t(`popup.table.${table}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {shown === 'measured' && <p className="meta">{i18n.t('popup.measuredFrom')}</p>}
    </section>
  );
}
