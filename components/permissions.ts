/** Hosts the person has granted: asked, watched, requested and given back. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** Asks for exactly these hosts. Call it first thing in a click handler: an `await` before it loses the gesture. */
export const request = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] });

/** Gives hosts back. */
export const revoke = (origins: readonly string[]): Promise<boolean> => browser.permissions.remove({ origins: [...origins] });

/** Calls back at once, and whenever something was granted or taken back, here or in the browser's own settings. */
function watch(look: () => void): () => void {
  look();
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  return () => {
    browser.permissions.onAdded.removeListener(look);
    browser.permissions.onRemoved.removeListener(look);
  };
}

/** Whether all of these hosts are granted now; undefined until known. */
export function useGranted(origins: readonly string[]): boolean | undefined {
  const [granted, setGranted] = useState<boolean>();
  const asked = origins.join(' ');
  useEffect(() => watch(() => void browser.permissions.contains({ origins: asked.split(' ') }).then(setGranted)), [asked]);
  return granted;
}

/** All granted match patterns; undefined until known. */
export function useGrantedOrigins(): string[] | undefined {
  const [origins, setOrigins] = useState<string[]>();
  useEffect(() => watch(() => void browser.permissions.getAll().then(({ origins: all = [] }) => setOrigins(all))), []);
  return origins;
}
