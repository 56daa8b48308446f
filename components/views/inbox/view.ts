import { inboxCount } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { defineView } from '../view.ts';

export default defineView({
  id: 'inbox',
  order: 1,
  key: 'I',
  name: () => i18n.t('inbox.title'),
  count: inboxCount,
  load: () => import('./index.tsx'),
});
