/** Reading the page of an account: whose it is, and the numbers it shows of itself. */
import type { ProfileDraft, ProfileSizes, SizeName } from '../../core/profile.ts';
import { attribute, parentElementOf, textOf } from './dom.ts';
import { countOf, type Figure } from './draft-of.ts';
import { plain } from './numbers.ts';

type Figures = Partial<Record<SizeName, Figure>>;

/** What sites call those who follow, those who are followed, and what was published. */
const words: Record<SizeName, string> = {
  followers:
    'followers?|abonn[ée]e?s?|subscribers?|members?|membres?|pengikut|anggota|seguidores|suscriptores|abonnenten|iscritti|inscritos|подписчик\\p{L}*',
  following: 'following|suivi|abonnements|mengikuti|diikuti|seguid[oa]s|siguiendo|seguindo|seguiti|gefolgt',
  posts: 'posts?|publica\\p{L}+|postingan|kiriman|beiträge|notes?|videos?|vidéos?|vídeos?|pins?',
};
const number = "(?<![\\p{L}\\d@#/.,])(\\d+(?:[.,']\\d+| \\d{3}(?!\\d))*(?: ?[\\p{L}\\p{M}]{1,5}\\.?)?\\+?)\\s*(?:de |d')?";
const patterns = Object.entries(words).map(([name, said]) => [name as SizeName, new RegExp(`${number}(?:${said})(?!\\p{L})`, 'iu')] as const);

/** The numbers that a text names: "1,234 Followers, 56 Following, 78 Posts", "1,2 rb pengikut", "12 k abonnés". */
export function figuresIn(said: string): Figures {
  const lines = said.split('\n').map(plain).join('\n');
  const found = patterns.flatMap(([name, pattern]) => {
    const label = pattern.exec(lines)?.[1];
    return label ? [[name, label] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A part with more characters or elements is the page, not the head of an account; reading it would cost time, too. */
const isHead = (part: Element): boolean => (part.textContent?.length ?? 0) < 3_000 && part.getElementsByTagName('*').length < 500;
/** How far up the head is looked for: a page may nest without end. */
const levels = 15;

/** What a part of the page says, or nothing where it is more than an account's head. */
export const headText = (part: Element | null | undefined): string => (part && isHead(part) ? textOf(part) : '');

/** The numbers in the head of an account: in the smallest part of the page around its name that says how many follow it. */
export function figuresNear(name: Element | null): Figures {
  let at = name;
  for (let level = 0; at && level < levels && isHead(at); level += 1, at = parentElementOf(at)) {
    const figures = figuresIn(textOf(at));
    if (figures.followers) return figures;
  }
  return {};
}

/** The numbers in what the server says of the page, where it says so of this page: a single-page app may never renew it. */
export function figuresInMeta({ document }: { document: Document }, handle: string): Figures {
  const own = `/${handle.toLowerCase()}`;
  const about = [attribute(document, 'link[rel="canonical"]', 'href'), attribute(document, 'meta[property="og:url"]', 'content')];
  if (
    !about.some((address) =>
      address
        ?.toLowerCase()
        .replace(/[@/]+$/, '')
        .replace('/@', '/')
        .endsWith(own),
    )
  )
    return {};
  return figuresIn((attribute(document, 'meta[property="og:description"], meta[name="description"]', 'content') ?? '').slice(0, 500));
}

/** A number as an element shows it; its title, where that is one, gives it in full. */
export const figureOf = (element: Element | null | undefined): string | null =>
  element
    ? ([element, ...element.querySelectorAll('[title]')]
        .map((one) => one.getAttribute('title') ?? '')
        .find((title) => /^\p{Nd}[\p{Nd}\s.,'’]*$/u.test(title)) ?? textOf(element))
    : null;

const decoded = (handle: string): string => {
  try {
    return decodeURIComponent(handle);
  } catch {
    return handle;
  }
};

/** An account from what an adapter found; null where its page shows no number at all, or no account. */
export function profileOf(
  platform: string,
  handle: string | null | undefined,
  url: string,
  name: string | null,
  figures: Figures,
): ProfileDraft | null {
  if (!handle || handle.length > 200) return null;
  const sizes: ProfileSizes = { followers: null, following: null, posts: null };
  const rounded: SizeName[] = [];
  for (const size of Object.keys(sizes) as SizeName[]) {
    const count = countOf(figures[size]);
    if (!count || !Number.isSafeInteger(count.value) || count.value < 0) continue;
    sizes[size] = count.value;
    if (count.rounded) rounded.push(size);
  }
  if (Object.values(sizes).every((size) => size === null)) return null;
  return { platform, handle: decoded(handle), name: name?.split('\n')[0]?.slice(0, 500) || null, url, sizes, rounded };
}
