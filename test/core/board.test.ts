import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BoardInput, boardOf } from '../../lib/core/board.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import type { Statement } from '../../lib/core/records.ts';
import { groupsOf, statementId, untouched } from '../../lib/core/statements.ts';
import { emptyTally, type Tally } from '../../lib/core/tally.ts';
import { mergedInto } from '../../lib/core/themes.ts';
import type { Voices } from '../../lib/core/voices.ts';

type Row = [quadrant: Quadrant, theme: string | null, days: Record<string, number>];

function tallyOf(rows: Row[]): Tally {
  const sum = emptyTally('brand:a');
  for (const [quadrant, theme, days] of rows) {
    const clips = Object.values(days).reduce((all, count) => all + count, 0);
    sum.mentions += clips;
    sum.quadrants[quadrant] += clips;
    sum.themes.push({ quadrant, theme, clips, platforms: new Map(), days: new Map(Object.entries(days)) });
  }
  return sum;
}
const strengths = (values: Record<string, number>) =>
  new Map<string, Voices>(Object.entries(values).map(([key, strength]) => [key, { authors: 2, strength }]));

const [from, to] = ['2026-03-01', '2026-05-29'];
const made = (quadrant: Quadrant, theme: string | null, changes: Partial<Statement>): Statement => ({
  ...untouched('brand:a', { quadrant, theme }),
  ...changes,
});
const opinion = (quadrant: Quadrant, words: string): Statement => ({
  ...untouched('brand:a', { quadrant, theme: null }),
  id: 'statement:brand:a|01',
  source: null,
  words,
});

interface Given {
  before?: Tally;
  voices?: Map<string, Voices>;
  said?: Statement[];
  from?: string;
  together?: BoardInput['together'];
}
function board(now: Tally, { before, voices = new Map(), said = [], from: since = from, together = new Map() }: Given = {}) {
  const groups = groupsOf('brand:a', said, [...now.themes, ...(before?.themes ?? [])]);
  return boardOf({ groups, now, before: before ?? null, voices, together, from: since, to });
}
const region = (now: Tally, quadrant: Quadrant, given?: Given) => board(now, given).find((one) => one.quadrant === quadrant)!;
const themes = (lines: readonly { statement: Statement }[]) => lines.map(({ statement }) => statement.source?.theme ?? statement.words);

const once = { '2026-05-20': 1 };

test('lines stand in the order of their evidence, clips without a theme last', () => {
  const now = tallyOf([
    ['weakness', null, { '2026-05-20': 9 }],
    ['weakness', 'price', { '2026-05-20': 8 }],
    ['weakness', 'delivery', { '2026-05-20': 3 }],
  ]);
  const voices = strengths({ 'weakness|-': 9, 'weakness|price': 1, 'weakness|delivery': 6 });
  const { lines } = region(now, 'weakness', { voices });
  expect(lines.map(({ statement, word }) => [statement.source?.theme, word])).toEqual([
    ['delivery', 'fair'],
    ['price', 'thin'],
    [null, 'fair'],
  ]);
});

test('the same theme judged the other way says otherwise; without a theme nothing does', () => {
  const now = tallyOf([
    ['weakness', 'delivery', { '2026-05-20': 3 }],
    ['strength', 'delivery', { '2026-05-21': 2 }],
    ['opportunity', 'delivery', { '2026-05-21': 7 }],
    ['weakness', null, once],
    ['strength', null, once],
  ]);
  const [delivery, none] = region(now, 'weakness').lines;
  expect(delivery?.otherwise).toBe(2);
  expect([...delivery!.contrary]).toEqual([['2026-05-21', 2]]);
  expect(none?.otherwise).toBe(0);
});

