/** What sites of reviews have in common: stars in words, dates in sentences, and reviews that stand in a page's JSON-LD. */
import type { Draft, PublishedAt } from '../../core/draft.ts';
import { readDate } from './dates.ts';
import { jsonLd, textOf } from './dom.ts';
import { draftOf } from './draft-of.ts';
import { plain } from './numbers.ts';
import type { Page } from './platform.ts';
import { draftOfThing, kindOfThing, type Thing } from './schema-org.ts';

/** The rating in a label, brought to 5: "Rated 3 out of 5 stars", "4,5 / 5", "5つ星のうち3", "5.0 star rating"; null where it says none. */
export function ratingIn(label: string | null | undefined): number | null {
  const numbers = (plain(label ?? '').match(/\d+(?:[.,]\d+)?/g) ?? []).map((each) => Number(each.replace(',', '.')));
  const [best, value] = [Math.max(5, ...numbers), Math.min(...numbers)];
  return numbers.length > 0 && numbers.length < 3 && best <= 10 ? Math.round((value / best) * 500) / 100 : null;
}

/** Labels of the button that unfolds the rest of a review; it may be a `span`, so its words must tell. */
export const unfolds =
  /^(?:…|\.{3})?\s*(?:(?:see|show|read) (?:more|full review)|more|continue reading|(?:voir|lire|en lire|afficher|en savoir) (?:la )?(?:plus|suite)|plus|mehr (?:anzeigen|lesen|erfahren)|weiterlesen|mehr|(?:leer|ver|mostrar|ler) m[aá]s|mais|(?:leggi|mostra|vedi) (?:di più|tutto)|altro|meer (?:lezen|weergeven|tonen)|lees meer|meer|selengkapnya|(?:lihat|baca|tampilkan) (?:selengkapnya|lebih banyak|lainnya)|lainnya)\s*[.…]?$/i;

/** A date in the words around it ("Reviewed 24 March 2015", "Avis publié le 3 mai 2024"): words before it are dropped one by one. */
export function dateIn(label: string | null | undefined, page: Page): PublishedAt | null {
  const raw = label?.trim();
  if (!raw || !/\p{Nd}|^\p{L}+(?: \p{L}+){0,3}$/u.test(raw)) return null;
  const lang = page.document.documentElement.lang || undefined;
  const words = raw.split(/\s+/);
  for (let dropped = 0; dropped < Math.min(words.length, 6); dropped++) {
    const date = readDate(words.slice(dropped).join(' '), page.now, lang);
    if (date) return { ...date, raw, source: 'label' };
  }
  return null;
}

/** "3/11/2020", whose order its site knows; where it does not (undefined), only what no other order allows. */
export function numericDateIn(label: string | null | undefined, page: Page, monthFirst?: boolean): PublishedAt | null {
  const [raw, one = '', two = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(label?.trim() ?? '') ?? [];
  if (!raw || !year) return null;
  const first = monthFirst ?? (Number(one) > 12 ? false : Number(two) > 12 ? true : undefined);
  if (first === undefined && one !== two) return null;
  const [month, day] = first ? [one, two] : [two, one];
  const date = readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, page.now);
  return date && { ...date, raw, source: 'label' };
}

/** The moment that a `time` or `meta` holds, with the words it shows. */
export function timed(time: Element | null | undefined, page: Page): PublishedAt | null {
  const said = time?.getAttribute('datetime') ?? time?.getAttribute('content');
  const date = said ? readDate(said, page.now) : null;
  if (!time || !said || !date) return null;
  return { ...date, raw: textOf(time) || said, source: time.tagName === 'META' ? 'metadata' : 'attribute' };
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

/** Reviews in JSON-LD: by themselves, and under `review` of what they are about. They name no address of their own. */
export function reviewsInData(page: Page, platform: string): Draft[] {
  const things = jsonLd(page.document).filter(isThing);
  return [...things, ...things.flatMap((thing) => thing['review'] ?? thing['reviews'] ?? [])].filter(isThing).flatMap((thing) => {
    const draft = kindOfThing(thing) === 'review' ? draftOfThing(thing, 'review', page, null) : null;
    return draft && (draft.text || draft.metrics.rating !== null) ? [draftOf({ ...draft, platform })] : [];
  });
}
