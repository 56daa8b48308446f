/**
 * What people edit is kept so that two copies, edited apart, merge without losing an edit: an observed-remove, add-wins set and a
 * multi-value register per field, with one causal context per record. Blind to what the fields mean. Wall clocks decide nothing
 * but which of two concurrent values is shown first. Design and measurements: docs/architecture.md, "Mergeable records".
 */
import { z } from './zod.ts';

/** `actor.counter`: the edit that wrote a value. */
const Dot = z.string().regex(/^[a-z0-9]+\.[1-9]\d*$/);
const Dots = <T extends z.ZodType>(value: T) => z.record(Dot, value);
const Context = z.record(z.string().regex(/^[a-z0-9]+$/), z.int().positive());
const Value = z.json();

export const Mergeable = z.object({
  id: z.string().min(1),
  kind: z.string().min(1),
  /** Schema version of the fields' meaning. */
  v: z.int().positive(),
  /** Causal context: the newest edit seen, per actor. */
  c: Context,
  /** Fields: the values nobody has overwritten, by the edit that wrote them. */
  f: z.record(z.string(), Dots(Value)),
  /** Sets: element by the edits that added it. */
  s: z.record(z.string(), z.record(z.string(), Dots(z.literal(1)))),
  /** Trash marks: what the person who deleted had seen. */
  d: Dots(Context),
  /** Clock (ms since 1970) and person of each live edit; for display only. */
  m: Dots(z.tuple([z.number(), z.string()])),
});
export type Mergeable = z.infer<typeof Mergeable>;
type Dots<T> = Record<string, T>;
type Context = Mergeable['c'];
export type Value = z.infer<typeof Value>;

/** One edit: fields set, elements added and removed, trashed or restored. It is data, so that its inverse can be kept for undo. */
export const Changes = z.object({
  set: z.record(z.string(), Value).optional(),
  clear: z.array(z.string()).optional(),
  add: z.record(z.string(), z.array(z.string())).optional(),
  remove: z.record(z.string(), z.array(z.string())).optional(),
  trashed: z.boolean().optional(),
});
export type Changes = z.infer<typeof Changes>;

/** Who edits, and when by their clock. */
export interface Hand {
  /** One installation: letters and digits. */
  actor: string;
  /** Person's name, may be empty. */
  by: string;
  at: Date;
}

export const emptyRecord = (id: string, kind: string, v = 1): Mergeable => ({ id, kind, v, c: {}, f: {}, s: {}, d: {}, m: {} });

const split = (dot: string): [actor: string, counter: number] => {
  const at = dot.lastIndexOf('.');
  return [dot.slice(0, at), Number(dot.slice(at + 1))];
};
/** Only what a map itself holds: a forged record may name an actor or a field `constructor`. */
const own = <T>(map: Record<string, T>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);
const covers = (context: Context, dot: string): boolean => {
  const [actor, counter] = split(dot);
  return counter <= (own(context, actor) ?? 0);
};

const mapValues = <A, B>(map: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
const withoutEmpty = <T extends object>(map: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => Object.keys(value).length > 0));

/** A record with its parts in one order and nothing empty, so that equal records are equal as JSON. */
function canonical({ id, kind, v, c, f, s, d, m }: Mergeable): Mergeable {
  const sorted = <T>(map: Record<string, T>) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  const fields = withoutEmpty(mapValues(f, sorted));
  const sets = withoutEmpty(mapValues(s, (elements) => sorted(withoutEmpty(mapValues(elements, sorted)))));
  const live = new Set([...Object.values(fields), ...Object.values(sets).flatMap((elements) => Object.values(elements)), d].flatMap(Object.keys));
  const marks = Object.fromEntries(Object.entries(m).filter(([dot]) => live.has(dot)));
  return { id, kind, v, c: sorted(c), f: sorted(fields), s: sorted(sets), d: sorted(mapValues(d, sorted)), m: sorted(marks) };
}

/** The record after one edit by `hand`; the given one is left as it is. */
export function edit(record: Mergeable, hand: Hand, { set = {}, clear = [], add = {}, remove = {}, trashed }: Changes): Mergeable {
  const counter = (record.c[hand.actor] ?? 0) + 1;
  const dot = `${hand.actor}.${counter}`;
  const c = { ...record.c, [hand.actor]: counter };
  const f = { ...record.f, ...mapValues(set, (value) => ({ [dot]: value })) };
  for (const field of clear) delete f[field];
  const s = mapValues(record.s, (elements) => ({ ...elements }));
  for (const [name, elements] of Object.entries(add)) for (const element of elements) s[name] = { ...s[name], [element]: { [dot]: 1 } };
  for (const [name, elements] of Object.entries(remove)) for (const element of elements) delete s[name]?.[element];
  const d = trashed === undefined ? record.d : trashed ? { [dot]: c } : {};
  return canonical({ ...record, c, f, s, d, m: { ...record.m, [dot]: [hand.at.getTime(), hand.by] } });
}

/**
 * The record without what it held: fields and sets go; what was seen of them (`c`) and the trash marks stay. So no copy that it has seen brings
 * anything back: an edit that one saw and no longer has was overwritten there.
 */
