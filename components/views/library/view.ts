import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'library',
  order: 2,
  key: 'L',
  name: () => i18n.t('dashboard.views.library'),
  load: () => import('./index.tsx'),
});
