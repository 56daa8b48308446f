import { text } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { profileOf } from '../shared/profile.ts';

/** A company's page: how many reviews it has, from the data the page came with; a page reached without loading still has the other's. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/review\/([^/]+)/.exec(url.pathname) ?? [];
  const data = handle && document.querySelector('#__NEXT_DATA__')?.textContent;
  const [, named, posts] = (data && /"identifyingName":"([^"]+)","numberOfReviews":(\d+)/.exec(data)) || [];
  if (!named || (named !== handle && !url.pathname.endsWith(`/${named}`))) return null;
  return profileOf('trustpilot', named, `https://www.trustpilot.com/review/${named}`, text(document, 'h1 > span'), { posts: Number(posts) });
}
