import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Changes,
  edit,
  elements,
  emptyRecord,
  inverse,
  isTrashed,
  type Mergeable,
  merge,
  saidAnew,
  value,
  values,
  withoutContent,
} from '../../lib/core/mergeable.ts';

const fields = ['note', 'state'];
const sets = ['brands', 'keys'];

/** A change by one of three replicas, or one replica taking in what another has. */
type Step = { replica: number; change: Changes } | { replica: number; from: number };

const replica = fc.nat({ max: 2 });
const element = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<Changes> = fc.oneof(
  fc.record({ set: fc.dictionary(fc.constantFrom(...fields), fc.nat({ max: 9 }), { minKeys: 1, maxKeys: 2 }) }),
  fc.record({ clear: fc.constantFrom(...fields).map((field) => [field]) }),
  fc.record({ add: fc.dictionary(fc.constantFrom(...sets), fc.array(element, { minLength: 1, maxLength: 2 }), { minKeys: 1 }) }),
  fc.record({ remove: fc.dictionary(fc.constantFrom(...sets), fc.array(element, { minLength: 1, maxLength: 2 }), { minKeys: 1 }) }),
  fc.record({ trashed: fc.boolean() }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(fc.record({ replica, change }), fc.record({ replica, from: replica })), { maxLength: 25 });

/**
 * The oracle knows nothing of dots and contexts. It keeps every edit with the set of edits its writer had seen, and asks:
 * was this write followed by one that had seen it?
 */
interface Event {
  id: number;
  seen: ReadonlySet<number>;
  change: Changes;
}

function oracle(events: Event[]) {
  const overwritten = (event: Event, by: (change: Changes) => boolean) => events.some((later) => later.seen.has(event.id) && by(later.change));
  const touches = (field: string) => (one: Changes) => one.set?.[field] !== undefined || Boolean(one.clear?.includes(field));
  const standing = (field: string) =>
    events.filter((event) => event.change.set?.[field] !== undefined && !overwritten(event, touches(field))).map((event) => event.change.set![field]);
  const has = (set: string, one: string) =>
    events.some(
      (event) =>
        event.change.add?.[set]?.includes(one) &&
        // Adding again renews it: the older addition no longer counts, the newer does.
        !overwritten(event, (later) => Boolean(later.remove?.[set]?.includes(one)) || Boolean(later.add?.[set]?.includes(one))),
    );
  const marks = events.filter((event) => event.change.trashed && !overwritten(event, (later) => later.trashed !== undefined));
  const trashed = marks.length > 0 && events.every((event) => marks.some((mark) => mark === event || mark.seen.has(event.id)));
  return {
    fields: Object.fromEntries(fields.map((field) => [field, standing(field).sort()])),
    sets: Object.fromEntries(sets.map((set) => [set, ['a', 'b', 'c'].filter((one) => has(set, one))])),
    trashed,
  };
}

const shown = (record: Mergeable) => ({
  fields: Object.fromEntries(fields.map((field) => [field, values(record, field).sort()])),
  sets: Object.fromEntries(sets.map((set) => [set, elements(record, set).sort()])),
  trashed: isTrashed(record),
});

const hand = (actor: number, at = 0) => ({ actor: `r${actor}`, by: '', at: new Date(at) });

/** Runs the steps on records and, beside them, on the oracle's bare event lists. */
function run(all: Step[]) {
  const records = [0, 1, 2].map(() => emptyRecord('clip:x:1', 'clip'));
  const logs: Event[][] = [[], [], []];
  all.forEach((step, id) => {
    const { replica: at } = step;
    if ('from' in step) {
      records[at] = merge(records[at]!, records[step.from]!);
      logs[at] = [...new Set([...logs[at]!, ...logs[step.from]!])];
    } else {
      // Wall clocks that run backwards must not matter.
      records[at] = edit(records[at]!, hand(at, 1000 - id), step.change);
      logs[at] = [...logs[at]!, { id, seen: new Set(logs[at]!.map((event) => event.id)), change: step.change }];
    }
  });
  return { records, logs };
}

describe('merge', () => {
  test('shows what an oracle of happened-before shows, on every replica and after all met', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { records, logs } = run(all);
        for (const [index, record] of records.entries()) expect(shown(record)).toEqual(oracle(logs[index]!));
        expect(shown(records.reduce(merge))).toEqual(oracle([...new Set(logs.flat())]));
      }),
      { numRuns: 1000 },
    );
  });

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const [a, b, c] = run(all).records as [Mergeable, Mergeable, Mergeable];
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps both of two concurrent edits of one field, the newer clock first', () => {
    const base = edit(emptyRecord('brand:1', 'brand'), hand(0), { set: { name: 'Arvelle' } });
    const merged = merge(edit(base, hand(1, 20), { set: { name: 'Arvelle Mini' } }), edit(base, hand(2, 10), { set: { name: 'Arvele' } }));
    expect(values(merged, 'name')).toEqual(['Arvelle Mini', 'Arvele']);
    expect(value(merged, 'name')).toBe('Arvelle Mini');
  });

  test('an edit that the deleter had not seen brings the record back', () => {
    const base = edit(emptyRecord('clip:x:1', 'clip'), hand(0), { set: { state: 'inbox' } });
    const deleted = edit(base, hand(1), { trashed: true });
    expect(isTrashed(merge(base, deleted))).toBe(true);
    expect(isTrashed(merge(edit(base, hand(2), { add: { brands: ['brand:1'] } }), deleted))).toBe(false);
  });

  test('refuses two different records', () => {
    expect(() => merge(emptyRecord('a', 'clip'), emptyRecord('b', 'clip'))).toThrow(/different records/);
  });
});

