/**
 * Public channels and groups at t.me: the preview of a channel (t.me/s/NAME) and a single message as other sites embed it. Rendered by the
 * server, with class names written by hand. Chats of the app itself have no pages here.
 */
import type { Draft, Media, Person, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, text, textOf, webUrl } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { type Count, readCount } from './shared/numbers.ts';
import { readMetadata } from './shared/page-metadata.ts';
import { definePlatform } from './shared/platform.ts';
import { readProfile } from './telegram/profile.ts';

const origin = 'https://t.me';
const bubble = '.tgme_widget_message';

/** NAME and number of a message out of an address at t.me; those of closed channels ("/c/1234/5") lead nowhere for others. */
function messageAt(href: string | null, base: URL): { url: string; nativeId: string; handle: string } | null {
  if (!href || !URL.canParse(href, base)) return null;
  const { hostname, pathname } = new URL(href, base);
  const [, handle, id] = /^\/(?:s\/)?([a-z]\w{2,})\/(?:\d+\/)?(\d+)\/?$/i.exec(pathname) ?? [];
  if (!/^(?:www\.)?(?:t|telegram)\.me$/.test(hostname) || !handle || !id) return null;
  return { url: `${origin}/${handle}/${id}`, nativeId: `${handle}/${id}`, handle };
}

/** A name and, where it links to an account, its handle. */
function personOf(element: Element | null, base: URL): Person {
  const href = element?.getAttribute('href');
  const url = href && URL.canParse(href, base) ? new URL(href, base) : null;
  const handle =
    url && /^(?:www\.)?(?:t|telegram)\.me$/.test(url.hostname) ? (/^\/(?:s\/)?([a-z]\w{2,})(?:\/|$)/i.exec(url.pathname)?.[1] ?? null) : null;
  return { name: (element && textOf(element)) || null, handle };
}

/** What the message answers stands above its text, with a text of the same class. */
function replyOf(message: Element, base: URL): Reference | null {
  const reply = message.querySelector('.tgme_widget_message_reply');
  if (!reply) return null;
  const parent = messageAt(reply.getAttribute('href'), base);
  const words = text(reply, '.js-message_reply_text, .tgme_widget_message_metatext');
  return {
    url: parent?.url ?? null,
    nativeId: parent?.nativeId ?? null,
    author: { name: text(reply, '.tgme_widget_message_author_name, .tgme_widget_message_author'), handle: parent?.handle ?? null },
    ...(words && { text: words }),
  };
}