test('each kind of change against the period before', () => {
  const recent = { '2026-05-20': 3 };
  const now = tallyOf([
    ['strength', 'new', recent],
    ['strength', 'grew', recent],
    ['strength', 'shrank', recent],
    ['strength', 'same', recent],
    ['strength', 'repair', recent],
    ['strength', 'fading', { '2026-03-20': 3 }],
  ]);
  const before = tallyOf([
    ['strength', 'grew', { x: 1 }],
    ['strength', 'shrank', { x: 7 }],
    ['strength', 'same', { x: 3 }],
    ['strength', 'fading', { x: 4 }],
    ['weakness', 'repair', { x: 5 }],
    ['strength', 'gone', { x: 6 }],
  ]);
  const { lines, left, before: was } = region(now, 'strength', { before });
  expect(Object.fromEntries(lines.map(({ statement, change }) => [statement.source?.theme, change]))).toEqual({
    new: { kind: 'entered', by: 3 },
    grew: { kind: 'grew', by: 2 },
    shrank: { kind: 'shrank', by: 4 },
    same: { kind: 'same' },
    repair: { kind: 'flipped', from: 'weakness', to: 'strength' },
    fading: { kind: 'fading' },
  });
  expect(left.map(({ statement, before: then }) => [statement.source?.theme, then])).toEqual([['gone', 6]]);
  expect(was).toBe(21);
});

test('without a period before nothing is called new, and what it was is not known', () => {
  const { lines, before, left } = region(tallyOf([['threat', 'price', once]]), 'threat');
  expect(lines[0]).toMatchObject({ change: null, before: null });
  expect(before).toBeNull();
  expect(left).toEqual([]);
});

test('a week is too short to fade in', () => {
  const now = tallyOf([['strength', 'taste', { '2026-05-23': 1 }]]);
  expect(region(now, 'strength', { from: '2026-05-23' }).lines[0]?.change).toBeNull();
});

describe('what people made of the lines', () => {
  test('pinned first, then by hand, then by evidence', () => {
    const now = tallyOf(['a', 'b', 'c', 'd'].map((theme): Row => ['strength', theme, once]));
    const voices = strengths({ 'strength|a': 4, 'strength|b': 3, 'strength|c': 2, 'strength|d': 1 });
    const said = [made('strength', 'd', { pinned: true }), made('strength', 'c', { order: 0 }), made('strength', 'b', { order: 1 })];
    expect(themes(region(now, 'strength', { voices, said }).lines)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('moved, a line keeps its evidence, and the count of each quadrant is still that of its tags', () => {
    const now = tallyOf([
      ['weakness', 'price', { '2026-05-20': 3 }],
      ['strength', 'price', once],
    ]);
    const said = [made('weakness', 'price', { quadrant: 'threat' })];
    expect(region(now, 'weakness', { said })).toMatchObject({ clips: 3, lines: [] });
    expect(region(now, 'threat', { said })).toMatchObject({ clips: 0, lines: [{ clips: 3, otherwise: 1, sources: [{ quadrant: 'weakness' }] }] });
  });

  test('a statement without evidence is an opinion; what said it in the period before has left', () => {
    const said = [opinion('weakness', 'We sound stiff'), made('weakness', 'app', { words: 'The app fails' })];
    const { lines } = region(tallyOf([]), 'weakness', { said, before: tallyOf([['weakness', 'app', { x: 2 }]]) });
    expect(lines.map(({ word, change, first, last }) => ({ word, change, first, last }))).toEqual([
      { word: 'opinion', change: null, first: null, last: null },
      { word: 'opinion', change: { kind: 'left', by: 2 }, first: null, last: null },
    ]);
  });

  test('put away, it is no line of the board, and not lost', () => {
    const { lines, archived } = region(tallyOf([['threat', 'price', once]]), 'threat', { said: [made('threat', 'price', { archived: true })] });
    expect([lines, themes(archived)]).toEqual([[], ['price']]);
  });

  test('merged, two are one line with the clips of both, each counted once', () => {
    const now = tallyOf([
      ['weakness', 'delivery', { '2026-05-20': 2 }],
      ['weakness', 'courier', { '2026-05-21': 2 }],
    ]);
    const into = statementId('brand:a', { quadrant: 'weakness', theme: 'delivery' });
    const none = { clips: 0, platforms: new Map(), days: new Map() };
    const heard = { clips: 3, platforms: new Map([['x', 3]]), days: new Map([['2026-05-20', 3]]) };
    const together = new Map([[into, { now: heard, before: none, against: none }]]);
    const { lines } = region(now, 'weakness', { said: [made('weakness', 'courier', { into })], together, voices: strengths({ [into]: 7 }) });
    expect(lines).toMatchObject([{ id: into, clips: 3, strength: 7, word: 'fair', merged: [{ source: { theme: 'courier' } }] }]);
  });

  test('an opinion into which evidence is merged is none any more', () => {
    const said = [opinion('weakness', 'We are slow'), made('weakness', 'delivery', { into: 'statement:brand:a|01' })];
    const { lines } = region(tallyOf([['weakness', 'delivery', { '2026-05-20': 2 }]]), 'weakness', { said });
    expect(lines).toMatchObject([{ clips: 2, word: 'thin', statement: { words: 'We are slow' } }]);
  });
});

test('merges, in whatever chains and rings, put each statement into exactly one line', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'].map((theme) => statementId('brand:a', { quadrant: 'strength', theme }));
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat({ max: 4 }), { nil: null }), { minLength: 5, maxLength: 5 }), (targets) => {
      const said = targets.map((target, index) => made('strength', 'abcde'[index]!, { into: target === null ? null : ids[target]! }));
      const groups = groupsOf('brand:a', said, []);
      expect(groups.flatMap(({ statement, merged }) => [statement.id, ...merged.map(({ id }) => id)]).sort()).toEqual(ids);
      expect(
        groupsOf('brand:a', said.toReversed(), [])
          .map(({ statement }) => statement.id)
          .sort(),
      ).toEqual(groups.map(({ statement }) => statement.id).sort());
    }),
  );
});

