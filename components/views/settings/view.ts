import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'settings',
  order: 9,
  key: ',',
  name: () => i18n.t('settings.title'),
  load: () => import('./index.tsx'),
});
