import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresIn, profileOf } from '../shared/profile.ts';

/** A person's own page: the head of its main part, which has no heading. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/profile\/([^/]+)(?:\/(?:answers|questions|posts|followers|following))?\/?$/.exec(url.pathname) ?? [];
  const main = handle && document.querySelector('#mainContent');
  if (!main) return null;
  const said = textOf(main).slice(0, 1_000);
  const { followers, following } = figuresIn(said);
  return profileOf('quora', handle, `${url.origin}/profile/${handle}`, said.split('\n')[0] ?? null, { followers, following });
}
