import Maximize2 from 'lucide-react/icons/maximize-2';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { viewLink } from '../links.ts';
import { SampleBanner } from '../sample-banner.tsx';
import { useLive } from '../store.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { list, number } from '../ui/format.ts';
import { Logo } from '../ui/quadrant-mark.tsx';
import { BrandTable } from './brand-table.tsx';
import { ClipSection } from './clip-section.tsx';
import { FirstRun } from './first-run.tsx';
import { firstDays, type PopupData, periods, popupData, rememberDays } from './popup-data.ts';
import { Today } from './today.tsx';
import './popup.css';

/** Not needed for the first paint: seldom have they anything to show. */
const Unsaved = lazy(() => import('./unsaved.tsx').then(({ Unsaved: it }) => ({ default: it })));
const PinnedView = lazy(() => import('./pinned-view.tsx').then(({ PinnedView: it }) => ({ default: it })));
const BackupWarning = lazy(() => import('../backup-warning.tsx').then(({ BackupWarning: it }) => ({ default: it })));
const RecountBanner = lazy(() => import('../recount-banner.tsx').then(({ RecountBanner: it }) => ({ default: it })));

function Header({ data, days, onDays }: { data: PopupData; days: number; onDays(days: number): void }) {
  const own = data.brands.filter(({ kind }) => kind === 'own').map(({ name }) => name);
  return (
    <header>
      <Logo />
      <h1 className="grow clamp-1">{own.length > 0 ? list(own) : i18n.t('appName')}</h1>
      {data.brands.length > 0 && (
        <select className="meta" aria-label={i18n.t('popup.period')} value={days} onChange={({ target }) => onDays(Number(target.value))}>
          {periods.map((count) => (
            <option key={count} value={count}>
              {i18n.t('ui.periodDays', count, [number(count)])}
            </option>
          ))}
        </select>
      )}
      <ButtonLink look="quiet" iconOnly href={viewLink('swot')} target="_blank" rel="noreferrer" aria-label={i18n.t('popup.openDashboard')}>
        <Maximize2 />
      </ButtonLink>
    </header>
  );
}

/** The toolbar's popup. Nothing is drawn before all of it can be. */
export function Popup({ first }: { first?: { days: number; data: PopupData } }) {
  const [judging, setJudging] = useState(false);
  const [days, setDays] = useState<number>(firstDays);
  const [shown, setShown] = useState(first);
  const data = useLive((store) => popupData(store, days), [days]);
  // While another period is being summed up, the popup keeps its size and its old, rightly labelled numbers.
  if (data && shown?.data !== data) setShown({ days, data });
  // Asked for once the rest is drawn: each is a file.
  const more = useDeferredValue(true, false);
  if (!shown) return null;
  const onDays = (count: number) => {
    rememberDays(count);
    setDays(count);
  };
  return (
    <div className="popup">
      <Header data={shown.data} days={shown.days} onDays={onDays} />
      <SampleBanner />
      <main>
        {more && (
          <Suspense>
            <Unsaved />
            <RecountBanner />
            <BackupWarning />
          </Suspense>
        )}
        {shown.data.brands.length === 0 ? (
          <FirstRun data={shown.data} />
        ) : (
          <>
            <ClipSection data={shown.data} onJudging={setJudging} />
            <BrandTable data={shown.data} />
            {!judging && <Today data={shown.data} />}
            {more && (
              <Suspense>
                <PinnedView />
              </Suspense>
            )}
          </>
        )}
      </main>
    </div>
  );
}
