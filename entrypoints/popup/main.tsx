import { mount } from '../../components/mount.tsx';
import { firstDays, Popup } from '../../components/popup/index.tsx';
import { popupData } from '../../components/popup/popup-data.ts';
import { activeStore } from '../../lib/db/store.ts';
import { i18n } from '../../lib/i18n/index.ts';

// Asked for before React is, so that its first drawing is the whole popup.
const opening = activeStore();
const days = firstDays();
opening
  .then(async (store) => ({ store, first: await popupData(store, days) }))
  .then(
    ({ store, first }) => mount(i18n.t('appName'), <Popup first={{ days, data: first }} />, opening, store),
    // What went wrong goes wrong again where it can be said.
    () => mount(i18n.t('appName'), <Popup />, opening),
  );