/** Pictures are backgrounds, written into the element's style. */
const backgroundOf = (element: Element | null, base: URL): string | null =>
  webUrl(/background-image:\s*url\(\s*['"]?([^'")]+)/.exec(element?.getAttribute('style') ?? '')?.[1], base);

function mediaOf(message: Element, base: URL): Media[] {
  const found = (selector: string, medium: (element: Element) => Media): Media[] =>
    [...message.querySelectorAll(selector)].filter((part) => !part.closest('.tgme_widget_message_reply')).map(medium);
  return [
    ...found('.tgme_widget_message_photo_wrap', (photo) => ({ kind: 'image', url: backgroundOf(photo, base) })),
    ...found('.tgme_widget_message_sticker', (sticker) => ({
      kind: 'image',
      url: webUrl(sticker.getAttribute('data-webp'), base) ?? backgroundOf(sticker, base),
    })),
    ...found('.tgme_widget_message_video_player, .tgme_widget_message_roundvideo_player', (player) => ({
      kind: 'video',
      url: webUrl(attribute(player, 'video[src]', 'src'), base) ?? backgroundOf(player.querySelector('[style*="background-image"]'), base),
    })),
    ...found('audio', (audio) => ({ kind: 'audio', url: webUrl(audio.getAttribute('src'), base) })),
    ...found('.tgme_widget_message_document_wrap', (file) => {
      const alt = text(file, '.tgme_widget_message_document_title');
      return { kind: file.querySelector('.audio') ? 'audio' : 'document', url: webUrl(file.getAttribute('href'), base), ...(alt && { alt }) };
    }),
    ...found('a.tgme_widget_message_link_preview', (card) => {
      const alt = text(card, '.link_preview_title');
      return { kind: 'link', url: webUrl(card.getAttribute('href'), base), ...(alt && { alt }) };
    }),
  ];
}

/** All reactions of all kinds; their sum is as rounded as its roundest part. */
function reactionsOf(message: Element): Count | null {
  const counts = [...message.querySelectorAll('.tgme_widget_message_reactions .tgme_reaction')].map((reaction) =>
    readCount(textOf(reaction, { except: '.emoji, tg-emoji, i' })),
  );
  const known = counts.filter((count) => count !== null);
  if (known.length === 0 || known.length < counts.length) return null;
  return { value: known.reduce((sum, { value }) => sum + value, 0), rounded: known.some(({ rounded }) => rounded) };
}

/** The message's words, or a poll's question and answers. */
function wordsOf(message: Element): string {
  const poll = message.querySelector('.tgme_widget_message_poll');
  const lines = poll?.querySelectorAll('.tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text') ?? [];
  const own = [...message.querySelectorAll('.js-message_text')].filter(
    (part) => !part.parentElement?.closest('.js-message_text, .tgme_widget_message_reply'),
  );
  return [...own.map((part) => textOf(part)), [...lines].map((line) => textOf(line)).join('\n')].filter(Boolean).join('\n\n');
}

export default definePlatform({
  id: 'telegram',
  name: 'Telegram',
  hosts: ['t.me', 'www.t.me', 'telegram.me'],
  origins: ['https://t.me/*', 'https://telegram.me/*'],
  examples: ['https://t.me/s/lanternpost', 'https://t.me/lanternpost/41', 'https://t.me/lanternpost/41?embed=1'],
  selector: `${bubble}[data-post]`,

  read(message, page): Draft | null {
    if (message.matches('.service_message') || message.parentElement?.closest(bubble)) return null;
    const base = page.url;
    const own = messageAt(`/${message.getAttribute('data-post')}`, base) ?? messageAt(attribute(message, 'a.tgme_widget_message_date', 'href'), base);
    const owner = personOf(
      message.querySelector('.tgme_widget_message_owner_name, .tgme_widget_message_author > .tgme_widget_message_author_name'),
      base,
    );
    const inChannel = message.querySelector('.tgme_widget_message_owner_name') !== null;
    const poster = { name: owner.name, handle: owner.handle ?? (inChannel ? (own?.handle ?? null) : null) };
    const source = message.querySelector('.tgme_widget_message_forwarded_from_name');
    const inReplyTo = replyOf(message, base);
    const time = message.querySelector('.tgme_widget_message_date time[datetime]');
    const instant = time?.getAttribute('datetime') ?? '';
    const date = readDate(instant, page.now);
    const words = wordsOf(message);
    const media = mediaOf(message, base);
    if (!words && media.length === 0) return null;
    return draftOf({
      kind: 'post',
      platform: 'telegram',
      url: own?.url ?? null,
      nativeId: own?.nativeId ?? null,
      author: source ? personOf(source, base) : poster,
      ...(source && { sharedBy: poster }),
      ...(inReplyTo && { inReplyTo }),
      text: words,
      publishedAt: date && { ...date, raw: (time && textOf(time)) || instant, source: 'attribute' },
      ...metricsOf({ views: text(message, '.tgme_widget_message_views'), likes: reactionsOf(message) }),
      media,
    });
  },

  /** A message's own page shows it in a frame from elsewhere; what the page itself knows of it are its meta tags. */
  readPage(page): Draft[] {
    const own = messageAt(page.url.href, page.url);
    if (!own || !page.document.querySelector('[data-telegram-post], iframe[id^="telegram-post-"], .tgme_page_widget')) return [];
    const { title: name = null, text: words, media } = readMetadata(page);
    if (!words) return [];
    return [
      draftOf({ kind: 'post', platform: 'telegram', url: own.url, nativeId: own.nativeId, author: { name, handle: own.handle }, text: words, media }),
    ];
  },
  readProfile,
});
