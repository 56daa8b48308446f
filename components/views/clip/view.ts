import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'clip',
  order: null,
  name: () => i18n.t('dashboard.views.clip'),
  load: () => import('./index.tsx'),
});
