/**
 * Misskey and its forks, on any host. Nearly every class is generated, so a note is known by `article` and by the link around its time;
 * words are MFM, drawn with line breaks as `br`, and a quoted note is a block of its own without `article`.
 */
import type { Draft, Person } from '../core/draft.ts';
import { readProfile } from './misskey/profile.ts';
import { readDate } from './shared/dates.ts';
import { pictureOf, textOf, webUrl } from './shared/dom.ts';
import { draftOf } from './shared/draft-of.ts';
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
    const time = [...note.querySelectorAll('a[href*="/notes/"] time')].find((one) => one.closest('article') === note);
    const link = time?.closest('a');
    const id = notePath.exec(pathOf(link, page))?.[1];
    const header = time?.closest('header') ?? link?.parentElement?.parentElement;
    if (!time || !id || !header) return null;
    const stamp = time.getAttribute('datetime') ?? time.getAttribute('title') ?? textOf(time);
    const date = readDate(stamp, page.now);
    // The words follow the header; a nested header is of the note that is quoted.
    const body = [...note.querySelectorAll('.text, .mfm, span[style*="pre-wrap"]')].find((one) => !header.contains(one) && !one.closest('footer'));
    return draftOf({
      kind: 'post',
      platform: 'misskey',
      url: `${page.url.origin}/notes/${id}`,
      nativeId: `${page.url.hostname}/${id}`,
      author: authorOf(note, page),
      text: body ? textOf(body, { except: 'button, a[href^="/notes/"]' }) : '',
      publishedAt: date && {
        ...date,
        raw: textOf(time) || stamp,
        source: time.hasAttribute('datetime') || time.hasAttribute('title') ? 'attribute' : 'label',
      },
      media: [...note.querySelectorAll('a[href*="/files/"] img[src]')].map((image) => pictureOf(image, page.url)),
    });
  },
  readProfile,
});