export const withoutContent = (record: Mergeable): Mergeable => canonical({ ...record, f: {}, s: {} });

/** Changes that say all that a record holds anew, so that it also stays where a copy elsewhere has lost its content meanwhile. */
export const saidAnew = (record: Mergeable): Required<Pick<Changes, 'set' | 'add'>> => ({
  set: mapValues(record.f, (dots) => newest(record, dots)[0]!),
  add: mapValues(record.s, Object.keys),
});

/** Kept: edits in both, and edits in one that the other has not seen. An edit that the other saw and no longer has was overwritten there. */
function mergeDots<T>(a: Dots<T>, b: Dots<T>, seenByA: Context, seenByB: Context): Dots<T> {
  const fromA = Object.entries(a).filter(([dot]) => Object.hasOwn(b, dot) || !covers(seenByB, dot));
  const fromB = Object.entries(b).filter(([dot]) => !Object.hasOwn(a, dot) && !covers(seenByA, dot));
  return Object.fromEntries([...fromA, ...fromB]);
}

const keysOf = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/**
 * Two copies of one record as one: commutative, associative, idempotent.
 * @throws Error if the two are not copies of the same record.
 */
export function merge(a: Mergeable, b: Mergeable): Mergeable {
  if (a.id !== b.id) throw new Error(`cannot merge ${a.id} with ${b.id}: they are different records`);
  const dots = <T>(x: Dots<T> = {}, y: Dots<T> = {}) => mergeDots(x, y, a.c, b.c);
  const over = <T, R>(x: Record<string, T>, y: Record<string, T>, each: (x?: T, y?: T) => R) =>
    Object.fromEntries(keysOf(x, y).map((key) => [key, each(own(x, key), own(y, key))]));
  return canonical({
    id: a.id,
    kind: a.kind,
    v: Math.max(a.v, b.v),
    c: over(a.c, b.c, (x = 0, y = 0) => Math.max(x, y)),
    f: over(a.f, b.f, dots),
    s: over(a.s, b.s, (x = {}, y = {}) => over(x, y, dots)),
    d: dots(a.d, b.d),
    m: { ...a.m, ...b.m },
  });
}

/** All values of a field that nobody has overwritten, newest by the writers' clocks first; more than one after concurrent edits. */
export const values = (record: Mergeable, field: string): Value[] => newest(record, own(record.f, field) ?? {});

function newest({ m }: Mergeable, dots: Dots<Value>): Value[] {
  const clock = (dot: string) => m[dot]?.[0] ?? 0;
  return Object.entries(dots)
    .sort(([a], [b]) => clock(b) - clock(a) || (a < b ? 1 : -1))
    .map(([, value]) => value);
}

/** The value to show, or undefined where the field was never set. */
export const value = (record: Mergeable, field: string): Value | undefined => values(record, field)[0];

export const elements = ({ s }: Mergeable, name: string): string[] => Object.keys(own(s, name) ?? {});

/** Deleted, unless somebody edited it who had not seen the deletion, or after it: such an edit brings the record back. */
export function isTrashed({ c, d }: Mergeable): boolean {
  const marks = Object.values(d);
  return marks.length > 0 && Object.entries(c).every(([actor, counter]) => marks.some((seen) => counter <= (own(seen, actor) ?? 0)));
}

/** When it was last trashed, in ms since 1970 by that person's clock; null where it was not, or no clock says. */
export const trashedAt = ({ d, m }: Mergeable): number | null => lastOf(d, m);

/** When an element was last added to a set, in ms since 1970 by that person's clock; null where it was not, or no clock says. */
export const addedAt = ({ s, m }: Mergeable, name: string, element: string): number | null => lastOf(own(own(s, name) ?? {}, element) ?? {}, m);

function lastOf(dots: Dots<unknown>, m: Mergeable['m']): number | null {
  const clocks = Object.keys(dots).flatMap((dot) => m[dot]?.[0] ?? []);
  return clocks.length > 0 ? Math.max(...clocks) : null;
}

/** The changes that take `changes` back, as seen from the record before them. */
export function inverse(before: Mergeable, { set = {}, clear = [], add = {}, remove = {}, trashed }: Changes): Changes {
  const fields = [...Object.keys(set), ...clear];
  const had = fields.filter((field) => value(before, field) !== undefined);
  const kept = (changed: Record<string, string[]>, present: boolean) =>
    mapNonEmpty(changed, (name, list) => list.filter((element) => elements(before, name).includes(element) === present));
  return {
    set: Object.fromEntries(had.map((field) => [field, value(before, field)!])),
    clear: fields.filter((field) => !had.includes(field)),
    remove: kept(add, false),
    add: kept(remove, true),
    ...(trashed === undefined || trashed === isTrashed(before) ? {} : { trashed: !trashed }),
  };
}

const mapNonEmpty = (map: Record<string, string[]>, change: (name: string, list: string[]) => string[]) =>
  Object.fromEntries(
    Object.entries(map)
      .map(([name, list]) => [name, change(name, list)] as const)
      .filter(([, list]) => list.length > 0),
  );
