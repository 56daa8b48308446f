import { Dashboard, loadPages } from '../../components/dashboard/dashboard.tsx';
import { mount } from '../../components/mount.tsx';
import { activeStore } from '../../lib/db/store.ts';
import { i18n } from '../../lib/i18n/index.ts';

const opening = activeStore();
void loadPages().then(() => mount(i18n.t('appName'), <Dashboard />, opening));
