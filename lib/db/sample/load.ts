/** The sample workspace: a workspace of its own, one click to load, one to remove, never mixed with real records. */
import { v7 } from 'uuid';
import { nativeKey } from '../../core/clip-id.ts';
import { sentimentOf } from '../../core/clip-row.ts';
import { edit, emptyRecord, type Hand, type Mergeable } from '../../core/mergeable.ts';
import { profileId } from '../../core/profile-id.ts';
import type { Capture, ProfileSnapshot, Snapshot, Tag } from '../../core/records.ts';
import { locale } from '../../i18n/index.ts';
import { activeWorkspace, workspaceBeforeSample } from '../../settings.ts';
import { putRecords } from '../backup.ts';
import { openWorkspaceDb } from '../database.ts';
import { themeId } from '../themes.ts';
import { createWorkspace, deleteWorkspace, sampleId, switchWorkspace } from '../workspaces.ts';
import { sampleProfiles } from './sample-accounts.ts';
import { sampleBrands } from './sample-brands.ts';
import { type SampleClip, sampleClips } from './sample-clips.ts';
import type { SampleBrandKey, SampleThemeKey } from './sample-post.ts';
import { sampleMeanings, sampleThemes } from './sample-themes.ts';

const brandId = (key: SampleBrandKey) => `brand:sample-${key}`;
const by = (at: Date): Hand => ({ actor: 'sample', by: '', at });

const language = () => locale() as 'en' | 'fr' | 'id';
const themeNames = (): Record<string, string> => Object.fromEntries(Object.entries(sampleThemes).map(([key, names]) => [key, names[language()]]));

function recordsOf(clips: SampleClip[], now: Date) {
  const names = themeNames();
  const records: Mergeable[] = [
    ...sampleBrands.map(({ key, name, kind, ...words }, order) =>
      edit(emptyRecord(brandId(key), 'brand'), by(now), { set: { name, kind, order }, add: words }),
    ),
    ...Object.entries(names).map(([key, name]) => {
      const { definition, under } = sampleMeanings[key as SampleThemeKey] ?? {};
      const set = { name, ...(definition && { definition: definition[language()] }), ...(under && { parent: themeId(names[under]!) }) };
      return edit(emptyRecord(themeId(name), 'theme'), by(now), { set });
    }),
  ];
  const captures: Capture[] = [];
  const snapshots: Snapshot[] = [];
  const tags: Tag[] = [];
  for (const { draft, clippedAt, brands, judgements, sentiments } of clips) {
    const clip = nativeKey(draft)!;
    const id = () => v7({ msecs: clippedAt.getTime() });
    const moment = { v: 1, clip, at: clippedAt.toISOString() };
    captures.push({ id: id(), ...moment, by: '', origin: 'sample', draft });
    snapshots.push({ id: id(), ...moment, metrics: draft.metrics, rounded: draft.rounded });
    for (const { brand, theme, ...judgement } of judgements)
      tags.push({ id: id(), ...moment, ...judgement, brand: brandId(brand), theme: themeId(names[theme]!), by: '', origin: 'hand' });
    const felt = Object.entries(sentiments).map(([brand, sentiment]) => [sentimentOf(brandId(brand as SampleBrandKey)), sentiment] as const);
    const set = { ...Object.fromEntries(felt), ...(judgements.length > 0 && { state: 'reviewed' }) };
    records.push(edit(emptyRecord(clip, 'clip'), by(clippedAt), { set, add: { brands: brands.map(brandId) } }));
  }
  const profileSnapshots: ProfileSnapshot[] = [];
  for (const { brand, seen } of sampleProfiles(now))
    for (const [index, { at, profile }] of seen.entries()) {
      const { sizes, rounded, ...facts } = profile;
      const id = profileId(profile);
      if (index === 0) records.push(edit(emptyRecord(id, 'profile'), by(at), { set: { ...facts, brand: brandId(brand) } }));
      profileSnapshots.push({ id: v7({ msecs: at.getTime() }), v: 1, profile: id, at: at.toISOString(), by: '', sizes, rounded });
    }
  return { records, captures, snapshots, tags, profileSnapshots, actions: [] };
}

/** Makes the sample workspace anew, as if its posts had been met over the 90 days before `now`, and makes it the active one. */
export async function loadSample(now = new Date()): Promise<void> {
  const before = await activeWorkspace.getValue();
  if (before !== sampleId) await workspaceBeforeSample.setValue(before);
  await deleteWorkspace(sampleId);
  const workspace = await createWorkspace('Arvelle', true);
  const db = openWorkspaceDb(sampleId);
  try {
    await putRecords({ db, workspace, actor: 'sample' }, recordsOf(sampleClips(now), now));
  } finally {
    db.close();
  }
  await switchWorkspace(sampleId);
}

/** Deletes the sample workspace and goes back to the one that was active before it. */
export async function removeSample(): Promise<void> {
  if ((await activeWorkspace.getValue()) === sampleId) await switchWorkspace(await workspaceBeforeSample.getValue());
  await deleteWorkspace(sampleId);
}
