import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'health',
  order: null,
  name: () => i18n.t('health.title'),
  load: () => import('./index.tsx'),
});
