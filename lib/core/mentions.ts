/** Which brands a post speaks of. It runs in pages: each brand is compiled once, and a text is searched in linear time. */
import type { Draft } from './draft.ts';
import { fold } from './fold.ts';

/** The words by which a brand is recognised in a post. */
export interface BrandWords {
  id: string;
  name: string;
  aliases: string[];
  /** `platform:handle`, or a bare handle that counts on every platform. */
  handles: string[];
  /** At least one of these must occur too (to tell "Orange" the telecom from the fruit); empty: no condition. */
  must: string[];
  /** None of these may occur. */
  mustNot: string[];
}

/** Scripts that set no spaces, and Korean, which glues its particles to a name: their letters end a word of any other script. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]`;
const letter = String.raw`(?!${unspaced})[\p{L}\p{N}_]`;
const here = (pattern: string) => new RegExp(pattern, 'uy');

/*
 * Where a word may begin and end. Made once for all names: patterns with classes of letters take a millisecond each to compile.
 */
const wordStart = here(`(?<!${letter})`);
/**
 * Glued to a name of four letters and more: plurals, and Indonesian -kan, -nya, -ku, -mu, -lah, -kah, -pun.
 * After a shorter one they would be other words ("ka" + "mu").
 */
const wordEnd = here(`(?:'?s|(?:kan)?(?:nya|ku|mu)?(?:[lk]ah|pun)?)(?!${letter})`);
const shortEnd = here(`(?:'s)?(?!${letter})`);
/** "@name" by itself; in an address ("help@name.com") the "@" is within a word. */
const handleStart = here(String.raw`(?<=(?<![\p{L}\p{N}_.-])@)`);
const handleEnd = here(String.raw`(?:\.bsky\.social)?(?![.-]?${letter})`);
const katakana = String.raw`[\p{sc=Kana}ー]`;

/** Edges of words in scripts without spaces: Katakana and Korean show some, others none. A Korean syllable goes on in a vowel or a final. */
const otherEdges: [sign: RegExp, start: RegExp | null, end: RegExp | null][] = [
  [here(katakana), here(`(?<!${katakana})`), here(`(?!${katakana})`)],
  [here(String.raw`\p{sc=Hang}`), here(String.raw`(?<!\p{sc=Hang})`), here(String.raw`(?![\u1160-\u11ff])`)],
  [here(unspaced), null, null],
];

const fits = (edge: RegExp | null, text: string, index: number): boolean => {
  if (edge) edge.lastIndex = index;
  return edge?.test(text) ?? true;
};

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Letters alone, case kept, with one kind of apostrophe and of dash; signs that NFKD would turn into letters or digits ("™", "1️⃣") end a word.
 * The words of a hashtag follow it ("#ArvelleDelivery | Arvelle Delivery |"), and an Indonesian prefix glued to a capital is parted from it ("diArvelle").
 */
