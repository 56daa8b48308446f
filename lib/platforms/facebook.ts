/** facebook.com, in the layouts that it shows and showed; where a page holds its post only as metadata, from there. */
import type { Draft } from '../core/draft.ts';
import { basicComments, basicPosts, readBasicComment, readBasicPost } from './facebook/basic.ts';
import { ofViews, posts, readComet } from './facebook/comet.ts';
import { hosts, permalinkOf } from './facebook/permalink.ts';
import { readProfile } from './facebook/profile.ts';
import { readReel, reelPage } from './facebook/reel.ts';
import { attribute } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform } from './shared/platform.ts';

export default definePlatform({
  id: 'facebook',
  name: 'Facebook',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: [
    'https://www.facebook.com/oven.and.rye/posts/pfbid0Abc123',
    'https://m.facebook.com/story.php?story_fbid=1234567890&id=100001',
    'https://web.facebook.com/groups/sourdough/posts/1234567890/',
    'https://mbasic.facebook.com/story.php?story_fbid=1234567890&id=100001',
  ],
  selector: [posts, basicPosts, basicComments, reelPage].join(', '),

  read(element, page): Draft | null {
    if (element.matches(basicPosts)) return readBasicPost(element, page);
    if (element.matches(basicComments)) return readBasicComment(element, page);
    return element.matches(posts) ? readComet(element, page) : readReel(element, page);
  },

  /** A guest's page of a post or reel, before it is drawn: "NAME - words", "12K views · 300 reactions | words | NAME". */
  readPage(page): Draft[] {
    const permalink = permalinkOf(page.url.href, page);
    const said = (name: string) => attribute(page.document, `meta[property="og:${name}"]`, 'content');
    const [title, text] = [said('title') ?? '', said('description')];
    // The wall before the site describes itself.
    if (!permalink || !text || /^(?:Facebook\b|Log in)/i.test(title)) return [];
    const video = /\/(?:reel|videos|watch)\//.test(permalink.url);
    const parts = title.split(' | ');
    const counts = parts.length > 1 && /^[\d.,]+/.test(title) ? (parts[0] ?? '').split(' · ') : [];
    const name = counts.length > 0 ? parts.at(-1) : /^(.+?) - /.exec(title)?.[1];
    return [
      draftOf({
        kind: video ? 'video' : 'post',
        platform: 'facebook',
        url: permalink.url,
        nativeId: permalink.id,
        author: { name: name?.trim() || null, handle: null },
        text,
        lang: page.document.documentElement.lang,
        ...metricsOf({
          views: counts.find((count) => ofViews.test(count)),
          likes: counts.find((count) => !ofViews.test(count)),
        }),
      }),
    ];
  },
  readProfile,
});
