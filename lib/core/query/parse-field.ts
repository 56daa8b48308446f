import { spelling } from '../words.ts';
import { isDay } from './days.ts';
import { type ChoiceKey, choices, type DayKey, isChoiceKey, isNumberKey, keyNamed, keyNames, type NumberKey, valueNamed } from './keys.ts';
import { near } from './near.ts';
import type { NamedValue } from './parse.ts';
import type { Code, Problem } from './problem.ts';
import type { Comparison, Query } from './query.ts';
import type { Scanner } from './scan.ts';

interface Field {
  scan: Scanner;
  /** Where its key begins; the scanner stands behind the operator. */
  begun: number;
  name: string;
  operator: string;
  report(code: Code, at: Problem['at'], more?: Partial<Problem>): void;
  names: NamedValue[];
}

type Written = { text: string; at: [number, number]; closed: boolean };

const bareValue = /[^\s,()"“”„«»]+/y;
const bareNumber = /[^\s()"“”„«»]+/y;

function readValue({ scan }: Field, pattern: RegExp): Written {
  const from = scan.at;
  const quoted = scan.quoted();
  const text = quoted ? quoted.text : (scan.take(pattern)?.[0] ?? '');
  return { text, at: [from, scan.at], closed: quoted?.closed ?? true };
}

/** What stands behind `key:`, with commas between. */
function readValues(field: Field): Written[] {
  const values = [readValue(field, bareValue)];
  while (field.scan.take(/,/y)) values.push(readValue(field, bareValue));
  return values;
}

const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;
const compared = { lang: language, on: /^[a-z][a-z0-9-]{0,40}$/ } as const;

/** How a value is kept: ours and networks by their id, languages in small letters, names and authors as typed. */
function canonical(key: ChoiceKey, typed: string): string | undefined {
  if (key === 'brand' || key === 'theme' || key === 'by' || key === 'owner') return typed;
  const plain = spelling(typed);
  if (key === 'lang') return compared.lang.test(plain) ? plain : undefined;
  // "Hacker News" is hackernews.
  const id = valueNamed(key, key === 'on' ? plain.replace(/[^a-z0-9-]/g, '') : plain);
  return key === 'on' && id !== undefined && !compared.on.test(id) ? undefined : id;
}

function parseChoice(field: Field, key: ChoiceKey): Query | null {
  const { operator, begun, scan, report, names } = field;
  const written = readValues(field);
  if (operator !== ':' && operator !== '=') {
    report('notCompared', [begun, scan.at], { key, value: operator });
    return null;
  }
  const values: string[] = [];
  for (const { text, at, closed } of written) {
    if (!closed) report('openQuote', [at[0], at[0] + 1]);
    const value = text === '' ? undefined : canonical(key, text);
    if (text === '') report('noValue', at[0] === at[1] ? [begun, at[1]] : at, { key });
    else if (value === undefined) report('unknownValue', at, { key, value: text, near: near(spelling(text), choices[key] ?? []) });
    else {
      if (!values.includes(value)) values.push(value);
      if (key === 'brand' || key === 'theme' || key === 'on') names.push({ key, value, at });
    }
  }
  return values.length > 0 ? { type: 'choice', key, values } : null;
}

const numeral = /^([+-]?\d{1,15}(?:[.,]\d{1,6})?)([km])?%?$/;
const scale = { k: 1_000, m: 1_000_000 } as const;

/** 1200, 1.2k, 2,5 %; undefined where it is no number, or one beyond all posts. */
function numberIn(text: string): number | undefined {
  const [, digits, suffix] = numeral.exec(spelling(text)) ?? [];
  if (!digits) return undefined;
  const value = Math.round(Number(digits.replace(',', '.')) * (suffix ? scale[suffix as 'k' | 'm'] : 1) * 1e6) / 1e6;
  return Math.abs(value) < 1e15 ? value + 0 : undefined;
}

function parseNumber(field: Field, key: NumberKey): Query | null {
  const { operator, begun, report } = field;
  const { text, at } = readValue(field, bareNumber);
  const wrong = (value: string): null => {
    if (value) report('notNumber', at, { key, value });
    else report('noValue', [begun, at[1]], { key });
    return null;
  };
  const [low, high] = text.split('..') as [string, string | undefined];
  if (high === undefined || operator !== ':') {
    const value = numberIn(text);
    return value === undefined ? wrong(text) : { type: 'number', key, is: (operator === ':' ? '=' : operator) as Comparison, value };
  }
  const [from, to] = [numberIn(low), numberIn(high)];
  if ((low && from === undefined) || (high && to === undefined) || (!low && !high)) return wrong(text);
  if (from === undefined) return { type: 'number', key, is: '<=', value: to! };
  if (to === undefined) return { type: 'number', key, is: '>=', value: from };
  return { type: 'between', key, from, to };
}

function parseDay(field: Field, key: DayKey): Query | null {
  const { operator, begun, report, scan } = field;
  const { text: typed, at } = readValue(field, bareNumber);
  const text = spelling(typed);
  if (operator !== ':' && operator !== '=') {
    report('notCompared', [begun, scan.at], { key, value: operator });
    return null;
  }
  if (!text) {
    report('noValue', [begun, at[1]], { key });
    return null;
  }
  const [from, to = from] = (key === 'day' ? text.split('..') : [text]) as [string, string?];
  if ((!from && !to) || [from, to].some((day) => day !== '' && !isDay(day!))) {
    report('notDay', at, { key, value: typed });
    return null;
  }
  return key === 'day' ? { type: 'days', from: from || null, to: to || null } : { type: key, day: from };
}

/** Reads what stands behind a key; null, and a report, where it makes no sense. */
export function parseField(field: Field): Query | null {
  const { name, begun, report } = field;
  const plain = spelling(name);
  const key = keyNamed(plain);
  if (!key) {
    readValues(field);
    report('unknownKey', [begun, begun + name.length], {
      key: name,
      near: near(
        plain,
        keyNames.map(([known]) => known),
      ),
    });
    return null;
  }
  if (isChoiceKey(key)) return parseChoice(field, key);
  return isNumberKey(key) ? parseNumber(field, key) : parseDay(field, key);
}
