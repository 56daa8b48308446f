/**
 * Misskey and its forks, on any host (code read up to 2026; no saved page was at hand). Nearly every class is generated, so a note is known by
 * `article` and by the link around its time; words are MFM, drawn with line breaks as `br`. A quoted note is a block without `article` and with a
 * header of its own; who renoted a note, and the note it answers, stand before its article. Icons are named by hand.
 */
import type { Draft, Person, Reference } from '../core/draft.ts';
import { readProfile } from './misskey/profile.ts';
import { readDate } from './shared/dates.ts';
import { pictureOf, previousElementOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf, type Figure, metricsOf } from './shared/draft-of.ts';
import { readCount } from './shared/numbers.ts';
import { definePlatform, type Page } from './shared/platform.ts';

const notePath = /^\/notes\/(\w+)\/?$/;

const pathOf = (link: Element | null | undefined, page: Page): string => {
  const url = webUrl(link?.getAttribute('href'), page.url);
  return url && new URL(url).origin === page.url.origin ? new URL(url).pathname : '';
};

/** `/@NAME`, and `/@NAME@HOST` of people from elsewhere; the address beside the name says the handle too and is no name. */
function authorOf(header: Element, page: Page): Person {
  const links = [...header.querySelectorAll('a[href*="/@"]')];
  const handle = links.map((link) => /^\/@([^/]+)\/?$/.exec(pathOf(link, page))?.[1]).find(Boolean) ?? null;
  const name = links.map((link) => textOf(link).split('\n')[0] ?? '').find((words) => words && !words.startsWith('@'));
  return { name: name || null, handle };
}

const spoken = '.text, .mfm, span[style*="pre-wrap"]';

/** A note as another one points at it: a block with a header of its own. */
function referenceTo(block: Element, page: Page): Reference {
  const id = notePath.exec(pathOf(block.querySelector('a[href*="/notes/"]:has(time)'), page))?.[1] ?? null;
  const header = block.querySelector('header');
  const words = [...block.querySelectorAll(spoken)].find((part) => !header?.contains(part) && !part.closest('p:has(button)') && textOf(part));
  return {
    url: id && `${page.url.origin}/notes/${id}`,
    nativeId: id && `${page.url.hostname}/${id}`,
    author: authorOf(header ?? block, page),
    ...(words && { text: textOf(words, { except: 'button, a[href^="/notes/"]' }) }),
  };
}

/** What stands before the note in its box: the note it answers, and who renoted it, in a line without a header. */
function beforeOf(note: Element, page: Page): Pick<Draft, 'sharedBy' | 'inReplyTo'> {
  const found: Pick<Draft, 'sharedBy' | 'inReplyTo'> = {};
  for (let part = previousElementOf(note); part; part = previousElementOf(part)) {
    if (part.querySelector('article')) break;
    if (part.querySelector('header')) found.inReplyTo ??= referenceTo(part, page);
    else if (part.querySelector('time')) found.sharedBy ??= authorOf(part, page);
  }
  return found;
}

/** A number beside a button's icon; a 0 is not printed. Reactions count together, or each by its emoji: then their sum, where all are shown. */
function figuresOf(note: Element, quote: Element | null | undefined): Record<'likes' | 'comments' | 'shares', Figure> {
  const beside = (...icons: string[]): Figure => {
    const icon = note.querySelector(icons.map((name) => `footer button i[class*="${name}"]`).join());
    return icon && readCount(textOf(icon.closest('button') ?? icon));
  };
  const each = [...note.querySelectorAll('button:not(footer *, header *)')]
    .filter((button) => !quote?.contains(button) && button.querySelector('img, span') && /\p{Nd}$/u.test(textOf(button)) && !button.closest('p'))
    .map((button) => readCount(/[\p{Nd}.,]+$/u.exec(textOf(button))?.[0] ?? '')?.value ?? 0);
  const sum = each.length > 0 && each.length < 16 ? each.reduce((one, other) => one + other, 0) : null;
  return {
    comments: beside('arrow-back-up', 'arrow-u-up-left'),
    shares: beside('ti-repeat', 'rocket-launch'),
    likes: beside('ti-plus', 'ti-minus', 'ti-heart', 'smiley') ?? sum,
  };
}

export default definePlatform({
  id: 'misskey',
  name: 'Misskey',
  hosts: [],
  origins: [],
  examples: [],
  marker: ['Misskey', 'Sharkey', 'Firefish', 'Calckey', 'Iceshrimp', 'Foundkey', 'CherryPick']
    .map((name) => `meta[name="application-name"][content="${name}" i]`)
    .join(),
  selector: 'article',

  read(note, page): Draft | null {
    const [header, quoted] = note.querySelectorAll('header');
    const quote = quoted?.parentElement?.parentElement;
    const own = (part: Element) => part.closest('article') === note && !quote?.contains(part);
    const time = [...note.querySelectorAll('a[href*="/notes/"] time')].find(own);
    const id = notePath.exec(pathOf(time?.closest('a'), page))?.[1];
    if (!time || !id) return null;
    const stamp = time.getAttribute('datetime') ?? time.getAttribute('title') ?? textOf(time);
    const date = readDate(stamp, page.now, page.document.documentElement.lang || undefined);
    const words = [...note.querySelectorAll(spoken)].filter((part) => own(part) && !header?.contains(part) && !part.closest('footer'));
    // Above a closed text, beside the button that opens it.
    const warning = words.find((part) => part.closest('p:has(button)'));
    const body = words.find((part) => !part.closest('p:has(button)'));
    const before = beforeOf(note, page);
    return draftOf({
      kind: before.inReplyTo ? 'comment' : 'post',
      platform: 'misskey',
      url: `${page.url.origin}/notes/${id}`,
      nativeId: `${page.url.hostname}/${id}`,
      author: authorOf(header ?? note, page),
      ...before,
      ...(quote && { quotes: referenceTo(quote, page) }),
      ...(warning && { title: textOf(warning) }),
      text: body ? textOf(body, { except: 'button, a[href^="/notes/"]' }) : '',
      publishedAt: date && {
        ...date,
        raw: textOf(time) || stamp,
        source: time.hasAttribute('datetime') || time.hasAttribute('title') ? 'attribute' : 'label',
      },
      ...metricsOf(figuresOf(note, quote)),
      media: [...note.querySelectorAll('a[href*="/files/"] img[src]')].filter(own).map((image) => pictureOf(image, page.url)),
    });
  },
  readProfile,
});
