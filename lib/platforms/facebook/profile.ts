import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';
import { handleOf } from './permalink.ts';

/** A page's or person's own page: the head that names it also links to its own tabs. */
export function readProfile(page: Page) {
  const here = page.document.createElement('a');
  here.href = page.url.href;
  const handle = handleOf(here, page);
  const main = page.document.querySelector('[role="main"]');
  const name = main?.querySelector('h1');
  if (!handle || !main || !name || !main.querySelector(`a[href*="/${CSS.escape(handle)}/" i], a[href*="id=${CSS.escape(handle)}&"]`)) return null;
  const { followers, following } = figuresNear(name);
  const url = /^\d+$/.test(handle) ? `https://www.facebook.com/profile.php?id=${handle}` : `https://www.facebook.com/${handle}`;
  return profileOf('facebook', handle, url, textOf(name), { followers, following });
}
