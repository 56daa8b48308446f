import { attribute, text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { profileOf } from '../shared/profile.ts';

/** An account's own page. The app keeps pages that were left in the document: only the head that links to this account's lists counts. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/profile\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  const link = (list: string) => `a[href="/profile/${CSS.escape(handle ?? '')}/${list}"]`;
  const followers = document.querySelector(link('followers'));
  if (!handle || !followers) return null;
  const screen = followers.closest('[data-testid="profileScreen"]') ?? document;
  return profileOf('bluesky', handle, `https://bsky.app/profile/${handle}`, text(screen, '[data-testid="profileHeaderDisplayName"]'), {
    // The label has the whole number, the words a shortened one.
    followers: followers.getAttribute('aria-label') ?? followers.textContent,
    following: attribute(screen, link('follows'), 'aria-label') ?? text(screen, link('follows')),
    posts: text(screen, `${link('follows')} + *`),
  });
}
