import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { protocol } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { answer, failureOf, type Handlers, largestMessage, serve } from '../../lib/messages/serve.ts';
import { draft } from '../db/store.ts';

const request = '01900000-0000-4000-8000-000000000000';
const saved = { clip: 'clip:x:1', action: 'a', tag: null, already: false };
const handlers = Object.fromEntries(Object.keys(protocol).map((kind) => [kind, vi.fn(async () => saved)])) as unknown as Handlers;
const sender = { id: browser.runtime.id };

beforeEach(() => vi.clearAllMocks());
const untouched = () => {
  for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
};

describe('a message', () => {
  test('of the table is parsed and answered', async () => {
    const message = { kind: 'save', request: { request, draft: draft(), brands: [], judgement: null } };
    expect(await answer(handlers, message, sender)).toEqual({ ok: true, value: saved });
  });

  test.each([
    ['unknown', { kind: 'format', request: {} }],
    ['named as what every object has', { kind: 'constructor', request: {} }],
    ['without request', { kind: 'save' }],
    ['with too much', { kind: 'undo', request: { action: 'a', extra: 1 } }],
    ['with a script for a link', { kind: 'save', request: { request, draft: draft({ url: 'javascript:alert(1)' }), brands: [], judgement: null } }],
    [
      'with a number that is none',
      { kind: 'save', request: { request, draft: { ...draft(), metrics: { likes: '12' } }, brands: [], judgement: null } },
    ],
    ['that is nothing', null],
  ])('%s is refused as invalid and changes nothing', async (_, message) => {
    expect(await answer(handlers, message, sender)).toMatchObject({ ok: false, failure: 'invalid' });
    untouched();
  });

  test('too large is refused unread', async () => {
    const message = { kind: 'save', request: { request, draft: draft({ text: 'a'.repeat(largestMessage) }), brands: [], judgement: null } };
    expect(await answer(handlers, message, sender)).toMatchObject({ ok: false, failure: 'too-large' });
    untouched();
  });

  test('whose handler fails is answered with why', async () => {
    const full = { ...handlers, undo: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')) };
    expect(await answer(full, { kind: 'undo', request: { action: 'a' } }, sender)).toEqual({ ok: false, failure: 'disk-full', message: 'no room' });
  });
});

test('a full disk is known through the errors that wrap it', () => {
  const inner = new DOMException('no room', 'QuotaExceededError');
  expect(failureOf(Object.assign(new Error('aborted'), { name: 'AbortError', inner }))).toBe('disk-full');
  expect(failureOf(new Error('else'))).toBe('failed');
});

test('that the browser cannot open its store is known by its words', () => {
  const inner = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  expect(failureOf(Object.assign(new Error('UnknownError Internal error'), { name: 'OpenFailedError', inner }))).toBe('unopened');
});

test('messages of others, and from others, are left alone', () => {
  const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
  serve(handlers);
  const listener = listen.mock.calls[0]![0] as (message: unknown, from: object, reply: () => void) => unknown;
  const reply = vi.fn();
  expect(listener({ page: 'readDraft', request: {} }, sender, reply)).toBeUndefined();
  expect(listener('text', sender, reply)).toBeUndefined();
  expect(listener({ kind: 'context', request: {} }, { id: 'another-extension' }, reply)).toBeUndefined();
  expect(listener({ kind: 'context', request: {} }, sender, reply)).toBe(true);
});

test('a page whose extension is gone is told so, not thrown at', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Extension context invalidated.'));
  const id = vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
  expect(await send('context', {})).toMatchObject({ ok: false, failure: 'orphaned' });
  id.mockRestore();
  expect(await send('context', {})).toMatchObject({ ok: false, failure: 'failed' });
});
