/** Any query that can be written, for property tests; `worded` of given words and names, so that some clips fit. */
import fc from 'fast-check';
import { type ChoiceKey, choices, type NumberKey, numberKeys } from '../../../lib/core/query/keys.ts';
import type { Query } from '../../../lib/core/query/query.ts';

interface Material {
  words: readonly string[];
  values: Partial<Record<ChoiceKey, readonly string[]>>;
  numbers: readonly number[];
  days: readonly string[];
}

export function anyQuery({ words, values, numbers, days }: Material): fc.Arbitrary<Query> {
  const number = fc.constantFrom(...numbers);
  const day = fc.constantFrom(...days);
  const key = fc.constantFrom(...(numberKeys as readonly NumberKey[]));
  const choice = fc.constantFrom(...(Object.keys(choices) as ChoiceKey[])).chain((of) => {
    const listed = values[of] ?? choices[of] ?? ['nobody'];
    return fc
      .uniqueArray(fc.constantFrom(...listed), { minLength: 1, maxLength: 3 })
      .map((chosen): Query => ({ type: 'choice', key: of, values: chosen }));
  });
  const { query } = fc.letrec<{ query: Query; term: Query; and: Query; or: Query }>((tie) => ({
    query: fc.oneof({ depthSize: 'small' }, tie('term'), tie('and'), tie('or')),
    term: fc.oneof(
      { weight: 4, arbitrary: choice },
      { weight: 4, arbitrary: fc.record({ type: fc.constant('word' as const), text: fc.constantFrom(...words), prefix: fc.boolean() }) },
      fc.record({
        type: fc.constant('phrase' as const),
        text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
      }),
      fc.record({ type: fc.constant('number' as const), key, is: fc.constantFrom('>', '>=', '<', '<=', '='), value: number }),
      fc.record({ type: fc.constant('between' as const), key, from: number, to: number }),
      fc.record({ type: fc.constant('days' as const), from: day, to: fc.option(day) }),
      fc.record({ type: fc.constantFrom('after' as const, 'before' as const), day }),
      tie('query').map((term): Query => ({ type: 'not', term })),
    ),
    and: fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((terms): Query => ({ type: 'and', terms })),
    or: fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((terms): Query => ({ type: 'or', terms })),
  }));
  return query;
}
