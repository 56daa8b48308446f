/** Walks over the text of a query. Positions are characters of the text as typed (UTF-16, as a field's selection counts them). */

const quotes: Record<string, string> = { '"': '"', '“': '”', '„': '“', '«': '»', '”': '”' };

export interface Scanner {
  readonly at: number;
  readonly ended: boolean;
  /** The character here, or '' at the end. */
  here(): string;
  skipSpace(): void;
  /** Goes on where the text here fits the pattern (sticky, flag `y`); what fitted, or null. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** A quoted text, if one begins here; `closed` is false where the end came first. */
  quoted(): { text: string; closed: boolean } | null;
}

export function scanner(text: string): Scanner {
  let at = 0;
  return {
    get at() {
      return at;
    },
    get ended() {
      return at >= text.length;
    },
    here: () => text[at] ?? '',
    skipSpace() {
      this.take(/\s+/y);
    },
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) at += found[0].length;
      return found;
    },
    quoted() {
      const close = quotes[text[at] ?? ''];
      if (!close) return null;
      let said = '';
      for (at += 1; at < text.length; at += 1) {
        if (text[at] === close) {
          at += 1;
          return { text: said.trim(), closed: true };
        }
        if (text[at] === '\\' && at + 1 < text.length) at += 1;
        said += text[at];
      }
      return { text: said.trim(), closed: false };
    },
  };
}

/** Whether a value must be quoted to be read as it is. */
export const needsQuotes = (value: string): boolean => value === '' || /[\s,()"“”„«»\\|]/u.test(value) || value.startsWith('-');

export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
