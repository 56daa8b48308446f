/** What a query's names and days mean in a workspace, now. */
import { noTheme } from '../facets.ts';
import type { Brand, Clip } from '../records.ts';
import { type StandingTheme, under } from '../themes.ts';
import { plainText, spelling, wordsOf } from '../words.ts';
import { holds, type Looks } from './looks.ts';
import { near } from './near.ts';
import type { NamedValue } from './parse.ts';
import type { Problem } from './problem.ts';

/** A theme as it stands (core/themes.ts); of one by itself its name is enough. */
type KnownTheme = Pick<StandingTheme, 'id' | 'name'> & Partial<Pick<StandingTheme, 'parent' | 'called' | 'merged' | 'definition'>>;

export interface QueryContext {
  brands: readonly Pick<Brand, 'id' | 'name' | 'aliases'>[];
  themes: readonly KnownTheme[];
  /** YYYY-MM-DD in the workspace's time zone. */
  today: string;
  /** Whether a picture of the post is kept; unknown where nobody can say. */
  pictured?(clip: Pick<Clip, 'keys'>): boolean;
}

type Named = { id: string; name: string; aliases?: readonly string[] };

const isCalled = ({ id, name, aliases = [] }: Named, value: string) =>
  id === value || [name, ...aliases].some((said) => plainText(said) === plainText(value));

/** Ids of what is called so; a value that nothing is called is taken for an id, as of a brand put away. */
const idsOf = (values: readonly string[], named: readonly Named[]): Set<string> =>
  new Set(
    values.flatMap((value) => {
      const found = named.filter((one) => isCalled(one, value)).map(({ id }) => id);
      return found.length > 0 ? found : [value];
    }),
  );

export const brandIds = (values: readonly string[], { brands }: QueryContext): Set<string> => idsOf(values, brands);

/** `theme:none`, `factor:none`: judged without one; `owner:none`, `priority:none`: nobody said. */
export const none = 'none';

/** Behind a theme's id in a value: that theme and all under it, as its name means. */
export const andUnder = '/';

const answering = ({ id, name, called = [] }: KnownTheme): Named => ({ id, name, aliases: called });

/**
 * Known themes by name or alias, with all under them; by id, as a number leads to its clips, that theme alone, or what it was merged into.
 */
function themesMeant(value: string, themes: readonly KnownTheme[]): string[] {
  const stem = value.endsWith(andUnder) ? value.slice(0, -andUnder.length) : value;
  const known = themes.find(({ id, merged = [] }) => [id, ...merged.map((one) => one.id)].includes(stem));
  if (known) return stem === value ? [known.id] : [...under(themes, known.id)];
  return themes.filter((theme) => isCalled(answering(theme), value)).flatMap(({ id }) => [...under(themes, id)]);
}

/** As brands: a value that nothing is called is taken for an id, as of a theme put away. */
export const themeIds = (values: readonly string[], { themes }: QueryContext): Set<string> =>
  new Set(
    values.flatMap((value) => {
      if (spelling(value) === none) return [noTheme];
      const meant = themesMeant(value, themes);
      return meant.length > 0 ? meant : [value];
    }),
  );

/** The themes of which a name or alias holds what is looked for. */
export const themesHolding = (looks: Looks, { themes }: QueryContext): string[] =>
  themes
    .filter(({ name, called = [name] }) => called.some((said) => holds(looks, new Set(wordsOf(said)), () => plainText(said))))
    .map(({ id }) => id);

/** Names in a query that the workspace does not know: they find nothing, and the person should read why. */
export function unknownNames(names: readonly NamedValue[], { brands, themes }: QueryContext, networks: readonly string[]): Problem[] {
  return names.flatMap(({ key, value, at }): Problem[] => {
    const known: readonly Named[] = key === 'brand' ? brands : key === 'theme' ? themes.map(answering) : networks.map((id) => ({ id, name: id }));
    const isKnown = key === 'theme' ? spelling(value) === none || themesMeant(value, themes).length > 0 : known.some((one) => isCalled(one, value));
    if (isKnown) return [];
    const byPlain = new Map(known.map(({ name }) => [plainText(name), name]));
    return [{ code: 'unknownValue', at, key, value, near: near(plainText(value), [...byPlain.keys()]).map((name) => byPlain.get(name)!) }];
  });
}
