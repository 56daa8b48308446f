import { expect, test } from 'vitest';
import { saveBrand } from '../../lib/db/brands.ts';
import { undo } from '../../lib/db/change.ts';
import { saveClip } from '../../lib/db/clips.ts';
import { judgedToday } from '../../lib/db/queries.ts';
import type { Store } from '../../lib/db/store.ts';
import { tagClip } from '../../lib/db/tags.ts';
import { draft, freshStore } from './store.ts';

const now = new Date();
const dayBefore = new Date(now.getTime() - 24 * 3_600_000);

async function judged(store: Store, nativeId: string, at: Date) {
  const { brand } = await saveBrand(store, { id: 'brand:a', name: 'Arvelle', kind: 'own', aliases: [], handles: [], must: [], mustNot: [] });
  const { clip } = await saveClip(store, { draft: draft({ nativeId }), brands: [], judgement: null }, at);
  return tagClip(store, clip!, { brand: brand.id, quadrant: 'strength' }, at);
}

test('counts clips judged today, each once, and not those of the day before', async () => {
  const store = await freshStore();
  const { clip } = await judged(store, '1', now);
  await tagClip(store, clip!, { brand: 'brand:a', quadrant: 'threat' }, now);
  await judged(store, '2', now);
  await judged(store, '3', dayBefore);
  expect(await judgedToday(store, now)).toBe(2);
});

test('a judgement taken back counts no longer', async () => {
  const store = await freshStore();
  const { id } = await judged(store, '1', now);
  await undo(store, id);
  expect(await judgedToday(store, now)).toBe(0);
});
