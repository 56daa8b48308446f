import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup/index.tsx';
import { i18n } from '../../lib/i18n/index.ts';

mount(i18n.t('appName'), <Popup />);
