/** Accounts of brands: met by themselves where a brand is known to have them, else given to a brand, or taken from it, by a person. */
import { v7 } from 'uuid';
import { isDue } from '../core/meeting.ts';
import { isHandle } from '../core/mentions.ts';
import { elements } from '../core/mergeable.ts';
import type { ProfileDraft } from '../core/profile.ts';
import { listedHandle, profileId } from '../core/profile-id.ts';
import type { Action } from '../core/records.ts';
import { change, inTransaction, log, NotFound } from './change.ts';
import { brandOfAccount, profileSnapshotsOf } from './find-profiles.ts';
import type { Store } from './store.ts';

const hasSizes = ({ sizes }: ProfileDraft): boolean => Object.values(sizes).some((size) => size !== null);

/** Keeps the account's numbers as they are now, unless they were kept within the hour or the page shows none. */
async function keepSizes(store: Store, draft: ProfileDraft, at: Date): Promise<boolean> {
  const profile = profileId(draft);
  const last = (await profileSnapshotsOf(store, profile)).at(-1);
  if (!hasSizes(draft) || (last && !isDue(last.at, at))) return false;
  await store.db.profileSnapshots.add({ id: v7(), v: 1, profile, at: at.toISOString(), by: '', sizes: draft.sizes, rounded: draft.rounded });
  return true;
}

/** What a record of this account says, but for whose it is. */
const facts = ({ platform, handle, name, url }: ProfileDraft) => ({ platform, handle, url, ...(name !== null && { name }) });

/**
 * The page of an account is on screen. Of a brand's account its numbers are kept, at most once an hour; an account that no brand has or lists
 * leaves no trace.
 * @returns whether a snapshot was added.
 */
export const meetProfile = (store: Store, draft: ProfileDraft, at = new Date()): Promise<boolean> =>
  inTransaction(store, async () => {
    const { brand, profile } = await brandOfAccount(store, draft);
    if (!brand || !(await keepSizes(store, draft, at))) return false;
    const known = profile && facts({ ...draft, ...profile });
    const found = Object.entries(facts(draft)).filter(([field, value]) => known?.[field as keyof typeof known] !== value);
    const set = { ...Object.fromEntries(found), ...(profile?.brand !== brand.id && { brand: brand.id }) };
    if (Object.keys(set).length > 0) await change(store, at, profileId(draft), 'profile', { set, ...(!profile && { trashed: false }) });
    return true;
  });

/**
 * Gives an account to a brand, which lists it among its handles from now on, and keeps its numbers.
 * @throws NotFound if the brand is no longer there.
 */
export const attachProfile = (store: Store, draft: ProfileDraft, brand: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const owner = await store.db.brands.get(brand);
    if (!owner) throw new NotFound('this brand is no longer here');
    const id = profileId(draft);
    const before = await store.db.records.get(id);
    const made = await change(store, at, id, 'profile', { set: { ...facts(draft), brand }, trashed: false });
    const listed = owner.handles.some((handle) => isHandle(handle, draft.platform, draft.handle));
    const added = listed ? [] : await change(store, at, brand, 'brand', { add: { handles: [listedHandle(draft)] } });
    await keepSizes(store, draft, at);
    return log(store, at, { name: 'profile', undo: [...(before ? made : [{ record: id, changes: { trashed: true } }]), ...added] });
  });

/**
 * Says that an account is no brand's: it is not met again, even where a brand lists its bare name. The numbers kept so far stay, out of sight.
 * @throws NotFound if no such account is known.
 */
export const detachProfile = (store: Store, id: string, at = new Date()): Promise<Action> =>
  inTransaction(store, async () => {
    const profile = await store.db.profiles.get(id);
    if (!profile) throw new NotFound('this account is not known here');
    const undo = await change(store, at, id, 'profile', { set: { brand: null } });
    const record = profile.brand ? await store.db.records.get(profile.brand) : undefined;
    const handles = record ? elements(record, 'handles').filter((handle) => handle === listedHandle(profile)) : [];
    if (record && handles.length > 0) undo.push(...(await change(store, at, record.id, 'brand', { remove: { handles } })));
    return log(store, at, { name: 'profile', undo });
  });
