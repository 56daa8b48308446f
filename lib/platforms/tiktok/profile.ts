import { text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { profileOf } from '../shared/profile.ts';

/** An account's own page; how many videos it has is not shown there. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/@([\w.]+)\/?$/.exec(url.pathname) ?? [];
  if (!handle || text(document, '[data-e2e="user-title"]')?.toLowerCase() !== handle.toLowerCase()) return null;
  return profileOf('tiktok', handle, `https://www.tiktok.com/@${handle}`, text(document, '[data-e2e="user-subtitle"]'), {
    followers: text(document, '[data-e2e="followers-count"]'),
    following: text(document, '[data-e2e="following-count"]'),
  });
}
