import type { Brand } from '../../../lib/core/records.ts';
import type { Tally } from '../../../lib/core/tally.ts';
import { type Account, accountsOf } from '../../../lib/db/find-profiles.ts';
import { brandsOf, lastDays, type Period, talliesOf } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';

/** What the address asks for; null: all there are. */
export interface Asked {
  brand: string | null;
  rivals: string | null;
  days: number;
  on: string | null;
}

export interface BenchmarkData {
  /** Whose benchmark this may be: own brands first. */
  brands: Brand[];
  own: Brand;
  /** All it may be compared with. */
  rivals: Brand[];
  /** The own brand first, then the rivals chosen. */
  compared: { brand: Brand; tally: Tally }[];
  /** Accounts of those compared, on the networks counted here. */
  accounts: Account[];
  period: Period;
  /** Networks on which any of them is mentioned, most mentions first. */
  networks: string[];
  /** Those counted here. */
  chosen: ReadonlySet<string> | null;
}

export const listIn = (asked: string | null): ReadonlySet<string> | null => (asked ? new Set(asked.split(',')) : null);

function networksIn(tallies: readonly Tally[]): string[] {
  const mentions = new Map<string, number>();
  for (const { platforms } of tallies) for (const [platform, count] of platforms) mentions.set(platform, (mentions.get(platform) ?? 0) + count);
  return [...mentions].sort(([, a], [, b]) => b - a).map(([platform]) => platform);
}

/** Tallies of the brands compared, from cells alone; null where there is no brand yet. */
export async function benchmarkData(store: Store, { brand, rivals: asked, days, on }: Asked): Promise<BenchmarkData | null> {
  const brands = (await brandsOf(store)).filter(({ kind }) => kind !== 'sector');
  const own = brands.find(({ id }) => id === brand) ?? brands[0];
  if (!own) return null;
  const rivals = brands.filter((other) => other !== own);
  const wanted = listIn(asked);
  const listed = [own, ...rivals.filter(({ id }) => !wanted || wanted.has(id))];
  const period = lastDays(store, days);
  const ids = listed.map(({ id }) => id);
  const chosen = listIn(on);
  const everywhere = await talliesOf(store, ids, period);
  const tallies = chosen ? await talliesOf(store, ids, period, chosen) : everywhere;
  const accounts = (await accountsOf(store, ids)).filter(({ profile }) => !chosen || chosen.has(profile.platform));
  return {
    brands,
    own,
    rivals,
    compared: listed.map((one, index) => ({ brand: one, tally: tallies[index]! })),
    accounts,
    period,
    networks: networksIn(everywhere),
    chosen,
  };
}

/** The networks counted here: by name, and as a link to their clips says it, where not all are. */
export const countedOf = ({ networks, chosen }: Pick<BenchmarkData, 'networks' | 'chosen'>): string[] =>
  networks.filter((network) => !chosen || chosen.has(network));
export const onCounted = ({ chosen }: Pick<BenchmarkData, 'chosen'>): { on?: string } => (chosen ? { on: [...chosen].join(',') } : {});
