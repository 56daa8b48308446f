/**
 * What the toolbar's popup begins with. It stands in the one file that the popup loads before it is drawn, which other surfaces share: a request for
 * another file costs more than all that is done here (wxt.config.ts).
 */
import { createElement } from 'react';
import { openings } from '../../lib/db/opening.ts';
import { activeStore, earlyDb, type Store } from '../../lib/db/store.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { mount } from '../mount.tsx';
import { Popup } from './index.tsx';
import { earlyPopup, firstDays, firstTable, popupData } from './popup-data.ts';

function start(): void {
  // Read before React draws, so that its first drawing is the whole popup.
  const early = earlyDb();
  const [days, table] = [firstDays(), firstTable()];
  const guessed = early && earlyPopup(early, days, table);
  const opening = activeStore();
  const read = async (store: Store) => (store.db === early && (await guessed)) || popupData(store, days);
  const drawable = opening.then(async (store) => ({ store, data: await read(store) }));
  guessed?.catch(() => undefined); // Whoever waits for the store is told what is wrong.
  // Held up by another window, it says so instead of staying empty.
  const held = new Promise<null>((resolve) => openings.addEventListener('blocked', () => resolve(null), { once: true }));
  Promise.race([drawable, held])
    // What went wrong goes wrong again where it can be said.
    .catch(() => null)
    .then((drawn) => mount(i18n.t('appName'), createElement(Popup, drawn ? { first: { days, data: drawn.data } } : {}), opening, drawn?.store));
}

if (globalThis.location?.pathname === '/popup.html') start();
