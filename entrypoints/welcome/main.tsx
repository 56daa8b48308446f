import { mount } from '../../components/mount.tsx';
import { Welcome } from '../../components/views/welcome/welcome.tsx';
import { i18n } from '../../lib/i18n/index.ts';

mount(i18n.t('appName'), <Welcome />);
