import { attribute } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresInMeta, profileOf } from '../shared/profile.ts';

/** An account's own page. Its description counts threads too, but says 0 of accounts that have some. */
export function readProfile(page: Page) {
  const { document, url } = page;
  const [, handle] = /^\/@([\w.]+)(?:\/(?:replies|media|reposts))?\/?$/.exec(url.pathname) ?? [];
  if (!handle || !document.querySelector(`a[href="/@${CSS.escape(handle)}" i]`)) return null;
  // The one number that is shown shortened has its full form in the title.
  const titled = [...document.querySelectorAll('span[title]')].find((one) => /^\d[\d.,\s]*$/.test(one.getAttribute('title') ?? ''));
  const followers = titled?.getAttribute('title') ?? figuresInMeta(page, handle).followers;
  const title = attribute(document, 'meta[property="og:title"]', 'content') ?? '';
  const name = title.toLowerCase().includes(`(@${handle.toLowerCase()})`) ? title.split(' (@')[0]! : null;
  return profileOf('threads', handle, `https://www.threads.com/@${handle}`, name, { followers });
}