const parted = (text: string): string =>
  text
    .replace(/[™℠]|[\d#*]\ufe0f?\u20e3/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ＇]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\b(?:[Dd]i|[Kk]e|[Ss]e|[Nn]ge?)(?=\p{Lu}\p{Ll})/gu, '$&-')
    .replace(
      /#[\p{L}\p{N}_]{1,140}/gu,
      (tag) => `${tag} |${tag.replace(/[#_]|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')}| `,
    );

/** A text as names are looked for in it. Signs without width stand within words to break them, or between words to part them: both are tried. */
function searchable(text: string): string {
  const without = text.replace(/\p{Cf}/gu, '');
  return fold(parted(without.length === text.length ? text : `${without} | ${text.replace(/\p{Cf}/gu, ' ')}`));
}

const plain = (words: string) => fold(parted(words.replace(/\p{Cf}/gu, '').replace(/#/g, ' ')));

type Finder = (searchable: string) => boolean;

/** Wherever the words begin, which is found fast, the rest is tried. */
const finder =
  (beginning: string, isAt: (text: string, index: number) => boolean): Finder =>
  (text) => {
    for (let index = text.indexOf(beginning); index >= 0; index = text.indexOf(beginning, index + 1)) if (isAt(text, index)) return true;
    return false;
  };

/** Whole words, folded on both sides. Between the words of a name may stand spaces or a dash, in a hashtag or handle nothing. */
function named(words: string): Finder | null {
  const parts = plain(words)
    .split(/[\s-]+/)
    .filter(Boolean);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const joined = parts.join('');
  const spaced = new RegExp(parts.map(literally).join(String.raw`[\s-]{1,3}`), 'y');
  const edgesAt = (word: string, index: number) => otherEdges.find(([sign]) => fits(sign, word, index));
  const [, start] = edgesAt(first, 0) ?? [null, wordStart];
  const [, , end] = edgesAt(last, last.length - 1) ?? [null, null, joined.length < 4 ? shortEnd : wordEnd];
  return finder(first, (text, index) => {
    // Most hits are inside a word: seen without a pattern.
    if (start === wordStart && /[a-z\d]/.test(text[index - 1] ?? '')) return false;
    const isJoined = text.startsWith(joined, index);
    if (fits(handleStart, text, index)) return isJoined && fits(handleEnd, text, index + joined.length);
    if (isJoined && text[index - 1] === '#' && fits(end, text, index + joined.length)) return true;
    return fits(start, text, index) && fits(spaced, text, index) && fits(end, text, spaced.lastIndex);
  });
}

const bare = (handle: string) => fold(handle).replace(/^@/, '');
const handleName = (listed: string) => bare(listed.slice(listed.indexOf(':') + 1));

/** A listed handle in the words, on any network, for people name accounts across them: "@arvelle.id", "instagram.com/arvelle.id". */
function addressed(listed: string): Finder | null {
  const name = plain(handleName(listed));
  if (!name) return null;
  return finder(name, (text, index) => /[@/]/.test(text[index - 1] ?? '') && fits(handleEnd, text, index + name.length));
}

interface Compiled {
  names: Finder[];
  must: Finder[];
  mustNot: Finder[];
}

const compiled = new WeakMap<BrandWords, Compiled>();

function compile(brand: BrandWords): Compiled {
  const known = compiled.get(brand);
  if (known) return known;
  const all = (words: readonly string[], make = named) => words.flatMap((each) => make(each) ?? []);
  const made = {
    names: [...all([brand.name, ...brand.aliases]), ...all(brand.handles, addressed)],
    must: all(brand.must),
    mustNot: all(brand.mustNot),
  };
  compiled.set(brand, made);
  return made;
}

/** Whether a handle as a brand lists it (`platform:handle`, or bare) is this one. */
export function isHandle(listed: string, platform: string, handle: string | null): boolean {
  if (!handle) return false;
  const colon = listed.indexOf(':');
  return (colon <= 0 || listed.slice(0, colon) === platform) && handleName(listed) === bare(handle);
}

/** Ids of the brands this post is about: by name, alias, hashtag or handle in its words, or by its author being the brand's own account. */
export function brandsIn(
  draft: Pick<Draft, 'platform' | 'author' | 'title' | 'text' | 'quotes' | 'thread'>,
  brands: readonly BrandWords[],
): string[] {
  if (brands.length === 0) return [];
  const parts = (draft.thread ?? []).map((part) => ('text' in part ? part.text : ''));
  const text = searchable([draft.title, draft.text, draft.quotes?.text, ...parts].filter(Boolean).join('\n'));
  const holds = (finder: Finder) => finder(text);
  return brands
    .filter((brand) => {
      const { names, must, mustNot } = compile(brand);
      const ownPost = brand.handles.some((handle) => isHandle(handle, draft.platform, draft.author.handle));
      return (ownPost || names.some(holds)) && (brand.must.length === 0 || ownPost || must.some(holds)) && !mustNot.some(holds);
    })
    .map(({ id }) => id);
}
