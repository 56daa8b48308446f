/** Which languages a date is looked for in, and what they have in common. */
import { fold } from '../../core/fold.ts';
import { plain } from './numbers.ts';

/** Read first, and short forms by a table of their own, for they are what our people use. */
export const ours = ['en', 'fr', 'id'];
/** The others by the letters they are written in: asking `Intl` for a language costs milliseconds the first time. */
const others: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[\u0400-\u04ff]/, ['ru', 'uk', 'bg', 'sr']],
  [/[\u0370-\u03ff]/, ['el']],
  [/[\u0600-\u06ff]/, ['ar', 'fa']],
  [/[\u0590-\u05ff]/, ['he']],
  [/[\u0900-\u097f]/, ['hi']],
  [/[\u0980-\u09ff]/, ['bn']],
  [/[\u0e00-\u0e7f]/, ['th']],
  [/[\u1100-\u11ff\uac00-\ud7af]/, ['ko']],
  [/[\u3040-\u30ff\u4e00-\u9fff]/, ['ja', 'zh-Hans', 'zh-Hant']],
  [/[a-z]/, ['es', 'pt', 'de', 'it', 'nl', 'pl', 'tr', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'vi', 'ms', 'fil', 'hr', 'sk']],
];

/** The page's language, or without one those that are written in these letters. */
export function otherLocales(label: string, lang: string | undefined): readonly string[] {
  if (lang) {
    const [locale] = Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(lang) ? lang : []);
    return locale && !ours.includes(locale.split('-')[0] ?? '') ? [locale] : [];
  }
  return others.find(([letters]) => letters.test(label))?.[1] ?? [];
}

/** Makes each answer once: `Intl` objects are slow to build. */
export const cached = <T>(make: (name: string) => T) => {
  const made = new Map<string, T>();
  return (name: string): T => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
};

/** As dates are compared here: folded, and without the dots that abbreviations end in. */
export const key = (label: string): string => fold(plain(label)).replace(/\./g, '').trim();
