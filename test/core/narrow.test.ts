import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrow } from '../../lib/core/narrow.ts';

test('numbers stand in the narrowest array that holds them', () => {
  expect(narrow([0, 255])).toEqual(Uint8Array.of(0, 255));
  expect(narrow([256, 0])).toEqual(Uint16Array.of(256, 0));
  expect(narrow([65_536])).toEqual(Uint32Array.of(65_536));
  expect(narrow([])).toEqual(new Uint8Array());
});
test('none is changed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 })), (numbers) => {
      expect([...narrow(numbers)]).toEqual(numbers);
    }),
  );
});
test.each([[-1], [0.5], [2 ** 32], [Number.NaN]])('%d is refused rather than wrapped around', (number) => {
  expect(() => narrow([1, number])).toThrow(RangeError);
});
