import { browser } from 'wxt/browser';

/** Firefox from 137 on, so not among WXT's types. */
type Commands = { openShortcutSettings?(): Promise<void> };

const ask = (browser as { commands?: Commands }).commands?.openShortcutSettings;

/** Opens the browser's page of shortcuts; undefined where it has none that an extension may open. */
export const openShortcuts: (() => void) | undefined = import.meta.env.FIREFOX
  ? ask && (() => void ask())
  : () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
