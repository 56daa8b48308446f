import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'themes',
  order: null,
  key: 'M',
  name: () => i18n.t('themes.title'),
  load: () => import('./index.tsx'),
});
