import { text, textOf } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { figuresIn, profileOf } from '../shared/profile.ts';

/** A channel's or group's preview, with the list of its messages or without. Photos and links are counted there too, messages are not. */
export function readProfile({ document, url }: Page) {
  const [, handle] = /^\/(?:s\/)?([a-z]\w{2,})\/?$/i.exec(url.pathname) ?? [];
  if (!handle) return null;
  const counters = [...document.querySelectorAll('.tgme_channel_info_counter, .tgme_page_extra, .tgme_header_counter')];
  const followers = counters.map((counter) => figuresIn(textOf(counter)).followers).find(Boolean);
  const name = text(document, '.tgme_channel_info_header_title, .tgme_page_title');
  return profileOf('telegram', handle, `https://t.me/${handle}`, name, { followers });
}
