import { Suspense, useEffect, useState } from 'react';
import { daysBetween } from '../../lib/core/day.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { Later, later } from '../later.tsx';
import { viewLink } from '../links.ts';
import { useLive } from '../store.tsx';
import { number } from '../ui/format.ts';
import { judgedBefore } from './judged-before.ts';
import { JudgedTable } from './judged-table.tsx';
import { MeasuredTable } from './measured-table.tsx';
import { firstTable, type PopupData, type PopupTable, rememberTable } from './popup-data.ts';

const tables = { judged: JudgedTable, measured: MeasuredTable };

/** Not needed for the first paint: what one click more shows. */
const brandCard = later(async () => (await import('./brand-card.tsx')).BrandCard);

/** The one table: brands by judgements and share of voice, or by clips, net sentiment and engagement; and the card of one of them. */
export function BrandTable({ data: { rows, compared, period } }: { data: PopupData }) {
  const [opened, setOpened] = useState<string | null>(null);
  const ids = compared.map(({ brand }) => brand);
  // Read when the rest stands, for the popup's first paint does without.
  const before = useLive((store) => judgedBefore(store, ids, period), [ids.join(), period.from, period.to]);
  useEffect(() => {
    requestIdleCallback(() => void brandCard.load().catch(() => undefined));
  }, []);
  const brand = rows.find((row) => row.brand.id === opened)?.brand;
  const [shown, setShown] = useState(firstTable);
  const Table = tables[shown];
  const length = daysBetween(period.from, period.to) + 1;
  const mentions = compared.reduce((sum, tally) => sum + tally.mentions, 0);
  const networks = new Set(compared.flatMap(({ platforms }) => [...platforms.keys()])).size;
  const show = (table: PopupTable) => {
    setShown(table);
    rememberTable(table);
  };
  return (
    <section className="part" aria-label={i18n.t('popup.brands')}>
      <Table rows={rows} compared={compared} period={period} before={before} opened={opened} onOpen={setOpened} />
      <div className="row table-foot">
        <p className="meta grow">
          {i18n.t('popup.mentions', mentions, [number(mentions)])}
          {networks > 0 && (
            <>
              {' · '}
              {i18n.t('popup.networks', networks, [number(networks)])}
            </>
          )}
          {shown === 'judged' && before && (
            <>
              {' · '}
              <span className="nowrap">{i18n.t('popup.against', length, [number(length)])}</span>
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
      {brand && (
        <Suspense>
          <Later key={brand.id} of={brandCard} props={{ brand, period, onClose: () => setOpened(null) }} />
        </Suspense>
      )}
    </section>
  );
}
