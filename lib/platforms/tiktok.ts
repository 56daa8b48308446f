/**
 * TikTok on the web, 2022 to 2026: the feed and the video page (built of the same items), grids (profile, search, tags) and comments. Class
 * names are generated; what stays is `data-e2e`. Of a feed only the item played and the next are filled; the rest are empty articles.
 */
import type { Draft } from '../core/draft.ts';
import { definePlatform } from './shared/platform.ts';
import { comments, readComment } from './tiktok/comment.ts';
import { grid, readCard } from './tiktok/grid.ts';
import { itemOf } from './tiktok/item-data.ts';
import { readProfile } from './tiktok/profile.ts';
import { draftOfItem, feed, readFeedItem } from './tiktok/video.ts';
import { addressed } from './tiktok/where.ts';

export default definePlatform({
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['www.tiktok.com', 'm.tiktok.com', 'tiktok.com'],
  origins: ['https://www.tiktok.com/*', 'https://m.tiktok.com/*', 'https://tiktok.com/*'],
  examples: [
    'https://www.tiktok.com/@lampbaker/video/7571863205000000001',
    'https://www.tiktok.com/foryou',
    'https://m.tiktok.com/v/7571863205000000001.html',
  ],
  selector: `${feed}, ${grid}, ${comments}`,

  read(element, page): Draft | null {
    if (element.matches(comments)) return readComment(element, page);
    return element.matches(grid) ? readCard(element, page) : readFeedItem(element, page);
  },

  /** The video that the page is about, before the app has drawn it. */
  readPage(page): Draft[] {
    const place = addressed(page.url);
    const item = place && itemOf(page.document, place.id);
    return item ? [draftOfItem(item, place, page)] : [];
  },
  readProfile,
});
