import type { Draft } from '../../core/draft.ts';
import type { ProfileDraft } from '../../core/profile.ts';

/** What an adapter may know besides the element: the page's address, the document, and when it is being read. */
export interface Page {
  url: URL;
  document: Document;
  /** For relative labels ("3 h"). */
  now: Date;
}

/**
 * A site we know: one file under lib/platforms with a default export. An adapter reads, and never touches the page.
 * It relies on, in this order of trust: permalink pattern, ARIA and role, `data-*` and test ids, JSON-LD and microdata, visible text.
 * Generated class names are never relied on.
 */
export interface Platform {
  /** Stored in clips and their ids: never rename. */
  id: string;
  /** The network's own name, shown to people; not translated. */
  name: string;
  /** Exact host names, whole labels; empty where the software runs on any host and `marker` recognises it. */
  hosts: readonly string[];
  /** Where its hosts hold more than the platform: how the paths of its pages begin, in whole segments ("/maps"). */
  paths?: readonly string[];
  /** Match patterns to ask for when the person grants the network. Empty where each instance is granted by itself. */
  origins: readonly string[];
  /** Addresses of pages of this platform that hold posts, for the tests: claimed by this platform alone. */
  examples: readonly string[];
  /** Selector of what this platform's software leaves in a page on whatever host; words alone, so that a page can look for it before the adapter has come. */
  marker?: string;
  /** Every element that may be a post or comment. A nested match (a quoted post) is dealt with by `read`. */
  selector: string;
  /** One element into a draft, or null where it holds no post (advert without a post, skeleton, "who to follow", the quoted part of another post). */
  read(post: Element, page: Page): Draft | null;
  /** Drafts the page holds only as data (JSON, meta tags); used where `selector` yields none. */
  readPage?(page: Page): Draft[];
  /**
   * On the page of a single post: its native id, where the site's own notice says that this post was deleted or removed; else null. That it is
   * not there, that one must log in, that something went wrong, that it is not shown here or to this person: all that says nothing.
   */
  gone?(page: Page): string | null;
  /** The account whose own page this is, or null: also while its numbers are not there yet, and on a post's page or a feed. */
  readProfile?(page: Page): ProfileDraft | null;
}

/** Gives the literal its type, and nothing else. */
export const definePlatform = (platform: Platform): Platform => platform;
