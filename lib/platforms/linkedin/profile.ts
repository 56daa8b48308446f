import { attribute, textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresIn, figuresNear, profileOf } from '../shared/profile.ts';

/** A company's page on any of its tabs, or a person's own. */
export function readProfile(page: Page) {
  const [, kind, handle] =
    /^\/(company|showcase|school|in)\/([^/]+)\/?(?:(?:about|posts|people|jobs|life|mycompany)\/?)?$/.exec(page.url.pathname) ?? [];
  const name = page.document.querySelector('main h1');
  if (!handle || !name) return null;
  // Served to guests, the description begins with the name and "527,060 followers on LinkedIn".
  const title = textOf(name);
  const said = attribute(page.document, 'meta[name="description"]', 'content') ?? '';
  const { followers } = { ...(said.startsWith(title) && figuresIn(said.slice(0, title.length + 60))), ...figuresNear(name) };
  return profileOf('linkedin', handle, `https://www.linkedin.com/${kind}/${handle}/`, title, { followers });
}
