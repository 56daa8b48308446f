import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'add',
  order: null,
  key: 'A',
  name: () => i18n.t('add.title'),
  load: () => import('./index.tsx'),
});
