/** What a post on X says and shows. */
import type { Media } from '../../core/draft.ts';
import { pictureOf, textOf, webUrl } from '../shared/dom.ts';
import type { Page } from '../shared/platform.ts';
import { micro, nameSlot, type Post } from './post.ts';

/** Mentions and links stand in `div`s within the line. The "…" that shortens an address is not part of it, for the rest stands hidden behind it. */
const wordsOf = (element: Element): string =>
  textOf(element, { pre: true, inline: 'div', except: 'button, [data-testid="tweet-text-show-more-link"]' }).replace(/(https?:\/\/\S+)…/g, '$1');

export interface Words {
  text: string;
  title?: string;
  truncated: boolean;
  lang?: string;
  isArticle: boolean;
}

/** X's own codes for languages: old ones for two, and others that say "unknown", "only media", "only a hashtag". */
const language = (code: string | null | undefined): string | undefined =>
  !code || /^(?:und|zxx|art|q.*)$/.test(code) ? undefined : ({ in: 'id', iw: 'he' }[code] ?? code);

/** What a post says. */
export function wordsIn(post: Post): Words {
  const title = post.own('[data-testid="twitter-article-title"]')[0];
  const body = post.own('[data-testid="twitterArticleRichTextView"], [data-testid="longformRichTextComponent"]')[0];
  if (body)
    return { text: textOf(body, { inline: 'li div', except: 'button' }), ...(title && { title: textOf(title) }), truncated: false, isArticle: true };
  const told =
    post.own('[data-testid="tweetText"]')[0] ??
    (post.own(nameSlot)[0] ? undefined : (post.own('div[lang][dir="auto"]')[0] ?? post.own('div[dir="auto"]')[0]));
  const lang = language(told?.getAttribute('lang') ?? micro(post, 'inLanguage'));
  const truncated = post.own('[data-testid="tweet-text-show-more-link"]').length > 0 || (told?.querySelector('button') ?? null) !== null;
  // In a feed an article shows its cover, its title and its first words.
  const cover = post.own('[data-testid="article-cover-image"]')[0]?.parentElement;
  if (!told && cover) return { text: textOf(cover), truncated: true, isArticle: true };
  return { text: told ? wordsOf(told) : (micro(post, 'articleBody') ?? ''), truncated, ...(lang && { lang }), isArticle: false };
}

const isVideo = '[data-testid="videoPlayer"], [data-testid="videoComponent"], video';

/** Pictures, videos and the link card of a post. */
export function mediaOf({ own }: Post, page: Page): Media[] {
  const images = own('[data-testid="tweetPhoto"] img, a[href*="/photo/"] img, a[href*="/media/"] img')
    .filter((image) => !image.closest(isVideo) && !/video_thumb/.test(image.getAttribute('src') ?? ''))
    .map((image) => pictureOf(image, page.url))
    // In a page that was saved they are files beside it.
    .map((picture) => (/\.twimg\.com\//.test(picture.url ?? '') ? picture : { ...picture, url: null }));
  const videos = own(isVideo).filter((video) => !video.parentElement?.closest(isVideo));
  const card = own('[data-testid="card.wrapper"] a[href]')[0];
  const link = card && webUrl(card.getAttribute('href'), page.url);
  return [...images, ...videos.map((): Media => ({ kind: 'video', url: null })), ...(link ? [{ kind: 'link', url: link } as const] : [])];
}
