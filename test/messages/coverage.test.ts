import { expect, test, vi } from 'vitest';
import { acceptCoverage, addCoverage, fallenOf } from '../../lib/background/coverage.ts';
import { noCounts, recentOf } from '../../lib/core/coverage.ts';
import { coverage } from '../../lib/settings.ts';

// The build puts the list in (wxt.config.ts).
vi.hoisted(() => Object.assign(globalThis, { __NETWORKS__: [{ id: 'x' }, { id: 'reddit' }] }));

const counts = { met: 10, read: 10, threw: 0, author: 10, text: 10, date: 10, numbers: 10 };

test('what several tabs count at once is all kept, each network by itself', async () => {
  await Promise.all([...Array.from({ length: 20 }, () => addCoverage('x', counts)), addCoverage('reddit', counts)]);
  const all = await coverage.getValue();
  expect(recentOf(all.x!).met).toBe(50);
  expect(all.x!.usual.author).toEqual({ hits: 150, of: 150 });
  expect(all.reddit!.recent).toEqual([counts]);
});

test('a network that is none of ours, or no post at all, leaves nothing', async () => {
  await addCoverage('elsewhere', counts);
  await addCoverage('x', noCounts());
  expect(await coverage.getValue()).toEqual({});
});

test('what fell is told, and no more after the person took it as usual', async () => {
  const at = new Date('2026-11-12T08:00:00.000Z');
  for (let batch = 0; batch < 12; batch++) await addCoverage('x', counts, at);
  for (let batch = 0; batch < 5; batch++) await addCoverage('x', { ...counts, author: 0 }, at);
  expect(await fallenOf('x')).toEqual({ author: at.toISOString() });
  expect(await fallenOf('reddit')).toEqual({});
  await acceptCoverage('x');
  expect(await fallenOf('x')).toEqual({});
});
