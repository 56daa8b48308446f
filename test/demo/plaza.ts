/** Pages of "plaza": a plain social site whose posts carry schema.org microdata, as many real forums' do. */
import { type PlazaPost, plazaPosts } from './plaza-posts.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const withBreaks = (text: string) => escaped(text).replaceAll('\n', '<br>');
const initials = (name: string) => (name.match(/\b\p{Lu}/gu) ?? []).slice(0, 2).join('');
const address = ({ handle, slug }: PlazaPost) => `/@${handle}/${slug}`;

const ages = { en: ['h', 'd'], fr: ['h', 'j'], id: ['jam', 'hari'] } as const;
function age(hours: number, lang: string): string {
  const [hour, day] = ages[lang as keyof typeof ages] ?? ages.en;
  return hours < 24 ? `${Math.max(1, Math.round(hours))} ${hour}` : `${Math.round(hours / 24)} ${day}`;
}

const time = (hoursAgo: number, lang: string, now: Date) =>
  `<time itemprop="datePublished" datetime="${new Date(now.getTime() - hoursAgo * 3_600_000).toISOString()}">${age(hoursAgo, lang)}</time>`;

function count(number: number | undefined, action: string, one: string, many: string): string {
  if (number === undefined) return '';
  return `<li itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/${action}"><span itemprop="userInteractionCount" content="${number}">${number.toLocaleString('en')}</span> ${number === 1 ? one : many}</li>`;
}

const author = (by: string, handle: string) =>
  `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a class="name" itemprop="url" href="/@${handle}"><b itemprop="name">${escaped(by)}</b></a> <span class="handle" itemprop="alternateName">@${handle}</span></span>`;

function comments(post: PlazaPost, now: Date): string {
  if (!post.comments) return '';
  const items = post.comments.map(
    ({ by, handle, hoursAgo, lang, text, likes }, index) =>
      `<li id="reply-${index + 1}" class="comment" itemprop="comment" itemscope itemtype="https://schema.org/Comment" lang="${lang}" tabindex="0">
<div class="who"><i aria-hidden="true">${initials(by)}</i><span>${author(by, handle)}<small><a itemprop="url" href="${address(post)}#reply-${index + 1}">${time(hoursAgo, lang, now)}</a></small></span></div>
<p itemprop="text">${withBreaks(text)}</p><ul class="counts">${count(likes, 'LikeAction', 'like', 'likes')}</ul></li>`,
  );
  return `<ul class="comments" aria-label="Replies">${items.join('')}</ul>`;
}

function article(post: PlazaPost, now: Date, withComments: boolean): string {
  const when = time(post.hoursAgo, post.lang, now);
  const link = post.slug ? `<a itemprop="url" href="${address(post)}">${when}</a>` : when;
  const label = post.promoted
    ? '<a class="promoted" rel="sponsored" href="/about-promotion">Promoted</a>'
    : `${escaped(post.place)} <span aria-hidden="true">·</span> ${link}`;
  return `<article class="post" itemscope itemtype="https://schema.org/SocialMediaPosting" lang="${post.lang}" tabindex="0"${post.promoted ? ' data-promoted' : ''}>
<div class="who"><i aria-hidden="true">${initials(post.by)}</i><span>${author(post.by, post.handle)}<small>${label}</small></span></div>
<p itemprop="articleBody">${withBreaks(post.text)}</p>
<ul class="counts">${count(post.likes, 'LikeAction', 'like', 'likes')}${count(post.replies, 'CommentAction', 'reply', 'replies')}${count(post.shares, 'ShareAction', 'share', 'shares')}${count(post.views, 'WatchAction', 'view', 'views')}</ul>
${withComments ? comments(post, now) : ''}</article>`;
}

const layout = (title: string, main: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><link rel="stylesheet" href="/plaza.css"><link rel="icon" href="data:,"><script src="/plaza.js" defer></script></head>
<body><header class="bar"><a class="logo" href="/">plaza</a><a href="/">Home</a><span>Groups</span><span>Messages</span>
<input type="search" aria-label="Search plaza" placeholder="Search (press s)"></header>
<main class="feed">${main}</main></body></html>`;

/** The page at a path of the site, or null where there is none. */
export function plazaPage(path: string, now: Date): string | null {
  if (path === '/') return layout('plaza', plazaPosts.map((post) => article(post, now, false)).join('\n'));
  const post = plazaPosts.find((candidate) => candidate.slug && address(candidate) === path);
  return post ? layout(`${post.by} on plaza`, article(post, now, true)) : null;
}
