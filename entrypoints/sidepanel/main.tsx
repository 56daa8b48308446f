import { mount } from '../../components/mount.tsx';
import { RecountBanner } from '../../components/recount-banner.tsx';
import { SampleBanner } from '../../components/sample-banner.tsx';
import Inbox from '../../components/views/inbox/index.tsx';
import { i18n } from '../../lib/i18n/index.ts';

mount(
  i18n.t('inbox.title'),
  <div className="side-panel">
    <SampleBanner />
    <RecountBanner />
    <main>
      <Inbox />
    </main>
  </div>,
);
