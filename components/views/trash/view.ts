import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'trash',
  order: null,
  key: 'T',
  name: () => i18n.t('trash.title'),
  load: () => import('./index.tsx'),
});
