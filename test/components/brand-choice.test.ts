import { expect, test } from 'vitest';
import { chosenAlready, inOrder } from '../../components/judge/brand-choice.tsx';

const own = { id: 'own', name: 'Arvelle', kind: 'own' } as const;
const rival = { id: 'rival', name: 'Kestrin', kind: 'competitor' } as const;
const other = { id: 'other', name: 'Bruvio', kind: 'competitor' } as const;

test('brands that the post mentions stand first, the others keep their order', () => {
  expect(inOrder([own, rival, other], ['other']).map(({ id }) => id)).toEqual(['other', 'own', 'rival']);
});

test('the first brand mentioned is chosen, even a rival', () => {
  expect(chosenAlready([own, rival, other], ['rival', 'other'])).toBe('rival');
});

test('where none is mentioned, our own is, if we have but one', () => {
  expect(chosenAlready([own, rival, other], [])).toBe('own');
  expect(chosenAlready([own, { ...own, id: 'second' }, rival], [])).toBeNull();
});

test('without a brand of our own, only a single one is chosen', () => {
  expect(chosenAlready([rival], [])).toBe('rival');
  expect(chosenAlready([rival, other], [])).toBeNull();
  expect(chosenAlready([], [])).toBeNull();
});
