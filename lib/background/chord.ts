import { browser } from 'wxt/browser';

/** The chord that opens the ring, as the person set it in the browser; empty where they removed it. */
export const chord = async (): Promise<string> => (await browser.commands.getAll()).find(({ name }) => name === 'ring')?.shortcut ?? '';
