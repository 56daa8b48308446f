/** A piece of a text that can carry meaning: a word, an emoji, an emoticon, or a run of marks. */
export interface Token {
  /** As it stands in the text. */
  text: string;
  /** Without accents and in lower case. */
  word: string;
  kind: 'word' | 'sign' | 'stop';
  /** Written in capitals, or with letters drawn out, as people do to stress it. */
  stressed: boolean;
}

const piece =
  /https?:\S*|(<\/?3+|[:;=8xX]['’]?-?[()DPpOo3/\\|*[\]]+(?![\p{L}\p{N}/])|\^_*\^|\p{Extended_Pictographic}|[!?]+)|([\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:['’-][\p{L}\p{M}\p{N}]+)*)|[.,;:…()«»"“”\n]+/gu;

const isAscii = (text: string) => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
};

const plain = (text: string) => {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower.replaceAll('œ', 'oe').replaceAll('’', "'").normalize('NFKD').replace(/\p{M}/gu, '');
};

/** French elisions are words of their own: `l'ecoute` is two. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=.{2})/;

const isStressed = (word: string) => /(\p{L})\1\1/iu.test(word) || (word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase());

/** The pieces of a text in order. Addresses are left out; a hashtag is its words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [found, sign, word] of text.matchAll(piece)) {
    if (sign) tokens.push({ text: found, word: found, kind: 'sign', stressed: false });
    else if (word) addWord(tokens, found);
    else if (!found.startsWith('http')) tokens.push({ text: found, word: found, kind: 'stop', stressed: false });
  }
  return tokens;
}

function addWord(tokens: Token[], found: string): void {
  const word = plain(found);
  const elided = word.includes("'") ? (elision.exec(word)?.[0].length ?? 0) : 0;
  if (elided > 0) tokens.push({ text: found.slice(0, elided), word: word.slice(0, elided - 1), kind: 'word', stressed: false });
  tokens.push({ text: found.slice(elided), word: word.slice(elided), kind: 'word', stressed: isStressed(found) });
}
