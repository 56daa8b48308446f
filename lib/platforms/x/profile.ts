import { attribute, text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figureOf, profileOf } from '../shared/profile.ts';

const path = /^\/(\w{1,15})(?:\/(with_replies|highlights|articles|media|likes|superfollows|followers|verified_followers|following))?\/?$/;
const others = /^(?:home|explore|search|notifications|messages|settings|compose|login|signup|jobs|i|tos|privacy)$/i;

/** What the page's JSON-LD counts, in full; X renews it with the page. */
function counted(page: Page, handle: string): Record<string, number> {
  try {
    const { mainEntity } = JSON.parse(page.document.querySelector('script[data-testid^="UserProfileSchema"]')?.textContent ?? '{}');
    if (String(mainEntity?.additionalName).toLowerCase() !== handle) return {};
    const counters = mainEntity.interactionStatistic as { name: string; userInteractionCount: number }[];
    return Object.fromEntries(counters.map(({ name, userInteractionCount }) => [name, userInteractionCount]));
  } catch {
    return {};
  }
}

/** The links to who follows and who is followed name the account: an old page under a new address is not read. */
export function readProfile(page: Page) {
  const [, account = '', tab] = path.exec(page.url.pathname) ?? [];
  const handle = account.toLowerCase();
  if (!handle || others.test(handle)) return null;
  const link = (...to: string[]) =>
    [...page.document.querySelectorAll('a[href]')].find((one) => to.some((end) => one.getAttribute('href')?.toLowerCase() === `/${handle}/${end}`));
  const following = link('following');
  if (!following) return null;
  const { Follows, Friends, Tweets } = counted(page, handle);
  // Beside the name in the bar on top stand the posts; on other tabs what these hold.
  const title = [...page.document.querySelectorAll('[data-testid="primaryColumn"] h2')].find((one) =>
    /\p{Nd}/u.test(one.nextElementSibling?.textContent ?? ''),
  );
  const written = attribute(page.document, `a[href="${following.getAttribute('href')}"]`, 'href')?.split('/')[1] ?? account;
  return profileOf('x', written, `https://x.com/${written}`, text(page.document, '[data-testid="UserName"] [dir]'), {
    followers: Follows ?? figureOf(link('verified_followers', 'followers')),
    following: Friends ?? figureOf(following),
    posts: Tweets ?? (!tab || tab === 'with_replies' ? figureOf(title?.nextElementSibling) : null),
  });
}
