import { attribute, text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figureOf, figuresInMeta, profileOf } from '../shared/profile.ts';
import { handleOf } from './post-parts.ts';

/** An account's own page, on its own server or on another; the numbers link to the lists behind them. */
export function readProfile(page: Page) {
  const { document, url } = page;
  const [, account] = /^\/@([^/]+)(?:\/(?:with_replies|media|featured))?\/?$/.exec(url.pathname) ?? [];
  if (!account) return null;
  const link = (rest: string) => document.querySelector(`a[href="/@${CSS.escape(account)}${rest}`);
  const title = attribute(document, 'meta[property="og:title"]', 'content') ?? '';
  const figures = { followers: figureOf(link('/followers"]')), following: figureOf(link('/following"]')), posts: figureOf(link('"][title]')) };
  return profileOf(
    'mastodon',
    handleOf(account, url.hostname),
    `${url.origin}/@${account}`,
    text(document, '.account__header__tabs__name h1', { except: 'small' }) ?? (/ \(@/.test(title) ? title.split(' (@')[0]! : null),
    figures.followers ? figures : figuresInMeta(page, account),
  );
}
