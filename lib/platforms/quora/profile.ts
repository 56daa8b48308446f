import type { Page } from '../shared/platform.ts';
import { figuresNear, headText, profileOf } from '../shared/profile.ts';

/** A person's own page. It has no heading: its head is the first part of the main content that is no more than a head. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/profile\/([^/]+)(?:\/(?:answers|questions|posts|followers|following))?\/?$/.exec(url.pathname) ?? [];
  let head = handle ? document.querySelector('#mainContent') : null;
  for (let level = 0; head && level < 15 && !headText(head); level += 1) head = head.firstElementChild;
  const { followers, following } = figuresNear(head);
  const name = headText(head).split('\n')[0] ?? null;
  return profileOf('quora', handle, `${url.origin}/profile/${handle}`, name, { followers, following });
}
