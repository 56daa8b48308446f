/** Whether one clip answers a query: decides on what the indexes left over, and, for rules, on a clip just made. */
import type { Clip } from '../records.ts';
import { searchText, searchWords } from '../word-index.ts';
import { plainText } from '../words.ts';
import { type QueryContext, themesHolding } from './context.ts';
import { firstDay, lastDay } from './days.ts';
import { asked, bears, isJudgementTerm, type JudgementTerm } from './judged.ts';
import type { NumberKey } from './keys.ts';
import { holds, isAuthor, looksFor } from './looks.ts';
import type { Comparison, Query } from './query.ts';
import { has, hasPriority, is, isOn, numberOf, owns, speaks } from './traits.ts';

/** A clip, and its words once somebody asked for them. */
interface Reading {
  clip: Clip;
  words(): ReadonlySet<string>;
  plain(): string;
}

/** null: the clip does not tell. Not even `-likes>100` finds a post whose likes are unknown. */
type Test = (reading: Reading) => boolean | null;

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

const readingOf = (clip: Clip, words?: ReadonlySet<string>): Reading => ({
  clip,
  words: words ? () => words : once(() => new Set(searchWords(clip))),
  plain: once(() => plainText(searchText(clip))),
});

const compare: Record<Comparison, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
};

function testOfChoice({ key, values }: Extract<Query, { type: 'choice' }>, context: QueryContext): Test {
  const some = (fits: (clip: Clip, value: string) => boolean | null): Test => {
    const tests = values.map(
      (value): Test =>
        ({ clip }) =>
          fits(clip, value),
    );
    return anyOf(tests);
  };
  switch (key) {
    case 'on':
      return some(({ platform }, value) => platform === value);
    case 'by':
      return some(({ author }, value) => isAuthor(author, value));
    case 'lang':
      return some(speaks);
    case 'kind':
      return some(({ kind }, value) => kind === value);
    case 'weekday':
      return some(isOn);
    case 'origin':
      return some(({ origin }, value) => origin === value);
    case 'priority':
      return some(hasPriority);
    case 'owner':
      return some(owns);
    case 'has':
      return some((clip, value) => has[value as keyof typeof has](clip, context));
    case 'is':
      return some((clip, value) => is[value as keyof typeof is](clip));
    default:
      return testOfJudgement([{ type: 'choice', key, values } as JudgementTerm], context);
  }
}

function testOfJudgement(terms: readonly JudgementTerm[], context: QueryContext): Test {
  const all = asked(terms, context);
  return ({ clip }) => all.every((one) => bears(clip, one));
}

function testOfWords(query: Extract<Query, { type: 'word' | 'phrase' }>, context: QueryContext): Test {
  const looks = looksFor(query);
  // Names of themes are cut into words once a clip bears any: a save that asks twenty rules does not cut all there are.
  let named: Set<string> | undefined;
  const isNamed = (theme: string): boolean => {
    named ??= new Set(themesHolding(looks, context));
    return named.has(theme);
  };
  return ({ clip, words, plain }) => holds(looks, words(), plain) || clip.tags.some(({ theme }) => theme !== null && isNamed(theme));
}

const allOf =
  (tests: readonly Test[]): Test =>
  (reading) => {
    let unknown = false;
    for (const test of tests) {
      const said = test(reading);
      if (said === false) return false;
      unknown ||= said === null;
    }
    return unknown ? null : true;
  };

const anyOf =
  (tests: readonly Test[]): Test =>
  (reading) => {
    let unknown = false;
    for (const test of tests) {
      const said = test(reading);
      if (said) return true;
      unknown ||= said === null;
    }
    return unknown ? null : false;
  };

const number = (key: NumberKey, fits: (value: number) => boolean): Test => {
  return ({ clip }) => {
    const value = numberOf(clip, key);
    return value === null ? null : fits(value);
  };
};

function testOf(query: Query, context: QueryContext): Test {
  const { today } = context;
  switch (query.type) {
    case 'and': {
      const judgements = query.terms.filter(isJudgementTerm);
      const others = query.terms.filter((term) => !isJudgementTerm(term)).map((term) => testOf(term, context));
      return allOf(judgements.length > 0 ? [testOfJudgement(judgements, context), ...others] : others);
    }
    case 'or':
      return anyOf(query.terms.map((term) => testOf(term, context)));
    case 'not': {
      const test = testOf(query.term, context);
      return (reading) => {
        const said = test(reading);
        return said === null ? null : !said;
      };
    }
    case 'word':
    case 'phrase':
      return testOfWords(query, context);
    case 'choice':
      return testOfChoice(query, context);
    case 'number':
      return number(query.key, (value) => compare[query.is](value, query.value));
    case 'between':
      return number(query.key, (value) => value >= query.from && value <= query.to);
    case 'days': {
      const [from, to] = [query.from && firstDay(query.from, today), query.to && lastDay(query.to, today)];
      return ({ clip: { day } }) => (!from || day >= from) && (!to || day <= to);
    }
    case 'after':
      return ({ clip: { day } }) => day >= firstDay(query.day, today);
    case 'before':
      return ({ clip: { day } }) => day < firstDay(query.day, today);
  }
}

/** A query made ready for many clips. Cutting a text into words takes longer than all else: whoever has them at hand (word-index.ts) gives them. */
export function matcher(query: Query, context: QueryContext): (clip: Clip, words?: ReadonlySet<string>) => boolean {
  const test = testOf(query, context);
  return (clip, words) => test(readingOf(clip, words)) === true;
}

export const matches = (clip: Clip, query: Query, context: QueryContext): boolean => matcher(query, context)(clip);
