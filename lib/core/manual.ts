/** Mentions that no page showed us: heard by phone, in the shop, by e-mail; or a list of links and lines that somebody wrote down. */
import type { Draft } from './draft.ts';

const unknown: Draft['metrics'] = { likes: null, comments: null, shares: null, views: null, saves: null, rating: null };

export interface Heard {
  text: string;
  /** Where: "Phone", in the person's words. */
  where?: string;
  who?: string;
  /** The day, YYYY-MM-DD. */
  day?: string;
  url?: string | null;
}

/**
 * A draft of what was heard. `id` tells this mention from another in the same words: two callers may say the same. A mention of a link is
 * known by that link, so that it is one however often it is pasted.
 */
export function heardDraft({ text, where, who, day, url = null }: Heard, id: string): Draft {
  return {
    kind: 'manual',
    platform: 'manual',
    url,
    nativeId: url ?? id,
    author: { name: who?.trim().slice(0, 500) || null, handle: null },
    ...(where && { title: where }),
    text: text.trim(),
    truncated: false,
    // A day without a time stands at its noon.
    publishedAt: day ? { instant: `${day}T12:00:00.000Z`, raw: day, precision: 'day', source: 'label' } : null,
    metrics: unknown,
    rounded: [],
    media: [],
    promoted: false,
  };
}

/** More than this in one list is an import of a file, not a paste. */
export const mostLines = 500;
const longestLine = 20_000;

interface PastedLine {
  /** Counted from 1, as a person counts. */
  line: number;
  text: string;
  url: string | null;
}

type PasteProblem = 'scheme' | 'long';

export interface Pasted {
  lines: PastedLine[];
  /** Lines that cannot be taken, and why. */
  refused: { line: number; problem: PasteProblem }[];
  /** Lines that stood there before. */
  repeated: number;
}

const address = /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+/i;

/** A list of links or lines of text, one mention a line; a line may hold both. Empty lines and bullets are nothing, and a repeated line is one. */
export function readPaste(pasted: string): Pasted {
  const lines: PastedLine[] = [];
  const refused: Pasted['refused'] = [];
  const seen = new Set<string>();
  let repeated = 0;
  for (const [index, raw] of pasted.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const words = raw.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/, '').trim();
    if (!words) continue;
    const line = index + 1;
    const found = address.exec(words)?.[0].replace(/[.,;:!?)\]]+$/, '');
    const url = found && URL.canParse(found) ? new URL(found) : null;
    if (words.length > longestLine) refused.push({ line, problem: 'long' });
    else if (/^(?:javascript|data|vbscript|blob|file):/i.test(words) || (url && url.protocol !== 'http:' && url.protocol !== 'https:'))
      refused.push({ line, problem: 'scheme' });
    else if (seen.has(url?.href ?? words)) repeated += 1;
    else {
      seen.add(url?.href ?? words);
      lines.push({
        line,
        text:
          url && found
            ? words
                .replace(found, '')
                .replace(/^[\s.,;:)\]–-]+/, '')
                .trim()
            : words,
        url: url?.href ?? null,
      });
    }
  }
  return { lines, refused, repeated };
}
