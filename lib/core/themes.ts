/**
 * Themes as they stand. Their records say what people did, each by itself; two copies edited apart may together say what nobody meant: a
 * theme above itself, two merged each into the other. Here that becomes a tree, the same whoever reads it in whatever order.
 */
import { fold } from './fold.ts';
import type { Theme } from './records.ts';
import { rootOf } from './root-of.ts';

export interface StandingTheme extends Theme {
  /** Those merged into it, at whatever remove. */
  merged: readonly Theme[];
  /** Every name it answers to, its own first: also its aliases, and all that what was merged into it answered to. */
  called: readonly string[];
}

type Merge = Pick<Theme, 'id' | 'into'>;

const mergesOf = (rows: readonly Merge[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(({ id, into }) => (into && into !== id ? [[id, into] as const] : [])));

/** Under which theme the clips judged with a theme count. */
export function mergedInto(rows: readonly Merge[]): (id: string) => string {
  const into = mergesOf(rows);
  return (id) => rootOf(id, into);
}

/** The theme, and all whose chain of merges goes through it: where it is merged elsewhere, they are too. */
export function mergedThrough(rows: readonly Merge[], id: string): string[] {
  const into = mergesOf(rows);
  const leads = (from: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = into.get(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return [...new Set([id, ...[...into.keys()].filter(leads)])];
}

/** Names without those that a comparison would not tell from one before. */
export function distinctNames(names: readonly string[]): string[] {
  const known = new Set<string>();
  return names.filter((name) => known.size < known.add(fold(name)).size);
}

/** The themes that were not merged into another, with the theme above each; one that is not here stands above none. */
export function standing(rows: readonly Theme[]): StandingTheme[] {
  const root = mergedInto(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ofRoot = Map.groupBy(
    rows.filter(({ id }) => root(id) !== id),
    ({ id }) => root(id),
  );
  const stand = rows.filter(({ id }) => root(id) === id);
  /** What stands above it by its own record; where that was merged into it, what stood above that. */
  const above = ({ id, parent }: Theme): string | null => {
    const seen = new Set<string>();
    for (let at = parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
      seen.add(at);
      if (root(at) !== id) return byId.has(root(at)) ? root(at) : null;
    }
    return null;
  };
  const parents = new Map(
    stand.flatMap((theme) => {
      const parent = above(theme);
      return parent === null ? [] : [[theme.id, parent] as const];
    }),
  );
  // Of a circle the least is the top.
  for (const { id } of stand) parents.delete(rootOf(id, parents));
  return stand.map((theme) => {
    const merged = (ofRoot.get(theme.id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const names = [theme, ...merged].flatMap(({ name, aliases }) => [name, ...aliases]);
    return { ...theme, parent: parents.get(theme.id) ?? null, merged, called: distinctNames(names) };
  });
}

type Branch = Pick<Theme, 'id'> & Partial<Pick<Theme, 'parent'>>;

/** The theme and all under it, however deep. */
export function under(themes: readonly Branch[], id: string): Set<string> {
  const found = new Set([id]);
  for (const at of found) for (const { id: child, parent } of themes) if (parent === at) found.add(child);
  return found;
}

/** The theme that is meant by these words: called so, else answering to it. Case, accents and spaces do not tell two apart. */
export function themeCalled<T extends Pick<StandingTheme, 'id' | 'name' | 'called'>>(themes: readonly T[], words: string): T | null {
  const wanted = fold(words);
  const first = (answers: (theme: T) => boolean) => themes.filter(answers).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  return first(({ name }) => fold(name) === wanted) ?? first(({ called }) => called.some((name) => fold(name) === wanted)) ?? null;
}

/** The themes as a list that reads like the tree: each followed by those under it, with how deep it stands. Siblings keep their order. */
export function inTree<T extends Pick<StandingTheme, 'id' | 'parent'>>(
  themes: readonly T[],
  parent: string | null = null,
  depth = 0,
): { theme: T; depth: number }[] {
  return themes.filter((theme) => theme.parent === parent).flatMap((theme) => [{ theme, depth }, ...inTree(themes, theme.id, depth + 1)]);
}

/**
 * What a theme stands under one step further in (the sibling before it, in the order given) or out (what its parent stands under); null: the
 * top. Undefined where there is no such step.
 */
export function parentAfter(themes: readonly Pick<StandingTheme, 'id' | 'parent'>[], id: string, step: 'in' | 'out'): string | null | undefined {
  const theme = themes.find((one) => one.id === id);
  if (!theme) return undefined;
  if (step === 'out') return themes.find((one) => one.id === theme.parent)?.parent;
  const siblings = themes.filter(({ parent }) => parent === theme.parent);
  return siblings[siblings.indexOf(theme) - 1]?.id;
}
