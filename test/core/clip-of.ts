import type { Clip } from '../../lib/core/records.ts';
import { draft } from '../db/store.ts';

/** A row as surfaces read it, of an invented post. */
export const clipOf = (changes: Partial<Clip> = {}): Clip => ({
  ...draft(),
  id: 'clip:x:1',
  v: 1,
  keys: ['clip:x:1'],
  authorKey: 'x:jonas',
  clippedAt: '2026-05-22T10:00:00.000Z',
  seenAt: '2026-05-22T10:00:00.000Z',
  origin: 'page',
  day: '2026-05-21',
  dayFrom: 'published',
  state: 'inbox',
  brands: [],
  sentiments: {},
  tags: [],
  inbox: 1,
  facets: [],
  ...changes,
});
