import { textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresNear, profileOf } from '../shared/profile.ts';

const others = /^(?:feed|im|friends|groups|video|audio|album|photo|wall|search|market|settings|login|apps|games|clips|mail|al_\w+|\w+\.php)[-\d_]*$/;

/** A community's or person's own page. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/([\w.]+)\/?$/.exec(url.pathname) ?? [];
  if (!handle || others.test(handle)) return null;
  const name = document.querySelector('h1');
  return profileOf('vk', handle, `https://vk.com/${handle}`, name && textOf(name), { followers: figuresNear(name).followers });
}
