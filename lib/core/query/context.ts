/** What a query's names and days mean in a workspace, now. */
import { noTheme } from '../facets.ts';
import type { Brand, Clip, Theme } from '../records.ts';
import { plainText, spelling } from '../words.ts';
import { near } from './near.ts';
import type { NamedValue } from './parse.ts';
import type { Problem } from './problem.ts';

export interface QueryContext {
  brands: readonly Pick<Brand, 'id' | 'name' | 'aliases'>[];
  themes: readonly Pick<Theme, 'id' | 'name'>[];
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

export const themeIds = (values: readonly string[], { themes }: QueryContext): Set<string> =>
  new Set([...idsOf(values, themes)].map((id) => (spelling(id) === none ? noTheme : id)));

/** Names in a query that the workspace does not know: they find nothing, and the person should read why. */
export function unknownNames(names: readonly NamedValue[], { brands, themes }: QueryContext, networks: readonly string[]): Problem[] {
  return names.flatMap(({ key, value, at }): Problem[] => {
    const known: readonly Named[] = key === 'brand' ? brands : key === 'theme' ? themes : networks.map((id) => ({ id, name: id }));
    if ((key === 'theme' && spelling(value) === none) || known.some((one) => isCalled(one, value))) return [];
    const byPlain = new Map(known.map(({ name }) => [plainText(name), name]));
    return [{ code: 'unknownValue', at, key, value, near: near(plainText(value), [...byPlain.keys()]).map((name) => byPlain.get(name)!) }];
  });
}
