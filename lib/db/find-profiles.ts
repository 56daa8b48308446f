/** Accounts of brands and their numbers, as surfaces read them. */
import { brandListing, profileId } from '../core/profile-id.ts';
import type { Brand, Profile, ProfileSnapshot } from '../core/records.ts';
import { brandsOf } from './queries.ts';
import type { Store } from './store.ts';

/** An account's numbers at each moment they were kept, oldest first. */
export const profileSnapshotsOf = ({ db }: Store, profile: string): Promise<ProfileSnapshot[]> =>
  db.profileSnapshots.where('profile').equals(profile).sortBy('at');

/**
 * Whose an account is: a brand's that lists it among its handles, the one that somebody said where several do, and nobody's where somebody
 * said so. Taken off the list in Settings, it is the brand's no more.
 */
export async function brandOfAccount(
  store: Store,
  account: Pick<Profile, 'platform' | 'handle'>,
): Promise<{ brand: Brand | null; profile: Profile | null }> {
  const profile = (await store.db.profiles.get(profileId(account))) ?? null;
  if (profile && profile.brand === null) return { brand: null, profile };
  const brands = await brandsOf(store);
  const said = brands.filter(({ id }) => id === profile?.brand);
  return { brand: brandListing([...said, ...brands], account) ?? null, profile };
}

export interface Account {
  profile: Profile;
  /** Oldest first. */
  snapshots: ProfileSnapshot[];
}

/** All accounts of some brands, as far as these list them, with their numbers; brand by brand in the order given. */
export async function accountsOf(store: Store, brands: readonly string[]): Promise<Account[]> {
  const [owners, said] = await Promise.all([
    store.db.brands.bulkGet([...brands]),
    store.db.profiles
      .where('brand')
      .anyOf([...brands])
      .toArray(),
  ]);
  const profiles = said.filter((profile) => {
    const owner = owners.find((one) => one?.id === profile.brand);
    return owner && brandListing([owner], profile);
  });
  const place = ({ brand }: Profile) => brands.indexOf(brand ?? '');
  profiles.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
  return Promise.all(profiles.map(async (profile) => ({ profile, snapshots: await profileSnapshotsOf(store, profile.id) })));
}

/** An account that is on screen, as far as it is known here. */
export async function accountMet(
  store: Store,
  account: Pick<Profile, 'platform' | 'handle'>,
): Promise<{ id: string; brand: Brand | null; isKept: boolean; snapshots: ProfileSnapshot[] }> {
  const id = profileId(account);
  const { brand, profile } = await brandOfAccount(store, account);
  return { id, brand, isKept: profile !== null, snapshots: await profileSnapshotsOf(store, id) };
}
