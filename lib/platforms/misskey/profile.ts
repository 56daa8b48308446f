import { text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figureOf, profileOf } from '../shared/profile.ts';

/** An account's own page; the numbers link to the lists behind them. */
export function readProfile({ document, url }: Page) {
  const [, account] = /^\/@([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (!account) return null;
  const figure = (list: string) =>
    figureOf(document.querySelector(`a[href="/@${CSS.escape(account)}/${list}"] b, a[href="/@${CSS.escape(account)}/${list}"]`));
  const figures = { followers: figure('followers'), following: figure('following'), posts: figure('notes') };
  return profileOf('misskey', account, `${url.origin}/@${account}`, text(document, 'main h1'), figures);
}
