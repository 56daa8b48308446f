import type { ElementType } from 'react';

interface Props {
  text: string;
  /** BCP 47 of the words, so that they are spelt and read out as what they are. */
  lang?: string | undefined;
  /** Cut after so many lines; whole without it. */
  lines?: 1 | 2;
  /** The judged words, marked where they occur. */
  quotes?: readonly string[];
  /** Words that speak against what the quotes speak for: marked too, and otherwise. */
  against?: readonly string[];
  /** The quotes are words, and marked only where they stand as such: "late", not the end of "chocolate". */
  wholeWords?: boolean;
  className?: string;
  as?: ElementType;
}

/** The text in pieces, every second of which is one of the quotes. */
function pieces(text: string, quotes: readonly string[], wholeWords: boolean): string[] {
  const words = quotes.filter(Boolean).map((quote) => quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [text];
  const [before, after] = wholeWords ? ['(?<![\\p{L}\\p{M}\\p{N}])', '(?![\\p{L}\\p{M}\\p{N}])'] : ['', ''];
  return text.split(new RegExp(`${before}(${words.join('|')})${after}`, 'u'));
}

/** What people said: serif, in their language, never as HTML. */
export function Voice({ text, lang, lines, quotes = [], against = [], wholeWords = false, className = '', as: Element = 'p' }: Props) {
  return (
    <Element className={`voice ${lines ? `clamp-${lines}` : ''} ${className}`} lang={lang}>
      {pieces(text, [...quotes, ...against], wholeWords).map((piece, index) =>
        index % 2 === 1 ? (
          // Pieces never move: their place is their identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <mark key={index} className={against.includes(piece) ? 'against' : undefined}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </Element>
  );
}
