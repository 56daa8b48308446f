import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'privacy',
  order: null,
  name: () => i18n.t('privacy.title'),
  load: () => import('./index.tsx'),
});
