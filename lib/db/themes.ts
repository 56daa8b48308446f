/** Commands on themes. None of them rewrites a judgement but `splitTheme`: what was judged with a theme keeps it, and counts where it is merged. */
import { v7 } from 'uuid';
import { idFromWords } from '../core/clip-id.ts';
import { fold } from '../core/fold.ts';
import { type Changes, elements, isTrashed } from '../core/mergeable.ts';
import { type Action, type Tag, Theme } from '../core/records.ts';
import { distinctNames, mergedInto, type StandingTheme, standing, themeCalled, under } from '../core/themes.ts';
import { change, inBatch, inTransaction, log, NotFound } from './change.ts';
import { mergesOf, themesOf } from './queries.ts';
import type { Store } from './store.ts';

/** Said of a name that means another theme already. */
export class NameTaken extends Error {
  override name = 'NameTaken';
}

/**
 * The id that a theme of this name has everywhere, so that two people who think of one theme have one; the nth, where those before are called
 * otherwise by now.
 */
export const themeId = (name: string, nth = 1): string => `theme:${idFromWords(fold(name), ...(nth > 1 ? [String(nth)] : []))}`;

async function standingTheme(store: Store, id: string): Promise<StandingTheme> {
  const theme = (await themesOf(store)).find((one) => one.id === id);
  if (!theme) throw new NotFound('this theme is no longer here');
  return theme;
}

/**
 * The theme that is meant by this name or alias, made if there is none; inside a transaction. Case, accents and spaces around do not tell two
 * apart. One in the trash comes back.
 */
export async function themeNamed(store: Store, name: string, at: Date): Promise<Theme> {
  const { db } = store;
  const rows = await db.themes.toArray();
  const known = themeCalled(standing(rows), name);
  if (known) return known;
  const root = mergedInto(rows);
  for (let nth = 1; ; nth++) {
    const id = root(themeId(name, nth));
    const record = await db.records.get(id);
    if (record && !isTrashed(record)) continue;
    const made = Theme.shape.name.parse(name);
    // One that was merged before it was put away comes back as itself.
    await change(store, at, id, 'theme', { ...(id === themeId(name, nth) && { set: { name: made }, clear: ['into'] }), trashed: false });
    return standingTheme(store, id);
  }
}

/** Adds a theme that no clip was judged with yet. */
export const addTheme = (store: Store, name: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    if (themeCalled(await themesOf(store), name)) throw new NameTaken('there is a theme of this name already');
    const { id } = await themeNamed(store, name, at);
    return log(store, at, { name: 'theme', undo: [{ record: id, changes: { trashed: true } }] });
  });

export interface ThemeChanges extends Partial<Pick<Theme, 'name' | 'definition' | 'parent'>> {
  /** Those it gets and those it loses; all others stay, also those that whoever asks has not seen yet. */
  aliases?: { add?: readonly string[]; remove?: readonly string[] };
}

/** A new name leaves the old one as an alias: whoever goes on saying it means the theme. */
function namesAfter(
  { name: old, aliases: before }: Theme,
  { name, aliases: { add = [], remove = [] } = {} }: ThemeChanges,
): Pick<Theme, 'name' | 'aliases'> {
  const now = Theme.shape.name.parse(name ?? old);
  const said = [now, ...before.filter((alias) => !remove.includes(alias)), ...add, ...(fold(now) === fold(old) ? [] : [old])];
  return { name: now, aliases: distinctNames(said.map((alias) => alias.trim()).filter(Boolean)).slice(1) };
}

/**
 * Gives a theme another name, other aliases, another definition or another place in the tree.
 * @throws NameTaken where a name or alias means another theme already.
 * @throws ZodError that says what is wrong with the input.
 */
