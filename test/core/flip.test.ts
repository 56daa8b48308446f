import { describe, expect, test } from 'vitest';
import { flipOf } from '../../lib/core/flip.ts';

const brands = [
  { id: 'a', kind: 'own' },
  { id: 'b', kind: 'own' },
  { id: 'k', kind: 'competitor' },
  { id: 's', kind: 'sector' },
] as const;

describe('the other side of a judgement', () => {
  test.each([
    ['a rival’s complaint is our chance', { brand: 'k', quadrant: 'weakness' }, ['k'], { brand: 'a', quadrant: 'opportunity' }],
    ['a rival’s praise is a threat to us', { brand: 'k', quadrant: 'strength' }, ['k'], { brand: 'a', quadrant: 'threat' }],
    ['ours is the one that is mentioned', { brand: 'k', quadrant: 'weakness' }, ['k', 'b'], { brand: 'b', quadrant: 'opportunity' }],
    ['our chance is the weakness of the rival mentioned', { brand: 'a', quadrant: 'opportunity' }, ['k'], { brand: 'k', quadrant: 'weakness' }],
    ['a threat to us is the strength of the rival mentioned', { brand: 'a', quadrant: 'threat' }, ['a', 'k'], { brand: 'k', quadrant: 'strength' }],
    ['without a rival mentioned nobody else is meant', { brand: 'a', quadrant: 'threat' }, ['a'], null],
    ['praise of ourselves is what it is', { brand: 'a', quadrant: 'strength' }, ['a', 'k'], null],
    ['a complaint about ourselves is what it is', { brand: 'a', quadrant: 'weakness' }, ['a', 'k'], null],
    ['what is outside for a rival is nothing inside for us', { brand: 'k', quadrant: 'threat' }, ['a', 'k'], null],
    ['a sector has no rivals', { brand: 's', quadrant: 'weakness' }, ['s', 'k'], null],
  ] as const)('%s', (_, judged, mentioned, other) => expect(flipOf(judged, brands, mentioned)).toEqual(other));

  test('without a brand of ours there is none', () => {
    expect(flipOf({ brand: 'k', quadrant: 'weakness' }, [brands[2]], ['k'])).toBeNull();
  });
});
