import { attribute, text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';

const path = /^\/(r|u|user)\/([\w-]+)(?:\/(?:best|hot|new|top|rising|overview|submitted|comments))?\/?$/;

/** A community, as `r/NAME` so that no redditor of that name is taken for it, or a redditor's own page. */
export function readProfile({ document, url }: Page) {
  const [, kind, account] = path.exec(url.pathname) ?? [];
  if (!account) return null;
  if (kind !== 'r') {
    const name = document.querySelector('[data-testid="profile-main"] h1, main h1, reddit-profile-sidebar h1, aside h2');
    return profileOf('reddit', account, `https://www.reddit.com/user/${account}/`, null, { followers: figuresNear(name).followers });
  }
  const head = 'shreddit-subreddit-header';
  const followers = attribute(document, `${head}[subscribers]`, 'subscribers') ?? text(document, '.titlebox .subscribers .number');
  const name = attribute(document, head, 'display-name') ?? text(document, '.titlebox .redditname');
  return profileOf('reddit', `r/${account}`, `https://www.reddit.com/r/${account}/`, name, { followers });
}
