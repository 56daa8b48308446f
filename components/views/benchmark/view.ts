import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'benchmark',
  order: 4,
  key: 'B',
  name: () => i18n.t('dashboard.views.benchmark'),
  load: () => import('./index.tsx'),
});
