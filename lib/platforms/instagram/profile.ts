import { attribute } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figureOf, figuresIn, figuresInMeta, headText, profileOf } from '../shared/profile.ts';

const path = /^\/([\w.]{1,30})\/?(?:(?:reels|tagged|followers|following)\/?)?$/;
const others = /^(?:explore|reels|direct|accounts|p|reel|tv|stories|about|legal|web)$/;

/** In the account's head the numbers link to the lists behind them; guests get them in the description. */
export function readProfile(page: Page) {
  const [, handle] = path.exec(page.url.pathname) ?? [];
  if (!handle || others.test(handle)) return null;
  const link = (list: string) => page.document.querySelector(`a[href$="/${CSS.escape(handle)}/${list}/" i]`);
  const followers = link('followers');
  const head = followers?.closest('ul') ?? followers?.closest('header, section');
  const figures = figuresInMeta(page, handle);
  const title = attribute(page.document, 'meta[property="og:title"]', 'content') ?? '';
  const name = title.toLowerCase().includes(`(@${handle.toLowerCase()})`) ? title.split(/ *\(@/)[0]! : null;
  return profileOf('instagram', handle, `https://www.instagram.com/${handle}/`, name, {
    ...figures,
    ...(followers && { followers: figureOf(followers) }),
    ...(link('following') && { following: figureOf(link('following')) }),
    // The first of the three, and the only one that leads nowhere.
    ...(head && { posts: (head.tagName === 'UL' && figureOf(head.firstElementChild)) || figuresIn(headText(head)).posts || figures.posts }),
  });
}
