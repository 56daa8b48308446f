import type { ReactNode } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { viewLink } from '../../links.ts';
import { BrandsEditor } from '../../setup/brands-editor.tsx';
import { Networks } from '../../setup/networks.tsx';
import { SampleOffer } from '../../setup/sample-offer.tsx';
import { Readiness } from '../../suggest/readiness.tsx';
import { AutoBackup } from './auto-backup.tsx';
import { Backup } from './backup.tsx';
import { KeySettings } from './key-settings.tsx';
import { PictureSettings } from './picture-settings.tsx';
import { Repair } from './repair.tsx';
import { Workspaces } from './workspaces.tsx';
import './settings.css';

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="settings-part">
      <div>
        <h2 className="section-title">{title}</h2>
        <p className="meta">{hint}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}

/** Everything that is set once and changed seldom. */
export default function Settings() {
  return (
    <div className="settings">
      <h1 className="page-title">{i18n.t('settings.title')}</h1>
      <Part title={i18n.t('settings.brands')} hint={i18n.t('settings.brandsHint')}>
        <BrandsEditor />
      </Part>
      <Part title={i18n.t('themes.title')} hint={i18n.t('themes.settingsHint')}>
        <a className="control" href={viewLink('themes')}>
          {i18n.t('themes.manage')}
        </a>
      </Part>
      <Part title={i18n.t('settings.networks')} hint={i18n.t('settings.networksHint')}>
        <Networks />
      </Part>
      <Part title={i18n.t('rules.title')} hint={i18n.t('rules.settingsHint')}>
        <a className="control" href={viewLink('rules')}>
          {i18n.t('rules.open')}
        </a>
      </Part>
      <Part title={i18n.t('settings.keys')} hint={i18n.t('settings.keysHint')}>
        <KeySettings />
      </Part>
      <Part title={i18n.t('suggest.title')} hint={i18n.t('suggest.hint')}>
        <Readiness />
      </Part>
      <Part title={i18n.t('settings.pictures')} hint={i18n.t('settings.picturesHint')}>
        <PictureSettings />
      </Part>
      <Part title={i18n.t('settings.workspaces')} hint={i18n.t('settings.workspacesHint')}>
        <Workspaces />
      </Part>
      <Part title={i18n.t('ui.sampleName')} hint={i18n.t('welcome.sampleHint')}>
        <SampleOffer />
      </Part>
      <Part title={i18n.t('settings.past')} hint={i18n.t('settings.pastHint')}>
        <p className="row wrap control">
          <a href={viewLink('history')}>{i18n.t('history.title')}</a> <a href={viewLink('trash')}>{i18n.t('trash.title')}</a>
        </p>
      </Part>
      <Part title={i18n.t('privacy.title')} hint={i18n.t('settings.privacyHint')}>
        <a className="control" href={viewLink('privacy')}>
          {i18n.t('settings.openPrivacy')}
        </a>
      </Part>
      <Part title={i18n.t('backup.title')} hint={i18n.t('backup.hint')}>
        <AutoBackup />
      </Part>
      <Part title={i18n.t('settings.backup')} hint={i18n.t('settings.backupHint')}>
        <Backup />
      </Part>
      <Part title={i18n.t('settings.health')} hint={i18n.t('settings.healthHint')}>
        <a className="control" href={viewLink('health')}>
          {i18n.t('settings.openHealth')}
        </a>
      </Part>
      <Part title={i18n.t('settings.repair')} hint={i18n.t('settings.repairHint')}>
        <Repair />
      </Part>
    </div>
  );
}
