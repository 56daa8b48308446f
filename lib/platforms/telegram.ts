/** Telegram's web preview of public channels (`t.me/s/CHANNEL`) and of single messages (`t.me/CHANNEL/ID?embed=1`): server HTML with names made by hand. */
import type { Draft, Media, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const site = 'https://t.me/';
/** "CHANNEL/ID"; a private channel is `c/NUMBER/ID`. */
const messageId = /^(?:c\/)?[\w-]+\/\d+$/;

/** The message that an address names; null for any other address, and for another site's. */
function messageIn(href: string | null): string | null {
  const address = webUrl(href, site);
  if (!address) return null;
  const { hostname, pathname } = new URL(address);
  const path = pathname.replace(/^\/(?:s\/)?|\/$/g, '');
  return (hostname === 't.me' || hostname === 'telegram.me') && messageId.test(path) ? path : null;
}

const accountIn = (href: string | null): string | null => {
  const address = webUrl(href, site);
  return address ? (/^\/(?:s\/)?([A-Za-z]\w+)(?:\/|$)/.exec(new URL(address).pathname)?.[1] ?? null) : null;
};

/** A second `time` is a video's length. */
function dateOf(message: Element, { now }: Page): PublishedAt | null {
  const time = message.querySelector('.tgme_widget_message_date time[datetime]');
  const stamp = time?.getAttribute('datetime');
  const found = stamp && readDate(stamp, now);
  return found ? { ...found, raw: (time && textOf(time)) || stamp, source: 'attribute' } : null;
}

const pictured = (element: Element): string | null => /url\(['"]?([^'")]+)/.exec(element.getAttribute('style') ?? '')?.[1] ?? null;

function mediaOf(message: Element): Media[] {
  const pictures = [...message.querySelectorAll('.tgme_widget_message_photo_wrap')].map(
    (photo): Media => ({ kind: 'image', url: webUrl(pictured(photo), site) }),
  );
  const videos = [...message.querySelectorAll('.tgme_widget_message_video_player')].map(
    (video): Media => ({ kind: 'video', url: webUrl(attribute(video, 'video', 'src'), site) }),
  );
  const links = [...message.querySelectorAll('a.tgme_widget_message_link_preview')].flatMap((link): Media[] => {
    const url = webUrl(link.getAttribute('href'), site);
    return url ? [{ kind: 'link', url }] : [];
  });
  return [...pictures, ...videos, ...links];
}

/** The message that this one answers stands above it, cut short, in a link of its own. */
function replyOf(message: Element): Reference | undefined {
  const reply = message.querySelector('a.tgme_widget_message_reply');
  const id = messageIn(reply?.getAttribute('href') ?? null);
  if (!reply || !id) return undefined;
  const words = text(reply, '.js-message_reply_text, .tgme_widget_message_metatext');
  return {
    url: site + id,
    nativeId: id,
    author: { name: text(reply, '.tgme_widget_message_author_name'), handle: accountIn(reply.getAttribute('href')) },
    ...(words && { text: words }),
  };
}

/** A forwarded message is its first author's; who brought it here is the channel. */
function peopleOf(message: Element, channel: Person): { author: Person; sharedBy?: Person } {
  const from = message.querySelector('.tgme_widget_message_forwarded_from_name');
  if (!from) return { author: channel };
  const link = from.closest('a') ?? from.querySelector('a');
  return { author: { name: textOf(from) || null, handle: accountIn(link?.getAttribute('href') ?? null) }, sharedBy: channel };
}

export default definePlatform({
  id: 'telegram',
  name: 'Telegram',
  hosts: ['t.me', 'telegram.me'],
  origins: ['https://t.me/*', 'https://telegram.me/*'],
  examples: ['https://t.me/s/arvelle', 'https://t.me/arvelle/419?embed=1'],
  selector: '.tgme_widget_message[data-post]',

  read(message, page): Draft | null {
    const id = message.getAttribute('data-post') ?? '';
    // "The channel was renamed", "a message was pinned".
    if (!messageId.test(id) || message.matches('.service_message')) return null;
    const owner = message.querySelector('.tgme_widget_message_owner_name');
    const channel: Person = { name: (owner && textOf(owner)) || null, handle: /^c\//.test(id) ? null : (id.split('/')[0] ?? null) };
    const inReplyTo = replyOf(message);
    const words = [...message.querySelectorAll('.tgme_widget_message_text')].find((part) => !part.closest('.tgme_widget_message_reply'));
    return draftOf({
      kind: 'post',
      platform: 'telegram',
      url: site + id,
      nativeId: id,
      ...peopleOf(message, channel),
      ...(inReplyTo && { inReplyTo }),
      text: words ? textOf(words) : '',
      publishedAt: dateOf(message, page),
      ...metricsOf({ views: text(message, '.tgme_widget_message_views') }),
      media: mediaOf(message),
    });
  },
});
