/** What tells whether something kept is still as it was when it was kept: SHA-256, as 64 hexadecimal digits. */
import type { Draft } from './draft.ts';

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a post's words are, for their hash: JSON of `[title or null, text, author's name or null, author's handle or null, address or null]`, in UTF-8. */
const canonical = ({ title, text, author, url }: Pick<Draft, 'title' | 'text' | 'author' | 'url'>): string =>
  JSON.stringify([title ?? null, text, author.name, author.handle, url]);

export const textHash = (draft: Pick<Draft, 'title' | 'text' | 'author' | 'url'>): Promise<string> =>
  hashOf(new TextEncoder().encode(canonical(draft)));
