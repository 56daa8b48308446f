import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'history',
  order: null,
  key: 'H',
  name: () => i18n.t('history.title'),
  load: () => import('./index.tsx'),
});
