import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';

/** A writer's own page on substack.com; a publication's front page does not say how many read it. */
export function readProfile({ document, url }: Page) {
  const [, handle] = (url.hostname === 'substack.com' && /^\/@([^/]+)(?:\/(?:posts|notes|likes|reads))?\/?$/.exec(url.pathname)) || [];
  if (!handle) return null;
  const name = document.querySelector('h1, h2');
  const { followers } = figuresNear(name);
  return profileOf('substack', handle, `https://substack.com/@${handle}`, name && textOf(name), { followers });
}
