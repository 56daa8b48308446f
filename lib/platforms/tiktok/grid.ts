/** Cards of videos on a profile, in a search, under a tag: a link, a number, and the description as the picture's. */
import type { Draft } from '../../core/draft.ts';
import { attribute, parentElementOf, text, webUrl } from '../shared/dom.ts';
import { draftOf, metricsOf } from '../shared/draft-of.ts';
import type { Page } from '../shared/platform.ts';
import { itemOf, wordsIn } from './item-data.ts';
import { placeOf, publishedOf, urlOf } from './where.ts';

const names =
  'user-post-item user-liked-item user-repost-item user-favorites-item search_video-item search_top-item challenge-item music-item explore-item';
export const grid = names
  .split(' ')
  .map((name) => `[data-e2e="${name}"]`)
  .join(', ');

const links = 'a[href*="/video/"], a[href*="/photo/"]';

/** The card with what stands beside it: its description and author are siblings in search and on tags. */
function cellOf(card: Element): Element {
  let cell = card;
  for (let step = 0; step < 3; step++) {
    const around = parentElementOf(cell);
    if (around?.querySelectorAll(grid).length !== 1) break;
    cell = around;
    if (cell.querySelector('[data-e2e="search-card-desc"], [data-e2e$="-item-desc"]')) return cell;
  }
  return card;
}

/** "WORDS created by NAME with MUSIC": what the site adds to the description of the picture. */
const addition =
  /\s*(?:created by|créée? par|dibuat oleh|erstellt von|creado por|criado por|creato da) (.+?) (?:with|avec|dengan|mit|con|com) (.+)$/s;

export function readCard(card: Element, page: Page): Draft | null {
  const cell = cellOf(card);
  const place = placeOf(card.querySelector(links) ?? cell.querySelector(links), page.url);
  if (!place) return null;
  const image = card.querySelector('picture img, img[alt]');
  const alt = image?.getAttribute('alt') ?? '';
  const caption =
    text(cell, '[data-e2e="search-card-video-caption"], [data-e2e="video-desc"]', { inline: 'div, p, h1, h2, h3', except: 'button' }) ??
    attribute(cell, '[data-e2e$="-item-desc"] a[title]', 'title');
  const name = addition.exec(alt)?.[1] ?? null;
  const shownHandle = text(cell, '[data-e2e="search-card-user-unique-id"], [data-e2e="challenge-item-username"]');
  const handle = place.handle ?? shownHandle?.replace(/^@/, '') ?? null;
  const item = itemOf(page.document, place.id);
  return draftOf({
    kind: place.path === 'photo' ? 'post' : 'video',
    platform: 'tiktok',
    url: urlOf({ ...place, handle }),
    nativeId: place.id,
    author: { name, handle },
    text: (caption ?? alt.replace(addition, '')).trim(),
    publishedAt: publishedOf(place.id, null, wordsIn(item, 'createTime'), page.now),
    ...metricsOf({
      views: text(cell, '[data-e2e="video-views"]'),
      likes: text(cell, '[data-e2e="search-card-like-container"]'),
    }),
    media: [{ kind: place.path === 'photo' ? 'image' : 'video', url: webUrl(image?.getAttribute('src'), page.url) }],
  });
}
