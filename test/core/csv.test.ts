import { expect, test } from 'vitest';
import { csv } from '../../lib/core/csv.ts';

test('quotes what must be quoted, leaves unknown empty, and lets no text become a formula', () => {
  expect(
    csv([
      ['brand', 'value'],
      ['=HYPERLINK("x")', -0.5],
      ['Kestrin, Ltd', null],
    ]),
  ).toBe('brand,value\r\n"\'=HYPERLINK(""x"")",-0.5\r\n"Kestrin, Ltd",\r\n');
});
