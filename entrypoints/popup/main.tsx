import { mount } from '../../components/mount.tsx';
import { firstDays, Popup } from '../../components/popup/index.tsx';
import { popupData } from '../../components/popup/popup-data.ts';
import { openings } from '../../lib/db/opening.ts';
import { activeStore } from '../../lib/db/store.ts';
import { i18n } from '../../lib/i18n/index.ts';

// Asked for before React is, so that its first drawing is the whole popup.
const opening = activeStore();
const days = firstDays();
const drawable = opening.then(async (store) => ({ store, first: await popupData(store, days) }));
// Held up by another window, it says so instead of staying empty.
const held = new Promise<null>((resolve) => openings.addEventListener('blocked', () => resolve(null), { once: true }));
Promise.race([drawable, held]).then(
  (drawn) => {
    if (drawn) mount(i18n.t('appName'), <Popup first={{ days, data: drawn.first }} />, opening, drawn.store);
    else mount(i18n.t('appName'), <Popup />, opening);
  },
  // What went wrong goes wrong again where it can be said.
  () => mount(i18n.t('appName'), <Popup />, opening),
);
