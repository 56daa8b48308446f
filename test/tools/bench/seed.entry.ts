/** Bundled and run in an extension page: fills the active workspace with many clips of invented posts. */
import { v7 } from 'uuid';
import { nativeKey } from '../../../lib/core/clip-id.ts';
import type { Draft } from '../../../lib/core/draft.ts';
import { edit, emptyRecord } from '../../../lib/core/mergeable.ts';
import { quadrants } from '../../../lib/core/quadrant.ts';
import type { Capture, Mergeable, Snapshot, Tag } from '../../../lib/core/records.ts';
import { putRecords } from '../../../lib/db/backup.ts';
import { saveBrand } from '../../../lib/db/brands.ts';
import { activeStore } from '../../../lib/db/store.ts';
import { themeId } from '../../../lib/db/themes.ts';
import { prose, random } from './prose.ts';

const platforms = ['x', 'linkedin', 'reddit', 'youtube', 'bluesky', 'mastodon', 'generic'];
const themes = ['Delivery', 'Taste', 'Price', 'Support', 'Repair', 'App', 'Design', 'Noise'];

async function seed(from: number, count: number, days: number): Promise<void> {
  const store = await activeStore();
  const known = await store.db.brands.toArray();
  const names = ['Arvelle', 'Kestrin', 'Bruvio', 'Senja'];
  const brands =
    known.length > 0
      ? known.sort((a, b) => a.order - b.order).map(({ id }) => id)
      : await names.reduce<Promise<string[]>>(async (made, name, index) => {
          const ids = await made;
          const { brand } = await saveBrand(store, {
            name,
            kind: index === 0 ? 'own' : 'competitor',
            aliases: [],
            handles: [],
            must: [],
            mustNot: [],
          });
          return [...ids, brand.id];
        }, Promise.resolve([]));
  const next = random(from + 1);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
  const now = Date.now();
  const records: Mergeable[] = [];
  const captures: Capture[] = [];
  const snapshots: Snapshot[] = [];
  const tags: Tag[] = [];
  for (const name of themes) {
    const record = emptyRecord(themeId(name), 'theme');
    records.push(edit(record, { actor: 'bench', by: '', at: new Date(0) }, { set: { name } }));
  }
  for (let index = from; index < from + count; index++) {
    const at = new Date(now - Math.floor(next() * days * 86_400_000));
    const platform = pick(platforms);
    const draft: Draft = {
      kind: 'post',
      platform,
      url: `https://${platform}.example/${index}`,
      nativeId: String(index),
      author: { name: `Author ${index % 5000}`, handle: `author${index % 5000}` },
      text: prose(8 + Math.floor(next() * 16), next),
      truncated: false,
      lang: 'en',
      publishedAt: { instant: at.toISOString(), raw: '', precision: 'second', source: 'attribute' },
      metrics: {
        likes: next() < 0.9 ? Math.floor(next() ** 4 * 500) : null,
        comments: Math.floor(next() * 20),
        shares: null,
        views: null,
        saves: null,
        rating: null,
      },
      rounded: [],
      media: [],
      promoted: false,
    };
    const clip = nativeKey(draft)!;
    const brand = pick(brands);
    const moment = { v: 1, clip, at: at.toISOString() };
    records.push(edit(emptyRecord(clip, 'clip'), { actor: 'bench', by: '', at }, { add: { brands: [brand] } }));
    captures.push({ id: v7(), ...moment, by: '', origin: 'page', draft });
    snapshots.push({ id: v7(), ...moment, metrics: draft.metrics, rounded: [] });
    if (next() < 0.85)
      tags.push({
        id: v7(),
        ...moment,
        brand,
        quadrant: pick(quadrants),
        theme: themeId(pick(themes)),
        weight: 1,
        quote: '',
        by: '',
        origin: 'hand',
      });
  }
  await putRecords(store, { records, captures, snapshots, tags, profileSnapshots: [], actions: [] });
}

Object.assign(globalThis, { seed });
