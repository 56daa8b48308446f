/** The keys of the query language: `key:value` and `key>number`. Written in English; read in French and Indonesian too. */
import { weekdays } from '../day.ts';
import { kinds, metricNames } from '../draft.ts';
import { factors } from '../factors.ts';
import { priorities } from '../work.ts';

export const hasValues = ['media', 'picture', 'quote', 'link', 'reason', 'number'] as const;
export const isValues = ['untagged', 'inbox', 'reviewed', 'actioned', 'archived', 'edited', 'manual', 'promoted'] as const;

/** `none`, as behind `theme:` and `owner:`, is what nobody said. Values are compared in small letters. */
const priorityValues = [...priorities, 'none'] as const;
/** Each by itself, and all within or around. */
const factorValues = [...factors, 'internal', 'external', 'none'] as const;

/** The values of a key are a list of ours, except where they are names that the store knows, or any text. */
export const choices = {
  swot: ['s', 'w', 'o', 't'],
  brand: null,
  theme: null,
  on: null,
  by: null,
  lang: null,
  kind: kinds,
  has: hasValues,
  is: isValues,
  sentiment: ['negative', 'neutral', 'positive'],
  factor: factorValues,
  priority: priorityValues,
  owner: null,
  weekday: weekdays,
  origin: ['page', 'manual', 'import', 'sample'],
} as const satisfies Record<string, readonly string[] | null>;

/** Public numbers of the post, `er`, its engagement rate by views in percent (see matches.ts), and `hour`, that of its day, 0 to 23. */
export const numberKeys = [...metricNames, 'er', 'hour'] as const;
const dayKeys = ['after', 'before', 'day'] as const;

export type ChoiceKey = keyof typeof choices;
export type NumberKey = (typeof numberKeys)[number];
export type DayKey = (typeof dayKeys)[number];
export type Key = ChoiceKey | NumberKey | DayKey;

const choiceKeys = Object.keys(choices) as ChoiceKey[];
export const keys: readonly Key[] = [...choiceKeys, ...dayKeys, ...numberKeys];

export const isChoiceKey = (key: Key): key is ChoiceKey => key in choices;
export const isNumberKey = (key: Key): key is NumberKey => (numberKeys as readonly Key[]).includes(key);

/** Other ways of writing a key, without accents: French, Indonesian, and what other search fields call it. */
const aliases: Record<string, Key> = {
  marque: 'brand',
  merek: 'brand',
  tema: 'theme',
  sujet: 'theme',
  network: 'on',
  platform: 'on',
  reseau: 'on',
  sur: 'on',
  di: 'on',
  from: 'by',
  author: 'by',
  par: 'by',
  auteur: 'by',
  de: 'by',
  oleh: 'by',
  dari: 'by',
  language: 'lang',
  langue: 'lang',
  bahasa: 'lang',
  type: 'kind',
  jenis: 'kind',
  avec: 'has',
  ada: 'has',
  est: 'is',
  adalah: 'is',
  sentimen: 'sentiment',
  facteur: 'factor',
  faktor: 'factor',
  priorite: 'priority',
  prioritas: 'priority',
  assignee: 'owner',
  responsable: 'owner',
  penanggungjawab: 'owner',
  origine: 'origin',
  asal: 'origin',
  since: 'after',
  apres: 'after',
  depuis: 'after',
  sejak: 'after',
  setelah: 'after',
  until: 'before',
  avant: 'before',
  sebelum: 'before',
  date: 'day',
  jour: 'day',
  hari: 'day',
  heure: 'hour',
  pukul: 'hour',
  jam: 'hour',
  suka: 'likes',
  commentaires: 'comments',
  komentar: 'comments',
  partages: 'shares',
  vues: 'views',
  note: 'rating',
  nilai: 'rating',
};

/** Other ways of writing a value. The first letter of a judgement is notation in every language (visual language §2). */
const valueAliases: Partial<Record<ChoiceKey, Record<string, string>>> = {
  swot: {
    ...{ strength: 's', strengths: 's', force: 's', forces: 's', kekuatan: 's' },
    ...{ weakness: 'w', weaknesses: 'w', faiblesse: 'w', faiblesses: 'w', kelemahan: 'w' },
    ...{ opportunity: 'o', opportunities: 'o', opportunite: 'o', opportunites: 'o', peluang: 'o' },
    ...{ threat: 't', threats: 't', menace: 't', menaces: 't', ancaman: 't' },
  },
  on: { twitter: 'x', ig: 'instagram', insta: 'instagram', fb: 'facebook', yt: 'youtube', tt: 'tiktok', hn: 'hackernews' },
  priority: {
    ...{ 1: 'low', 2: 'normal', 3: 'high' },
    ...{ haute: 'high', normale: 'normal', basse: 'low', aucune: 'none' },
    ...{ tinggi: 'high', biasa: 'normal', rendah: 'low' },
  },
  weekday: {
    ...{ monday: 'mon', tuesday: 'tue', wednesday: 'wed', thursday: 'thu', friday: 'fri', saturday: 'sat', sunday: 'sun' },
    ...{ lundi: 'mon', mardi: 'tue', mercredi: 'wed', jeudi: 'thu', vendredi: 'fri', samedi: 'sat', dimanche: 'sun' },
    ...{ senin: 'mon', selasa: 'tue', rabu: 'wed', kamis: 'thu', jumat: 'fri', sabtu: 'sat', minggu: 'sun' },
  },
  sentiment: { negatif: 'negative', neutre: 'neutral', netral: 'neutral', positif: 'positive' },
};

/** The key of this name, as keys are compared: small letters without accents. */
export const keyNamed = (name: string): Key | undefined => ((keys as readonly string[]).includes(name) ? (name as Key) : own(aliases, name));

/** The value that is meant, where a key has a list of ours; undefined where it is none of them. */
export function valueNamed(key: ChoiceKey, value: string): string | undefined {
  const listed: readonly string[] | null = choices[key];
  return own(valueAliases[key] ?? {}, value) ?? (listed === null || listed.includes(value) ? value : undefined);
}

/** All names under which keys are known, for completing and for "did you mean". */
export const keyNames: readonly [name: string, key: Key][] = [...keys.map((key) => [key, key] as [string, Key]), ...Object.entries(aliases)];

// `constructor:` is no key.
const own = <T>(record: Record<string, T>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
