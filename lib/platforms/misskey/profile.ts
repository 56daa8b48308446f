import { text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figureOf, profileOf } from '../shared/profile.ts';

/** An account's own page; the numbers link to the lists behind them. With its host, for one name may be different people's on different servers. */
export function readProfile({ document, url }: Page) {
  const [, account] = /^\/@([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (!account) return null;
  const own = `a[href="/@${CSS.escape(account)}`;
  const figure = (list: string) => figureOf(document.querySelector(`${own}/${list}"] b`) ?? document.querySelector(`${own}/${list}"]`));
  return profileOf(
    'misskey',
    account.includes('@') ? account : `${account}@${url.hostname}`,
    `${url.origin}/@${account}`,
    text(document, 'main h1'),
    {
      followers: figure('followers'),
      following: figure('following'),
      // Older versions link the notes to the page itself.
      posts: figure('notes') ?? figureOf(document.querySelector(`${own}"] > b`)),
    },
  );
}
