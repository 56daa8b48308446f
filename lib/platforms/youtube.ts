/** Videos, Shorts, comments and community posts. Cards of videos in lists are no posts: they say nothing but a title. */
import { definePlatform } from './shared/platform.ts';
import { commentSelector, communitySelector, readComment, readCommunityPost } from './youtube/comment.ts';
import { isGone, readUndrawn } from './youtube/metadata.ts';
import { videoIn } from './youtube/parts.ts';
import { readProfile } from './youtube/profile.ts';
import { readShort, readWatch, shortSelector, watchSelector } from './youtube/video.ts';

const readers = [
  [watchSelector, readWatch],
  [shortSelector, readShort],
  [commentSelector, readComment],
  [communitySelector, readCommunityPost],
] as const;

export default definePlatform({
  id: 'youtube',
  name: 'YouTube',
  hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
  origins: ['https://www.youtube.com/*', 'https://youtube.com/*', 'https://m.youtube.com/*'],
  examples: [
    'https://www.youtube.com/watch?v=a1B2c3D4e5F',
    'https://www.youtube.com/shorts/a1B2c3D4e5F',
    'https://m.youtube.com/watch?v=a1B2c3D4e5F',
  ],
  selector: readers.map(([selector]) => selector).join(','),
  read: (element, page) => readers.find(([selector]) => element.matches(selector))?.[1](element, page) ?? null,
  readPage(page) {
    const video = videoIn(page.url);
    return video ? readUndrawn(video, page) : [];
  },
  gone(page) {
    const video = videoIn(page.url);
    return video && isGone(video, page) ? video : null;
  },
  readProfile,
});
