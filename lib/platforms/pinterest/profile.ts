import { text, textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresInMeta, figuresNear, profileOf } from '../shared/profile.ts';

const others = /^(?:pin|ideas|search|today|settings|business|login|_|categories|videos|explore|topics)$/;

/** An account's own page on any of its tabs. */
export function readProfile(page: Page) {
  const { document, url } = page;
  const [, handle] = /^\/([\w-]{3,30})\/(?:_(?:created|saved|profile|pins)\/?)?$/.exec(url.pathname.replace(/\/?$/, '/')) ?? [];
  if (!handle || others.test(handle)) return null;
  const name = document.querySelector('[data-test-id="profile-name"], h1');
  const near = figuresNear(name);
  const { followers, following } = near.followers ? near : figuresInMeta(page, handle);
  return profileOf('pinterest', handle, `https://www.pinterest.com/${handle}/`, name && textOf(name), {
    followers: text(document, '[data-test-id="profile-followers-count"]') ?? followers,
    following: text(document, '[data-test-id="profile-following-count"]') ?? following,
  });
}
