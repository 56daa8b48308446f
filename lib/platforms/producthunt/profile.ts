import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';

/** A product's page, or a person's. */
export function readProfile({ document, url }: Page) {
  const [, path, handle] = /^\/(products\/|@)([\w-]+)(?:\/(?:about|reviews|launches))?\/?$/.exec(url.pathname) ?? [];
  const name = document.querySelector('main h1, h1');
  if (!handle || !name) return null;
  const { followers, following } = figuresNear(name);
  return profileOf('producthunt', handle, `https://www.producthunt.com/${path}${handle}`, textOf(name), { followers, following });
}