export const editTheme = (store: Store, id: string, changes: ThemeChanges, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const themes = await themesOf(store);
    const theme = await standingTheme(store, id);
    const { name, aliases } = namesAfter(theme, changes);
    const others = themes.filter((other) => other.id !== id);
    const fresh = [name, ...aliases].filter((said) => !theme.called.some((known) => fold(known) === fold(said)));
    if (fresh.some((said) => themeCalled(others, said))) throw new NameTaken('this name means another theme already');
    const { parent } = changes;
    if (parent && (under(themes, id).has(parent) || !themes.some((other) => other.id === parent)))
      throw new NotFound('a theme cannot stand under itself, nor under one that is not here');
    const definition = Theme.shape.definition.parse(changes.definition ?? theme.definition);
    const edit: Changes = {
      set: { ...(name !== theme.name && { name }), ...(changes.definition !== undefined && definition && { definition }), ...(parent && { parent }) },
      clear: [...(changes.definition !== undefined && !definition ? ['definition'] : []), ...(parent === null ? ['parent'] : [])],
      add: { aliases: aliases.filter((alias) => !theme.aliases.includes(alias)) },
      remove: { aliases: theme.aliases.filter((alias) => !aliases.includes(alias)) },
    };
    return log(store, at, { name: 'theme', undo: await change(store, at, id, 'theme', edit) });
  });

/** Puts a theme away, and with it what was merged into it. Clips judged with it keep it, and what stood under it stands at the top. */
export const trashTheme = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    await standingTheme(store, id);
    return log(store, at, { name: 'theme', undo: await change(store, at, id, 'theme', { trashed: true }) });
  });

/**
 * From now on what was judged with one theme counts under another, and its names mean that.
 * @throws NotFound where the two are one already, or one of them is not here.
 */
export const mergeThemes = (store: Store, id: string, into: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    await standingTheme(store, id);
    await standingTheme(store, into);
    if (id === into) throw new NotFound('these themes are one already');
    return log(store, at, { name: 'theme', undo: await change(store, at, id, 'theme', { set: { into } }) });
  });

/** Takes a theme out of the one it was merged into. */
export const partTheme = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    if (!(await store.db.themes.get(id))?.into) throw new NotFound('this theme is not merged into another');
    return log(store, at, { name: 'theme', undo: await change(store, at, id, 'theme', { clear: ['into'] }) });
  });

/** A clip's judgements with a theme, in force, the oldest first; also those with what was merged into it. */
async function judgedWith(store: Store, keys: readonly string[], theme: string): Promise<Tag[]> {
  const { db } = store;
  const [merges, records, tags] = [await mergesOf(store), await db.records.bulkGet([...keys]), await db.tags.where('clip').anyOf(keys).sortBy('at')];
  const retracted = new Set(records.flatMap((record) => (record ? elements(record, 'retracted') : [])));
  return tags.filter((tag) => !retracted.has(tag.id) && tag.theme !== null && merges(tag.theme) === theme);
}

/**
 * Gives some clips of a theme another, new or known: their judgements with it are taken back, and equal ones with the other stand in their
 * place. All of it is one thing done.
 * @throws NameTaken where the name means the theme itself.
 */
export const splitTheme = (store: Store, id: string, clips: readonly string[], name: string, at = new Date()): Promise<Action[]> =>
  inTransaction(store, async () => {
    await standingTheme(store, id);
    const other = await themeNamed(store, name, at);
    if (other.id === id) throw new NameTaken('this is the theme that they have');
    const together = inBatch(store);
    const done: Action[] = [];
    for (const row of await store.db.clips.bulkGet([...clips])) {
      const old = row ? await judgedWith(store, row.keys, id) : [];
      if (!row || old.length === 0) continue;
      const distinct = [...Map.groupBy(old, ({ brand, quadrant }) => `${brand}|${quadrant}`).values()].map(
        // As the row shows it: the first that names a factor, else the first.
        (some) => some.find(({ factor }) => factor) ?? some[0]!,
      );
      const fresh = distinct.map((tag): Tag => ({ ...tag, id: v7(), theme: other.id, at: at.toISOString(), by: '', origin: 'hand' }));
      await store.db.tags.bulkAdd(fresh);
      const back = await change(store, at, row.id, 'clip', { add: { retracted: old.map((tag) => tag.id) } });
      const undo = [...back, { record: row.id, changes: { add: { retracted: fresh.map((tag) => tag.id) } } }];
      done.push(await log(together, at, { name: 'refine', clip: row.id, tag: fresh[0]!.id, already: true, undo }));
    }
    if (done.length === 0) throw new NotFound('none of these clips has this theme');
    return done;
  });
