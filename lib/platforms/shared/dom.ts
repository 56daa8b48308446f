/** Reading elements without touching them and without asking for their layout: pages may be hidden, and style sheets late. */
import type { Media } from '../../core/draft.ts';

export interface TextOptions {
  /** Selector of parts to leave out: buttons inside the text, the twin written for screen readers, a nested post. */
  except?: string;
  /** Line breaks in the markup are real (`white-space: pre-wrap` set by a class). */
  pre?: boolean;
  /** Selector of elements that are laid out inside the line although their tag is a block's (X wraps mentions in `div`). */
  inline?: string;
}

const never = 'script,style,template,noscript,svg,iframe,textarea,select,video,audio,object,[hidden]';
const paragraphs = /^(?:P|H[1-6]|BLOCKQUOTE|PRE|UL|OL|TABLE|FIGURE)$/;
const blocks = /^(?:DIV|LI|SECTION|ARTICLE|HEADER|FOOTER|TR|FIGCAPTION|DETAILS|SUMMARY|DL|DT|DD|HR|MAIN|ASIDE|NAV|FORM|ADDRESS)$/;
const bidiMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** What an image says within a line of text: an emoji or a custom emoji's name, nothing for a picture. */
const emojiOf = (image: Element): string => {
  const alt = image.getAttribute('alt') ?? '';
  return /^[^\p{L}]{1,40}$/u.test(alt) || /^:[\w@.-]+:$/.test(alt) ? alt : '';
};

/** What is read of one text at the most, in characters: a page may hold ten million in one post. */
export const longestText = 100_000;
/** And in nodes, for a page may hold each of its letters in an element of its own. */
const mostNodes = 20_000;
/** Stands at the end of a text that was not read to its end; `draftOf` takes it away and says so. Unassigned, as the edges below. */
export const unread = '\u2fe2';

/** Asked of a form itself, these may be fields that a page has named so: `<form><input name="childNodes">`. */
const childNodesOf = (form: HTMLFormElement): NodeListOf<ChildNode> => Reflect.get(Node.prototype, 'childNodes', form);
/** What is around an element; asked of the form itself, a walk upwards would go from it to its field and back for ever. */
export const parentElementOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);
/** What stands before an element, for walks in the same way. */
export const previousElementOf = (element: Element): Element | null => Reflect.get(Element.prototype, 'previousElementSibling', element);
/** The nearest match, itself or around it. */
export const closest = (element: Element | null, selector: string): Element | null => element && Element.prototype.closest.call(element, selector);
const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

/** The visible text of an element with its line breaks; emoji images give their emoji. Reading ends at `longestText`, and then with `unread`. */
export function textOf(element: Element, { except, pre = false, inline }: TextOptions = {}): string {
  const out: string[] = [];
  // White space counts too, so twice as much is looked at.
  let left = 2 * longestText;
  let nodes = mostNodes;
  const skipped = except ? `${never},${except}` : never;
  const isSpent = () => left <= 0 || nodes <= 0;
  const walkAll = (children: NodeListOf<ChildNode>, kept: boolean): void => {
    for (const child of children) {
      if (isSpent()) return;
      walk(child, kept);
    }
  };
  const walk = (node: Node, kept: boolean): void => {
    nodes -= 1;
    if (node instanceof Text) {
      const words = node.substringData(0, left);
      left -= words.length;
      out.push(kept ? words : words.replace(/[\t\n\f\r ]+/g, ' '));
      return;
    }
    if (!(node instanceof Element) || (node !== element && matches(node, skipped))) return;
    if (node instanceof HTMLFormElement) {
      walkAll(childNodesOf(node), kept);
    } else if (node.tagName === 'BR') out.push('\n');
    else if (node.tagName === 'IMG') out.push(emojiOf(node));
    else {
      const within = inline !== undefined && node.matches(inline);
      const edge = within || node === element ? '' : paragraphs.test(node.tagName) ? '\u2fe1' : blocks.test(node.tagName) ? '\u2fe0' : '';
      const keeps = kept || node.tagName === 'PRE' || /white-space:\s*(?:pre|break-spaces)/.test(node.getAttribute('style') ?? '');
      out.push(edge);
      walkAll(node.childNodes, keeps);
      out.push(edge);
    }
  };
  walk(element, pre);
  const read = tidy(out.join(''));
  return isSpent() ? read.slice(0, longestText) + unread : read;
}

/**
 * Edges of blocks (U+2FE0) and paragraphs (U+2FE1) become one or two line breaks, however many meet. Both are unassigned; noncharacters
 * (U+FDD0) would do as well, but Chromium refuses a content script that holds them as "not UTF-8".
 */
const tidy = (text: string): string =>
  text
    .replace(bidiMarks, '')
    .replace(/[^\S\n]*[\u2fe0\u2fe1][\u2fe0\u2fe1\s]*/g, (edges) => (edges.includes('\u2fe1') ? '\n\n' : '\n'))
    .replace(/[^\S\n\u00a0]*\n[^\S\n\u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();

/** Text of the first match below `root`, or null where there is none or it is empty. */
export function text(root: ParentNode, selector: string, options?: TextOptions): string | null {
  const element = root.querySelector(selector);
  return (element && textOf(element, options)) || null;
}

/** An attribute of the first match below `root` that has it, or null where it is missing or empty. */
export const attribute = (root: ParentNode, selector: string, name: string): string | null =>
  root.querySelector(selector)?.getAttribute(name)?.trim() || null;

const tracking =
  /^(?:utm_.*|fbclid|gclid|igshid?|igsh|mc_[ce]id|ref_src|ref_url|ref_source|rcm|trk|trackingId|lipi|lici|midToken|midSig|__cft__.*|__tn__|si|feature|share_id)$/i;

/** An address as it may be kept: absolute, http or https, without tracking parameters; null for anything else. */
export function webUrl(href: string | null | undefined, base: string | URL): string | null {
  if (!href || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // Not `keys()`: what iterators a content script of Firefox is given cannot be iterated.
  const names: string[] = [];
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) if (tracking.test(name)) url.searchParams.delete(name);
  url.username = url.password = '';
  if (/^#?$|^#:~:/.test(url.hash)) url.hash = '';
  return url.href;
}

const flatten = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== 'object' || value === null) return [];
  return '@graph' in value ? [value, ...flatten(value['@graph'])] : [value];
};

/** Whether one element begins after another begins: below it, or in it. */
export const isAfter = (one: Element, other: Element): boolean => (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A picture as a draft has it, with its description where it has one. */
export function pictureOf(image: Element, base: URL, src = image.getAttribute('src')): Media {
  const alt = image.getAttribute('alt')?.trim();
  return { kind: 'image', url: webUrl(src, base), ...(alt && { alt }) };
}

/** Every JSON-LD object of a page, those inside lists and graphs too; what does not parse is left out. */
export const jsonLd = (document: Document): unknown[] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return flatten(JSON.parse(script.textContent ?? ''));
    } catch {
      return [];
    }
  });
