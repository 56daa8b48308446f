import type { ReactNode } from 'react';
import { brandsOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { viewLink } from '../../links.ts';
import { useGrantedOrigins } from '../../permissions.ts';
import { SampleBanner } from '../../sample-banner.tsx';
import { BrandsEditor } from '../../setup/brands-editor.tsx';
import { Networks } from '../../setup/networks.tsx';
import { SampleOffer } from '../../setup/sample-offer.tsx';
import { useLive } from '../../store.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Logo } from '../../ui/quadrant-mark.tsx';
import { TryOnce } from './try-once.tsx';
import './welcome.css';

function Step({ number, done, title, hint, children }: { number: number | null; done?: boolean; title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={`step${done ? ' done' : ''}`}>
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2 className="section-title">{title}</h2>
        {hint && <p className="control ink-2">{hint}</p>}
        <div className="step-body">{children}</div>
      </div>
    </section>
  );
}

/** What opens after the install: three steps, none of them compulsory. */
export function Welcome() {
  const brands = useLive(brandsOf, []);
  const granted = useGrantedOrigins();
  if (!brands) return null;
  const own = brands.find(({ kind }) => kind === 'own');
  return (
    <>
      <SampleBanner />
      <main className="welcome">
        <p className="row">
          <Logo size={22} />
          <b className="strong">{i18n.t('appName')}</b>
        </p>
        <h1>{i18n.t('welcome.title')}</h1>
        <p className="lead ink-2">{i18n.t('welcome.lead')}</p>
        <Step number={1} done={own !== undefined} title={i18n.t('popup.whom')} hint={i18n.t('welcome.whomHint')}>
          <BrandsEditor />
        </Step>
        <Step number={2} done={(granted?.length ?? 0) > 0} title={i18n.t('welcome.networks')} hint={i18n.t('welcome.networksHint')}>
          <Networks />
        </Step>
        <Step number={3} title={i18n.t('welcome.try')}>
          <TryOnce brand={own?.name ?? 'Arvelle'} />
        </Step>
        <Step number={null} title={i18n.t('welcome.sample')}>
          <div className="row wrap beside">
            <p className="control ink-2 grow">{i18n.t('welcome.sampleHint')}</p>
            <SampleOffer />
          </div>
        </Step>
        <p className="next">
          <ButtonLink look="primary" href={viewLink('swot')}>
            {i18n.t('welcome.openBoard')}
          </ButtonLink>
        </p>
      </main>
    </>
  );
}
