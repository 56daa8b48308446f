/** Numbers as people's interfaces write them, in many languages: "1.2K", "1,2 rb", "3.4万", "١٬٢٣٤", "1,107 reactions". */

export interface Count {
  value: number;
  /** True where the label gives a shortened number ("1.2K", "99+"). */
  rounded: boolean;
}

/** The digit 0 of each script that social interfaces write; its nine followers come right after it. */
const zeros = [...'0٠۰०০੦૦୦௦౦೦൦๐໐၀០'].map((zero) => zero.codePointAt(0) ?? 0).sort((a, b) => b - a);

const westernDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((candidate) => candidate <= code) ?? 0;
  return code - zero < 10 ? String(code - zero) : digit;
};

/** One spelling for what differs only in form: digits 0-9, plain spaces, one apostrophe, one minus, no marks of writing direction. */
export const plain = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[’ʼ]/g, "'")
    .replace(/[−‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Abbreviations and words for powers of ten, after the Unicode CLDR; without the dot that some languages write behind them. */
const words: Record<number, string> = {
  1e3: 'k t tn mil mille mila millier milliers thousand ribu rb tsd tausend duizend tusen tys tysiąc tysiąca tysiące tysięcy tis tus tuh tūkst тыс тысяч тысячи тысяча тис тисяч тисячі тисяча хил хиљ χιλ e n bin ألف آلاف هزار हज़ार हजार হা হাজার พัน mii nghìn אלף',
  1e5: 'l lakh lakhs लाख লা লাখ แสน',
  1e6: 'm j mi mio mln mn milj mill million millions millionen millones millón milhões milhão milioni milione miljoen miljon miljoner milion miliona miliony milionów jt juta млн миллион миллиона миллионов мільйон мільйона мільйони мільйонів εκ مليون ملايين میلیون tr triệu ล้าน milyon מיליון',
  1e7: 'cr crore crores क करोड़ কো কোটি',
  1e9: 'b bn md mrd mld mr mia mlrd bi billion billions milliard milliards milliarde milliarden miljard miljarder miliardi miliardo miliard miliarda miliardy miliardów bilhão bilhões milyar miliar млрд миллиард миллиарда миллиарды миллиардов мільярд мільярда мільярди мільярдів δισ مليار میلیارد tỷ अ अरब מיליארד',
};
const scales = new Map(
  Object.entries(words).flatMap(([scale, names]) =>
    names
      .normalize('NFKC')
      .split(' ')
      .map((name) => [name, Number(scale)] as const),
  ),
);
/** Written without a space before what is counted, and one after another ("5천만"). */
const ideographs: Record<string, number> = { 千: 1e3, 천: 1e3, 万: 1e4, 萬: 1e4, 만: 1e4, 億: 1e8, 亿: 1e8, 억: 1e8 };

/** The power of ten that follows a number: 1 where what follows is a common word ("likes"). */
function scaleOf(rest: string): number {
  const signs = /^ ?([千천万萬만億亿억]+)/u.exec(rest)?.[1];
  if (signs) return [...signs].reduce((product, sign) => product * (ideographs[sign] ?? 1), 1);
  const [whole = '', space = '', word = '', dot = ''] = /^( ?)([\p{L}\p{M}]+)([.॰]?)(?![\p{L}\p{M}'])/u.exec(rest) ?? [];
  // Czech and Romanian shorten "million" to "mil."; Spanish and Portuguese write "mil" for a thousand, and no interface in English writes it.
  if (word === 'mil') return dot ? 1e6 : /^ (?:M|mi|millones|milhões)(?!\p{L})/u.test(rest.slice(whole.length)) ? 1e9 : 1e3;
  // Some languages abbreviate to a capital ("5 N", Vietnamese); the small letter is a word of others ("3 e altri").
  if (/^[ce-jln-s]$/.test(word)) return 1;
  // Turkish sets "B" (bin, a thousand) apart from its number; English glues its "B" (billion) to it.
  if (word === 'B') return space ? 1e3 : 1e9;
  if (word === 'T') return space ? 1 : 1e12;
  return scales.get(word.toLowerCase()) ?? 1;
}

/** Digits with their separators as a number, or null where they are no number ("12.02.2026", "1.2.3"). */
function bareValue(digits: string): number | null {
  const separators = [...digits.replace(/\d/g, '')];
  const last = separators.at(-1);
  if (!last) return Number(digits);
  const parts = digits.split(/\D/);
  const [head = '', tail = ''] = [parts[0], parts.at(-1)];
  const mixed = separators.some((separator) => separator !== last);
  const isDecimal =
    last === '٫' ||
    (/[.,]/.test(last) && separators.filter((separator) => separator === last).length === 1 && (mixed || tail.length !== 3 || head === '0'));
  const whole = isDecimal ? parts.slice(0, -1) : parts;
  // Groups of three, or of two before the last three (India).
  if (
    whole.length > 1 &&
    (head.length > 3 || !whole.slice(1).every((part, index, { length }) => part.length === 3 || (part.length === 2 && index < length - 1)))
  )
    return null;
  return Number(`${whole.join('')}${isDecimal ? `.${tail}` : ''}`);
}

/**
 * The first number in a label, or null where it has none: an unknown number is never 0.
 * Also null below zero: no platform counts so, and a score of −3 is no count.
 */
export function readCount(label: string): Count | null {
  const text = plain(label);
  const match = /\d+(?:[.,'٬٫]\d+)*(?: \d{3}(?!\d))*(?:[.,]\d+)*/u.exec(text);
  if (!match || /(?:^| )-$/.test(text.slice(0, match.index))) return null;
  const rest = text.slice(match.index + match[0].length);
  const scale = scaleOf(rest);
  const bare = bareValue(match[0]);
  if (bare === null) return null;
  const value = scale === 1 ? bare : Math.round(bare * scale);
  // A broken number whose scale is not known is of a size that is not known.
  if (value > Number.MAX_SAFE_INTEGER || !Number.isInteger(value)) return null;
  return { value, rounded: scale > 1 || /^[^\p{L}]?\+/u.test(rest) || /[.,٫]\d{1,2}$/.test(match[0]) };
}
