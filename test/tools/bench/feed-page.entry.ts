/**
 * Bundled into the page that bench/feed.ts scrolls: a feed in X's markup, about as deep as the site's own (160 elements a post), of which only what
 * is near the screen is in the page. Invented people and companies.
 */

/** A feed is so long, and each post says about so much. */
export interface FeedAsked {
  posts: number;
  /** Letters of each post; 0 for as much as people write. */
  letters: number;
}

const words =
  'the grinder died after six months and nobody answers while coffee from this machine tastes better than the one downstairs so we went back on Sunday with the kettle and asked again who repairs such a thing where we live'.split(
    ' ',
  );
const names = ['Odile Marchetti', 'Jonas Feld', 'Pim Wesseling', 'Clara Santini', 'Maren Holt', 'Tomas Dahl', 'Orla Finch', 'Ayu Lestari'];
const brands = ['Arvelle', 'Kestrin', 'Bruvio'];

/** Cells kept beyond the screen, above and below. */
const beyond = 4;
const [lineHeight, pictureHeight, quoteHeight, restHeight] = [20, 300, 120, 110];

/** Always the same number from 0 to 1 for a post and a question (the finaliser of MurmurHash3). */
function chance(post: number, question: number): number {
  let hash = Math.imul(post + 1, 0x9e3779b1) ^ Math.imul(question + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

const pick = <T>(from: readonly T[], at: number): T => from[Math.floor(at * from.length)] as T;
const nested = (depth: number, inner: string): string => '<div>'.repeat(depth) + inner + '</div>'.repeat(depth);
const count = (post: number, question: number): number => Math.floor(chance(post, question) ** 4 * 20_000);

/** One post in eight names a brand, as far as X lets people write; where posts are longer than that, all do. */
const mentions = (post: number, letters: number): boolean => letters > 0 || post % 8 === 3;

/** About so many letters; `said` stands before them. */
function wordsOf(post: number, wanted: number, said: string[]): string {
  for (let length = 0, at = 0; length < wanted; at += 1) {
    const word = pick(words, chance(post, 100 + at));
    said.push(word);
    length += word.length + 1;
  }
  return `${said.join(' ')}.`;
}

function heightOf(post: number, text: string): number {
  const lines = Math.min(40, Math.ceil(text.length / 70));
  return restHeight + lines * lineHeight + (hasPicture(post) ? pictureHeight : 0) + (hasQuote(post) ? quoteHeight : 0);
}
const hasPicture = (post: number): boolean => chance(post, 3) < 0.4;
const hasQuote = (post: number): boolean => !hasPicture(post) && chance(post, 4) < 0.15;

const icon =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><g><path d="M1.751 10c0-4.42 3.584-8 8.005-8h4.366c4.49 0 8.129 3.64 8.129 8.13 0 2.96-1.607 5.68-4.196 7.11l-8.054 4.46v-3.69h-.067c-4.49.1-8.183-3.51-8.183-8.01z"></path></g></svg>';

function action(testId: string, label: string, number: number): string {
  const shown = number === 0 ? '' : `<span>${number.toLocaleString('en')}</span>`;
  return `<div><button aria-label="${label}" role="button" data-testid="${testId}" type="button"><div dir="ltr"><div><div></div>${icon}</div><div><span data-testid="app-text-transition-container"><span>${shown}</span></span></div></div></button></div>`;
}

function userName(name: string, handle: string, when: string, link: string | null): string {
  const part = (inner: string, to = `/${handle}`) => (link ? `<a href="${to}" role="link">${inner}</a>` : inner);
  const time = `<time datetime="${when}">${when.slice(11, 16)}</time>`;
  return `<div data-testid="User-Name"><div><div>${part(`<div><div dir="ltr"><span><span>${name}</span></span></div><div dir="ltr"><span></span></div></div>`)}</div></div><div><div><div>${part(`<div dir="ltr"><span>@${handle}</span></div>`)}</div><div dir="ltr" aria-hidden="true"><span>·</span></div><div>${part(time, link ?? '')}</div></div></div></div>`;
}

/** What the site would draw for a post. */
function markup(post: number, text: string): string {
  const [name, id] = [pick(names, chance(post, 5)), String(2_034_000_000_000_000_000n + BigInt(post) * 4_194_304_000n)];
  const handle = `${name.toLowerCase().replace(/\W/g, '_')}${post % 97}`;
  const link = `/${handle}/status/${id}`;
  const when = new Date(Date.UTC(2026, 2, 18, 9) - post * 60_000).toISOString();
  const [replies, reposts, likes, views] = [count(post, 6), count(post, 7), count(post, 8), count(post, 9) * 40];
  const at = text.indexOf(' ', text.length / 2);
  const told = `<div dir="auto" lang="en" data-testid="tweetText"><span>${text.slice(0, at)} </span><span><a dir="ltr" href="/hashtag/coffee" role="link">#coffee</a></span><span>${text.slice(at)}</span></div>`;
  const picture = hasPicture(post)
    ? nested(
        7,
        `<a href="${link}/photo/1" role="link"><div><div></div><div><div aria-label="Image" data-testid="tweetPhoto"><div></div><img alt="A cup on a table" draggable="true" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='500' height='280'%3E%3Crect width='500' height='280' fill='%23${(post % 9) + 1}8a'/%3E%3C/svg%3E"></div></div></div></a>`,
      )
    : '';
  const quote = hasQuote(post)
    ? nested(
        3,
        `<div tabindex="0" role="link">${userName('Lindqvist Bakery', 'lindqvist', when, null)}<div dir="auto" lang="en" data-testid="tweetText"><span>${wordsOf(post + 10_000, 80, [])}</span></div></div>`,
      )
    : '';
  const label = `${replies} replies, ${reposts} reposts, ${likes} likes, ${views} views`;
  return `<article role="article" tabindex="0" data-testid="tweet">${nested(
    3,
    `<div>${nested(4, '<div></div>')}</div><div><div><div data-testid="Tweet-User-Avatar">${nested(6, `<a href="/${handle}" aria-hidden="true" role="link" tabindex="-1">${nested(5, '<div></div><i></i>')}</a>`)}</div></div><div><div>${nested(
      4,
      userName(name, handle, when, link),
    )}${nested(5, `<button aria-haspopup="menu" aria-label="More" role="button" data-testid="caret" type="button"><div dir="ltr"><div><div></div>${icon}</div></div></button>`)}</div><div>${told}</div><div>${picture}${quote}</div><div><div><div aria-label="${label}" role="group">${action('reply', `${replies} Replies. Reply`, replies)}${action('retweet', `${reposts} reposts. Repost`, reposts)}${action('like', `${likes} Likes. Like`, likes)}<div><a href="${link}/analytics" aria-label="${views} views. View post analytics" role="link"><div dir="ltr"><div><div></div>${icon}</div><div><span data-testid="app-text-transition-container"><span><span>${views.toLocaleString('en')}</span></span></span></div></div></a></div>${action('bookmark', 'Bookmark', 0)}<div><div><button aria-label="Share post" role="button" type="button"><div dir="ltr"><div><div></div>${icon}</div></div></button></div></div></div></div></div></div></div>`,
  )}</article>`;
}

const style = `body { margin: 0; font: 15px/20px sans-serif } main { width: 600px; margin: 0 auto } [role=group] { display: flex; justify-content: space-between }
  [data-testid=cellInnerDiv] { position: absolute; width: 100%; overflow: hidden; border-bottom: 1px solid #ddd } img { display: block; width: 500px; height: 280px } svg { width: 18px; height: 18px }
  time, a { color: inherit } button { border: 0; background: none } [data-testid=tweetText] { white-space: pre-wrap; overflow: hidden; max-height: 800px }`;

/** Draws the feed, and from then on what is near the screen, as the site does: cells at fixed places in a column as high as the whole. */
export function drawFeed({ posts, letters }: FeedAsked): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  document.body.innerHTML =
    '<main role="main"><div data-testid="primaryColumn"><section role="region"><div aria-label="Timeline: Your Home Timeline"><div id="column" style="position: relative"></div></div></section></div></main>';
  const column = document.querySelector('#column') as HTMLElement;
  const texts = Array.from({ length: posts }, (_, post) =>
    wordsOf(post, letters || 30 + chance(post, 2) ** 2 * 400, mentions(post, letters) ? [pick(brands, chance(post, 1))] : []),
  );
  const tops = [0];
  for (const [post, text] of texts.entries()) tops.push((tops.at(-1) as number) + heightOf(post, text));
  column.style.height = `${tops.at(-1)}px`;
  const cells = new Map<number, HTMLElement>();

  const draw = () => {
    const first = tops.findLastIndex((top) => top <= scrollY);
    const last = tops.findIndex((top) => top >= scrollY + innerHeight);
    const wanted = { from: Math.max(0, first - beyond), to: Math.min(posts, (last < 0 ? posts : last) + beyond) };
    for (const [post, cell] of cells) {
      if (post >= wanted.from && post < wanted.to) continue;
      cell.remove();
      cells.delete(post);
    }
    for (let post = wanted.from; post < wanted.to; post += 1) {
      if (cells.has(post)) continue;
      const cell = document.createElement('div');
      cell.dataset['testid'] = 'cellInnerDiv';
      cell.style.transform = `translateY(${tops[post]}px)`;
      cell.innerHTML = nested(2, markup(post, texts[post] as string));
      cells.set(post, cell);
      column.append(cell);
    }
  };
  draw();
  let frame = 0;
  addEventListener('scroll', () => {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  });
  Object.assign(globalThis, { mentioning: texts.filter((_, post) => mentions(post, letters)).length });
}

Object.assign(globalThis, { drawFeed });
