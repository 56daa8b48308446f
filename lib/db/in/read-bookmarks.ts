/** Bookmarks as every browser exports them (the Netscape format): links with their titles. */
import type { ForeignTable } from './read-table.ts';

export const isBookmarks = (text: string): boolean => /^\s*<!DOCTYPE NETSCAPE-Bookmark-file-1>/i.test(text);

/** The same as a table of links and titles. Parsed as a document that runs nothing, loads nothing and is shown nowhere. */
export function readBookmarks(text: string): ForeignTable {
  const links = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('a[href]')];
  return { heads: ['url', 'text'], rows: links.map((link) => [link.getAttribute('href') ?? '', (link.textContent ?? '').trim()]), encoding: 'utf-8' };
}