test('whatever themes and lines are merged, each evidence is in one line, the same for everybody', () => {
  const letter = fc.nat({ max: 4 });
  const targets = fc.array(fc.option(letter, { nil: null }), { minLength: 5, maxLength: 5 });
  const words = fc.array(fc.option(fc.constantFrom('Said', 'Also said'), { nil: null }), { minLength: 5, maxLength: 5 });
  const names = ['a', 'b', 'c', 'd', 'e'];
  const ids = names.map((theme) => statementId('brand:a', { quadrant: 'strength', theme }));
  fc.assert(
    fc.property(targets, targets, words, fc.subarray([0, 1, 2, 3, 4]), (lines, themesInto, said, recorded) => {
      const root = mergedInto(names.map((id, index) => ({ id, into: themesInto[index] === null ? null : names[themesInto[index]!]! })));
      const statements = recorded.map((at) => made('strength', names[at]!, { into: lines[at] === null ? null : ids[lines[at]!]!, words: said[at]! }));
      // Clips bear but themes that stand.
      const found = [...new Set(names.map(root))].map((theme) => ({ quadrant: 'strength' as const, theme }));
      const groups = groupsOf('brand:a', statements, found, root);
      expect(groups.flatMap(({ sources }) => sources.map(({ theme }) => theme)).sort()).toEqual(found.map(({ theme }) => theme).sort());
      // No words are lost.
      const kept = groups.flatMap(({ statement, merged }) => [statement, ...merged]).filter((one) => one.words !== null);
      expect(kept.map(({ id }) => id).sort()).toEqual(statements.flatMap((one) => (one.words === null ? [] : [one.id])).sort());
      const inOrder = (all: typeof groups) =>
        all
          .map(({ statement, sources }) => [statement.id, statement.source?.theme, sources.map(({ theme }) => theme).sort()])
          .sort(([a], [b]) => (a! < b! ? -1 : 1));
      expect(inOrder(groupsOf('brand:a', statements.toReversed(), found.toReversed(), root))).toEqual(inOrder(groups));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});
