import { text, textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { profileOf } from '../shared/profile.ts';

/** A writer's own page, under medium.com or as a host of its own. */
export function readProfile({ document, url }: Page) {
  const handle =
    /^\/@([^/]+)\/?(?:(?:about|lists)\/?)?$/.exec(url.pathname)?.[1] ??
    (/^\/(?:about\/?)?$/.test(url.pathname) ? /^(?!www\.)([\w-]+)\.medium\.com$/.exec(url.hostname)?.[1] : undefined);
  if (!handle) return null;
  const figure = (list: string) => {
    const link = document.querySelector(`a[href*="/@${CSS.escape(handle)}/${list}" i], a[href^="/${list}"]`);
    return link && textOf(link);
  };
  const figures = { followers: figure('followers'), following: figure('following') };
  return profileOf('medium', handle, `https://medium.com/@${handle}`, text(document, '[data-testid="authorName"], h2.pw-author-name, h1'), figures);
}
