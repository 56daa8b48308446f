import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'swot',
  order: 3,
  key: 'S',
  name: () => i18n.t('dashboard.views.swot'),
  load: () => import('./index.tsx'),
});
