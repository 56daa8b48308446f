import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import { mount } from '../../components/mount.tsx';
import { i18n } from '../../lib/i18n/index.ts';

mount(i18n.t('appName'), <Dashboard />);
