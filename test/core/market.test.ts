import { expect, test } from 'vitest';
import type { Line, Region } from '../../lib/core/board.ts';
import { marketOf } from '../../lib/core/market.ts';
import { quadrants } from '../../lib/core/quadrant.ts';
import type { Brand } from '../../lib/core/records.ts';

const brand = (name: string, kind: Brand['kind']): Brand => ({ id: name, name, kind, aliases: [], handles: [], must: [], mustNot: [], order: 0 });
const line = (id: string, strength: number, clips = 1) => ({ id, strength, clips }) as Line;
const regions = (of: Partial<Record<(typeof quadrants)[number], Line[]>>): Region[] =>
  quadrants.map((quadrant) => ({ quadrant, clips: 0, before: null, lines: of[quadrant] ?? [], archived: [], left: [] }));

test('a rival’s weakness is our opportunity and its strength our threat; what it may win or fear says nothing of us', () => {
  const of = regions({ strength: [line('s', 3)], weakness: [line('w', 2)], opportunity: [line('o', 9)], threat: [line('t', 9)] });
  const market = marketOf([{ brand: brand('Kestrin', 'competitor'), regions: of }]);
  const ids = (quadrant: (typeof quadrants)[number]) => market[quadrant].map(({ line: { id } }) => id);
  expect([ids('strength'), ids('weakness'), ids('opportunity'), ids('threat')]).toEqual([[], [], ['w'], ['s']]);
});

test('the sector’s opportunities and threats are ours too, the strongest of all first, and opinions stay at home', () => {
  const rival = regions({ weakness: [line('weak', 2), line('opinion', 0, 0)] });
  const sector = regions({ opportunity: [line('law', 7)], strength: [line('none of ours', 9)] });
  const market = marketOf([
    { brand: brand('Kestrin', 'competitor'), regions: rival },
    { brand: brand('Coffee', 'sector'), regions: sector },
  ]);
  expect(market.opportunity.map(({ brand: { name }, line: { id } }) => [name, id])).toEqual([
    ['Coffee', 'law'],
    ['Kestrin', 'weak'],
  ]);
  expect(market.threat).toEqual([]);
});

test('other own brands are not the market', () => {
  const of = regions({ weakness: [line('w', 2)], strength: [line('s', 2)] });
  expect(Object.values(marketOf([{ brand: brand('Arvelle Home', 'own'), regions: of }])).flat()).toEqual([]);
});
