/**
 * Pages that mean ill, or are only out of measure. Each holds, beside what is wrong, one honest post that must still be read, marked and clipped:
 * by Maren Holt, about Kestrin, with the id 1000000001.
 */

/** As X draws a post. */
function tweet(
  id: string,
  words: string,
  { name = 'Maren Holt', handle = 'maren', more = '', time = '2026-02-05T14:02:00.000Z', link = '' } = {},
): string {
  const permalink = link || `/${handle}/status/${id}`;
  return `<article data-testid="tweet" tabindex="0"><div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a> <a href="/${handle}"><span>@${handle}</span></a> <a href="${permalink}"><time datetime="${time}">5 Feb</time></a></div><div data-testid="tweetText" lang="en"><span>${words}</span></div>${more}<div role="group"><button data-testid="reply" aria-label="0 Replies. Reply"></button></div></article>`;
}

const honest = tweet('1000000001', 'The Kestrin lid does not fit.');

export interface Attack {
  name: string;
  /** Markup of the body, or of what a script puts there. */
  body: string;
  /** Runs in the page's own world, before our script has looked. */
  script?: string;
}

export const attacks: readonly Attack[] = [
  {
    name: 'a post of 100,000 nodes',
    body: honest + tweet('2', `<span aria-hidden="true">${Array.from({ length: 100_000 }, (_, at) => `<i>${at % 10}</i>`).join('')}</span>`),
  },
  { name: '100,000 nodes around the posts', body: `${honest}<div aria-hidden="true">${'<p><b>x</b></p>'.repeat(50_000)}</div>` },
  { name: '10 MB of text in one post', body: honest + tweet('3', `<span aria-hidden="true">${'a word or two '.repeat(750_000)}</span>`) },
  { name: 'one word of 10 MB', body: honest + tweet('4', `<span aria-hidden="true">${'x'.repeat(10_000_000)}</span>`) },
  {
    name: 'words 2,000 elements deep',
    body: `${honest}${tweet('5', 'shallow')}`,
    script: `addEventListener('DOMContentLoaded', () => { let at = document.querySelectorAll('[data-testid="tweetText"]')[1]; for (let depth = 0; depth < 2000; depth += 1) at = at.appendChild(document.createElement('span')); at.textContent = 'deep' })`,
  },
  {
    name: 'posts that quote one another 300 deep',
    body:
      honest +
      Array.from({ length: 300 }, (_, at) => at).reduce(
        (inner, at) => tweet(`60${at}`, `quote ${at}`, { more: `<div role="link" tabindex="0">${inner}</div>` }),
        '<div data-testid="User-Name"><a href="/maren"><span>@maren</span></a></div>',
      ),
  },
  {
    name: 'structured data that quotes itself',
    body: `${honest}<script type="application/ld+json">{"@graph":[{"@id":"#a","@type":"SocialMediaPosting","isBasedOn":{"@id":"#a"},"sharedContent":{"@id":"#a"}}]}</script><script type="application/ld+json">${'['.repeat(5_000)}${']'.repeat(5_000)}</script><script type="application/ld+json">{"__proto__":{"polluted":true},"@type":"Article"}</script>`,
  },
  {
    name: 'right-to-left overrides and zero-width characters',
    body:
      honest + tweet('7', '\u202eSdrawkcab\u202c K\u200bes\u200dtrin \u2066iso\u2069 \ufeffend', { name: '\u202eevil\u200b', handle: 'ev\u200bil' }),
  },
  { name: 'permalinks to another host', body: honest + tweet('8', 'Not here.', { link: 'https://evil.example/maren/status/8' }) },
  {
    name: 'permalinks to another host that looks like this one',
    body: honest + tweet('9', 'Nor here.', { link: 'https://x.com.evil.example/maren/status/9' }),
  },
  {
    name: 'links that are scripts',
    body:
      honest +
      tweet('10', '<a href="javascript:alert(1)">click</a>', {
        link: 'javascript:alert(1)',
        more: '<img src="javascript:alert(1)" alt="x"><div data-testid="tweetPhoto"><img src="data:text/html,<script>alert(1)</script>"></div><a href="vbscript:x"></a>',
      }),
  },
  ...[
    'not a date',
    '9999999-01-01T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '275760-09-13T00:00:00.001Z',
    '2026-13-45T99:99:99Z',
    `2026${'0'.repeat(100_000)}`,
    '',
  ].map((time, at) => ({ name: `a forged time ${at + 1}`, body: honest + tweet(`11${at}`, 'When?', { time }) })),
  {
    name: 'a page that redefines what it is read by',
    body: honest,
    script: `
      for (const [owner, names] of [[Document.prototype, ['querySelector', 'querySelectorAll', 'createElement', 'getElementById']], [Element.prototype, ['querySelector', 'querySelectorAll', 'closest', 'matches', 'getAttribute', 'attachShadow']], [Node.prototype, ['contains', 'getRootNode', 'appendChild']], [Array.prototype, ['map', 'filter', 'push']], [Map.prototype, ['get', 'set']]])
        for (const name of names) owner[name] = () => { throw new Error('redefined') };
      for (const name of ['textContent', 'parentElement', 'childNodes']) Object.defineProperty(Node.prototype, name, { get() { throw new Error('redefined') } });
      JSON.parse = () => { throw new Error('redefined') };
      globalThis.MutationObserver = globalThis.IntersectionObserver = globalThis.URL = undefined;`,
  },
  {
    name: 'images named after what a document is asked for',
    body: `${honest}${['querySelector', 'querySelectorAll', 'documentElement', 'body', 'activeElement', 'createElement', 'elementFromPoint', 'readyState', 'addEventListener', 'title', 'scripts', 'getElementById'].map((name) => `<img name="${name}"><form name="${name}"></form>`).join('')}`,
  },
  {
    name: 'a form named after what an element is asked for, around the posts and in them',
    body: (() => {
      const fields = [
        ...['closest', 'matches', 'querySelector', 'querySelectorAll', 'parentElement', 'parentNode', 'childNodes', 'children', 'getRootNode'],
        ...['getAttribute', 'textContent', 'tagName', 'isConnected', 'shadowRoot', 'getBoundingClientRect', 'nodeType', 'contains', 'firstChild'],
      ]
        .map((name) => `<input name="${name}" style="display:none">`)
        .join('');
      return `${honest}<form style="padding: 20px">${fields}${tweet('14', 'Words within such a form.')}</form>${tweet('12', `<form>${fields}<b>inside a form</b></form>`)}`;
    })(),
  },
  {
    name: 'clicks, keys and focus that nobody gave',
    body: honest,
    script: `addEventListener('load', () => setInterval(() => {
      const post = document.querySelector('article');
      for (const type of ['pointerover', 'mouseover', 'focusin', 'contextmenu', 'click', 'pointerdown']) post.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      for (const key of ['s', 'w', 'Enter', 'l']) dispatchEvent(new KeyboardEvent('keydown', { key, code: 'Key' + key.toUpperCase(), altKey: key === 'l', bubbles: true }));
      for (const form of document.documentElement.children) form.dispatchEvent(new Event('submit', { bubbles: true }));
    }, 20))`,
  },
  {
    name: 'a page that changes without end',
    body: `${honest}<div id="churn"></div>`,
    script: `addEventListener('load', () => setInterval(() => { const churn = document.getElementById('churn'); churn.replaceChildren(...Array.from({ length: 500 }, (_, at) => Object.assign(document.createElement('p'), { textContent: at + Math.random() }))) }, 5))`,
  },
  {
    name: '2,000 posts at once',
    body: honest + Array.from({ length: 2_000 }, (_, at) => tweet(`13${String(at).padStart(4, '0')}`, `Post ${at}`)).join(''),
  },
];
