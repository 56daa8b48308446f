// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchProfile } from '../../components/page/profile.ts';
import { world } from '../../components/page/world.ts';
import { definePlatform } from '../../lib/platforms/shared/platform.ts';

let followers: number | null = 5;
world.platforms = [
  definePlatform({
    id: 'invented',
    name: 'Invented',
    hosts: [],
    origins: [],
    examples: [],
    selector: 'article',
    read: () => null,
    readProfile() {
      if (followers === null) throw new Error('the site has changed');
      return {
        platform: 'invented',
        handle: 'ann',
        name: null,
        url: 'https://invented.example/ann',
        sizes: { followers, following: null, posts: null },
        rounded: [],
      };
    },
  }),
];

const ask = vi.fn(async () => ({ ok: true, value: { kept: true } }));
const start = () => watchProfile(ask as never);
const told = () =>
  (ask.mock.calls as unknown as [string, { profile: { sizes: { followers: number } } }][]).map(([, { profile }]) => profile.sizes.followers);
/** The page changes a little, and time passes. */
const pass = async (ms = 2_000) => {
  document.body.append('.');
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockClear();
  followers = 5;
});
afterEach(() => {
  vi.useRealTimers();
});

test('an account’s numbers are told once they stand still, and again when they have changed', async () => {
  const watch = start();
  await pass();
  expect(told()).toEqual([]);
  await pass();
  await pass();
  expect(told()).toEqual([5]);
  followers = 6;
  await pass();
  await pass();
  expect(told()).toEqual([5, 6]);
  watch.stop();
});

test('numbers that change at each look are never told', async () => {
  const watch = start();
  for (followers = 10; followers < 20; followers += 1) await pass(1_500);
  expect(told()).toEqual([]);
  watch.stop();
});

test('a reader that throws tells nothing, and a watch that was stopped looks no more', async () => {
  followers = null;
  const watch = start();
  await pass(10_000);
  expect(watch.read()).toBeNull();
  followers = 7;
  watch.stop();
  await pass(10_000);
  expect(told()).toEqual([]);
});
