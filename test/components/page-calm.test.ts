/** When work that waits for a scroll is done. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCalm } from '../../components/page/calm.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Scrolls for so many milliseconds, a frame at a time. */
function scroll(calm: ReturnType<typeof createCalm>, milliseconds: number): void {
  for (let gone = 0; gone < milliseconds; gone += 16) {
    calm.scrolled();
    vi.advanceTimersByTime(16);
  }
}

test('at rest it is done after its pause, once', () => {
  const work = vi.fn();
  const task = createCalm().task(80, work);
  task.ask();
  task.ask();
  vi.advanceTimersByTime(79);
  expect(work).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('it waits for the end of a scroll, whether asked for before or during it', () => {
  const [before, during] = [vi.fn(), vi.fn()];
  const calm = createCalm();
  calm.task(80, before).ask();
  scroll(calm, 200);
  calm.task(80, during).ask();
  scroll(calm, 200);
  expect([before, during].map((work) => work.mock.calls.length)).toEqual([0, 0]);
  vi.advanceTimersByTime(301);
  expect([before, during].map((work) => work.mock.calls.length)).toEqual([1, 1]);
});

test('a scroll without end puts it off for a while only', () => {
  const work = vi.fn();
  const calm = createCalm();
  const task = calm.task(80, () => {
    work();
    task.ask();
  });
  task.ask();
  scroll(calm, 6_000);
  expect(work.mock.calls.length).toBeGreaterThanOrEqual(9);
  expect(work.mock.calls.length).toBeLessThanOrEqual(11);
});

test('work that fails keeps no other from being done', () => {
  const calm = createCalm();
  const work = vi.fn();
  calm.scrolled();
  calm
    .task(80, () => {
      throw new Error('this one fails');
    })
    .ask();
  calm.task(80, work).ask();
  expect(() => vi.advanceTimersByTime(400)).toThrow('this one fails');
  vi.advanceTimersByTime(400);
  expect(work).toHaveBeenCalledTimes(1);
});

test('what is cancelled is not done', () => {
  const work = vi.fn();
  const task = createCalm().task(80, work);
  task.ask();
  task.cancel();
  vi.advanceTimersByTime(1_000);
  expect(work).not.toHaveBeenCalled();
});
