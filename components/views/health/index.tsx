import { i18n } from '../../../lib/i18n/index.ts';
import { BackupHealth } from './backup-health.tsx';
import { IntegrityCheck } from './integrity.tsx';
import { Reading } from './reading.tsx';
import { Storage } from './storage.tsx';
import './health.css';

/** What a person may want to know of the state of things: a section for each. */
export default function Health() {
  return (
    <div className="health">
      <h1 className="page-title">{i18n.t('health.title')}</h1>
      <BackupHealth />
      <IntegrityCheck />
      <Storage />
      <Reading />
    </div>
  );
}
