import type { ReactNode } from 'react';
import { type TableName, tableNames } from '../../../lib/db/stored.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { ViewProps } from '../view.ts';
import { Forgotten } from './forgotten.tsx';
import { Records } from './records.tsx';
import { Retention } from './retention.tsx';
import { Stored } from './stored.tsx';
import './privacy.css';

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="privacy-part">
      <h2 className="section-title">{title}</h2>
      <p className="meta privacy-hint">{hint}</p>
      {children}
    </section>
  );
}

const isTable = (name: string | null): name is TableName => tableNames.some((one) => one === name);

/** What is kept here of whom, for how long, and every record as it is. */
export default function Privacy({ rest }: ViewProps) {
  return (
    <div className="privacy">
      <h1 className="page-title">{i18n.t('privacy.title')}</h1>
      {isTable(rest) ? (
        <Records key={rest} table={rest} />
      ) : (
        <>
          <Part title={i18n.t('privacy.retention.title')} hint={i18n.t('privacy.retention.about')}>
            <Retention />
          </Part>
          <Part title={i18n.t('privacy.forgotten.title')} hint={i18n.t('privacy.forgotten.about')}>
            <Forgotten />
          </Part>
          <Part title={i18n.t('privacy.stored')} hint={i18n.t('privacy.storedHint')}>
            <Stored />
          </Part>
        </>
      )}
    </div>
  );
}
