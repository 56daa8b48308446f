import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'rules',
  order: null,
  key: 'R',
  name: () => i18n.t('rules.title'),
  load: () => import('./index.tsx'),
});
