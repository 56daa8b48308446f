import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';

const path = /^\/(@|channel\/|c\/|user\/)([^/]+)(?:\/(?:featured|videos|shorts|streams|live|playlists|community|posts|podcasts|about))?\/?$/;

/** A channel's page on any of its tabs. Its head shows the handle, also where the address has the channel's id. */
export function readProfile({ document, url }: Page) {
  const [, kind, account = ''] = path.exec(url.pathname) ?? [];
  const head = kind && document.querySelector('#page-header, yt-page-header-renderer, #channel-header, ytd-c4-tabbed-header-renderer');
  if (!head) return null;
  const shown = /@([^\s•·]+)/u.exec(textOf(head))?.[1];
  // An old head under a new address is not this channel's.
  if (kind === '@' && shown && shown.toLowerCase() !== decodeURIComponent(account).toLowerCase()) return null;
  const name = head.querySelector('h1, #channel-name #text');
  const { followers, posts } = figuresNear(name);
  const handle = shown ?? account;
  const address = `https://www.youtube.com/${shown ? '@' : kind}${handle}`;
  return profileOf('youtube', handle, address, name && textOf(name), { followers, posts });
}
