/** Questions, answers and comments of the Stack Exchange network: drawn by the server, the same markup on every site. */
import type { Draft, Person, PublishedAt, Reference } from '../core/draft.ts';
import { readDate } from './shared/dates.ts';
import { attribute, pictureOf, text, textOf } from './shared/dom.ts';
import { draftOf, metricsOf } from './shared/draft-of.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const subs =
  'academia android anime apple arduino astronomy aviation bicycles biology blender boardgames chemistry chess codegolf codereview cooking crypto cs cstheory datascience dba devops diy dsp earthscience economics electronics ell emacs english es ethereum expatriates fitness french gamedev gaming gardening german gis graphicdesign hinduism history hsm islam italian japanese judaism law linguistics literature magento math mathematica matheducators mechanics meta money movies music networkengineering opendata outdoors parenting pets philosophy photo physics politics portuguese psychology puzzling quant quantumcomputing raspberrypi retrocomputing rpg russian salesforce scicomp scifi security sharepoint skeptics softwareengineering space spanish sports stats tex tor travel unix ux vi webapps webmasters woodworking wordpress workplace worldbuilding writing';
const hosts = [
  ...['stackoverflow.com', 'superuser.com', 'serverfault.com', 'askubuntu.com', 'mathoverflow.net', 'stackapps.com'],
  ...['meta', 'pt', 'es', 'ja', 'ru'].map((sub) => `${sub}.stackoverflow.com`),
  ...subs.split(' ').map((sub) => `${sub}.stackexchange.com`),
];

/** "2014-02-06 20:37:20Z", followed on comments by a licence. */
function publishedOf(root: ParentNode | undefined, selector: string, now: Date): PublishedAt | null {
  const time = root?.querySelector(selector);
  const exact = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/.exec(time?.getAttribute('title') ?? '')?.[0];
  const raw = time ? textOf(time) : '';
  const date = readDate(exact?.replace(' ', 'T') ?? raw, now);
  return date && { ...date, raw: raw || (exact ?? ''), source: exact ? 'attribute' : 'label' };
}

function personOf(link: Element | null | undefined): Person {
  const handle = /^(?:https:\/\/[\w.]+)?(\/users\/\d+(?:\/[^/?#]+)?)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
  return { name: (link && textOf(link)) || null, handle };
}

const idOf = (post: Element) => post.getAttribute('data-questionid') ?? post.getAttribute('data-answerid') ?? '';
const signatureOf = (post: Element) => [...post.querySelectorAll('.post-signature')].at(-1);
const authorOf = (post: Element) => {
  const details = signatureOf(post)?.querySelector('.user-details');
  const link = details?.querySelector('a[href*="/users/"]');
  return link ? personOf(link) : { name: (details && textOf(details, { except: '.-flair, .d-none' })) || null, handle: null };
};
const titleOf = (page: Page) => text(page.document, '#question-header h1, h1[itemprop="name"]');

function referenceTo(post: Element, page: Page): Reference {
  const id = idOf(post);
  const question = post.matches('.question');
  const title = question ? titleOf(page) : null;
  return {
    url: `https://${page.url.host}/${question ? 'q' : 'a'}/${id}`,
    nativeId: `${page.url.host}/${id}`,
    author: authorOf(post),
    ...(title && { text: title }),
  };
}

function readComment(comment: Element, page: Page): Draft | null {
  const id = comment.getAttribute('data-comment-id') ?? '';
  const words = comment.querySelector('.comment-copy');
  const post = comment.closest('.question, .answer');
  if (!/^\d+$/.test(id) || !words || !post) return null;
  const parent = referenceTo(post, page);
  return draftOf({
    kind: 'comment',
    platform: 'stackexchange',
    url: `${parent.url}#comment${id}_${idOf(post)}`,
    nativeId: `${page.url.host}/${idOf(post)}/${id}`,
    author: personOf(comment.querySelector('.comment-user')),
    inReplyTo: parent,
    text: textOf(words),
    publishedAt: publishedOf(comment, '.relativetime-clean, .relativetime', page.now),
    ...metricsOf({ likes: comment.getAttribute('data-comment-score') }),
  });
}

/** A score in an attribute; below zero it has a hyphen or a minus. */
const scoreOf = (post: Element): number | null => {
  const score = post.getAttribute('data-score') ?? attribute(post, '.js-vote-count', 'data-value') ?? text(post, '.js-vote-count') ?? '';
  return /^\s*[-−]?\d+\s*$/.test(score) ? Number(score.replace('−', '-')) : null;
};

function readPost(post: Element, page: Page): Draft | null {
  const id = idOf(post);
  const words = post.querySelector('.js-post-body, .post-text');
  if (!/^\d+$/.test(id) || !words) return null;
  const question = post.matches('.question') ? null : page.document.querySelector('.question[data-questionid]');
  const { text: title, ...self } = referenceTo(post, page);
  return draftOf({
    kind: 'post',
    platform: 'stackexchange',
    ...self,
    ...(question && { inReplyTo: referenceTo(question, page) }),
    ...(title && { title }),
    text: textOf(words),
    publishedAt: publishedOf(signatureOf(post), '.relativetime', page.now),
    ...metricsOf({ likes: scoreOf(post), saves: attribute(post, '.js-bookmark-count', 'data-value') }),
    media: [...words.querySelectorAll('img[src]')].map((image) => pictureOf(image, page.url)),
  });
}

export default definePlatform({
  id: 'stackexchange',
  name: 'Stack Exchange',
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  examples: ['https://stackoverflow.com/questions/123/how', 'https://german.stackexchange.com/questions/10/wann', 'https://pt.stackoverflow.com/q/5'],
  selector: '.question[data-questionid],.answer[data-answerid],.comment[data-comment-id]',
  read: (post, page) => (post.matches('.comment') ? readComment(post, page) : readPost(post, page)),
  /** "This question was removed from Stack Overflow for reasons of moderation", "… voluntarily removed by its author", in place of the question. */
  gone({ url, document }) {
    const id = /^\/q(?:uestions)?\/(\d+)/.exec(url.pathname)?.[1];
    const said = document.querySelector('.revision-comment')?.textContent ?? '';
    return id && /\bremoved\b/.test(said) && !document.querySelector('.question') ? `${url.host}/${id}` : null;
  },
});