describe('a record whose content has gone', () => {
  const isEmpty = ({ f, s }: Mergeable) => Object.keys(f).length + Object.keys(s).length === 0;
  /** Everything that any replica ever held, and a record that has seen some of it and was then deleted and purged. */
  const purge = (all: Step[], by: number) => {
    const copies = all.flatMap((_, index) => run(all.slice(0, index + 1)).records);
    const deleted = edit(run(all).records[by]!, hand(by), { trashed: true });
    return { copies: [...copies, deleted], deleted, purged: withoutContent(deleted) };
  };
  const hasSeen = (a: Mergeable, b: Mergeable) => Object.entries(b.c).every(([actor, counter]) => counter <= (a.c[actor] ?? 0));

  test('stays empty and deleted, whichever older copies it meets, in whatever order', () => {
    fc.assert(
      fc.property(steps, replica, fc.infiniteStream(fc.nat()), (all, by, order) => {
        const { copies, purged } = purge(all, by);
        const older = copies.filter((copy) => hasSeen(purged, copy));
        const shuffled = older.map((copy) => [order.next().value, copy] as const).sort(([a], [b]) => a - b);
        let met = purged;
        for (const [at, copy] of shuffled) met = at % 2 ? merge(met, copy) : merge(copy, met);
        expect(met).toEqual(purged);
        expect([isEmpty(met), isTrashed(met)]).toEqual([true, true]);
        // Copies that met each other first bring nothing back either.
        expect(merge(older.reduce(merge), purged)).toEqual(purged);
      }),
      { numRuns: 300 },
    );
  });

  test('converges with copies that had edits it has not seen, of which only these come back', () => {
    fc.assert(
      fc.property(steps, replica, replica, replica, (all, by, one, other) => {
        const { purged, deleted } = purge(all, by);
        const { records } = run(all);
        const [a, b] = [records[one]!, records[other]!];
        expect(merge(purged, a)).toEqual(merge(a, purged));
        expect(merge(merge(purged, a), b)).toEqual(merge(purged, merge(a, b)));
        expect(merge(merge(purged, a), purged)).toEqual(merge(purged, a));
        expect(merge(purged, deleted)).toEqual(purged);
        const seen = new Set(Object.keys(merge(purged, a).m));
        for (const dot of Object.keys(deleted.m)) if (!(dot in purged.m)) expect(seen.has(dot)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('takes nothing away from who brought it back meanwhile and said it anew', () => {
    fc.assert(
      fc.property(steps, replica, (all, by) => {
        const { purged, deleted } = purge(all, by);
        const back = edit(deleted, hand((by + 1) % 3), { ...saidAnew(deleted), trashed: false });
        const met = merge(purged, back);
        expect(shown(met)).toEqual(shown(back));
        expect(isTrashed(met)).toBe(false);
        for (const field of fields) expect(value(met, field)).toEqual(value(deleted, field));
      }),
      { numRuns: 300 },
    );
  });
});

test('the inverse of an edit shows the record as it was', () => {
  fc.assert(
    fc.property(steps, change, (all, one) => {
      const before = run(all).records.reduce(merge);
      const single = values(before, 'note').length < 2 && values(before, 'state').length < 2; // choosing among siblings ends their conflict
      fc.pre(single && !isTrashed(before));
      const after = edit(edit(before, hand(0), one), hand(0), inverse(before, one));
      expect(shown(after)).toEqual(shown(before));
    }),
  );
});
