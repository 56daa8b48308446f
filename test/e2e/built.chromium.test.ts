/** What is shipped, read as files. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';

const read = (folder: string, file: string) => readFile(`${folder}/${file}`, 'utf8');
const manifestOf = async (folder: string) => JSON.parse(await read(folder, 'manifest.json')) as Record<string, unknown>;

const permissions = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'alarms'];

describe.each(['release', 'releaseFirefox'] as const)('the manifest of %s', (name) => {
  test('asks at install for what DESIGN lists and for no host', async () => {
    const manifest = await manifestOf(inject(name));
    expect(manifest['manifest_version']).toBe(3);
    expect([...(manifest['permissions'] as string[])].sort()).toEqual([...permissions, ...(name === 'release' ? ['sidePanel'] : [])].sort());
    expect(manifest['host_permissions'] ?? []).toEqual([]);
    expect(manifest['content_scripts'] ?? []).toEqual([]);
    expect(manifest['optional_host_permissions']).toEqual(['https://*/*']);
    expect(manifest['externally_connectable']).toBeUndefined();
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
  });

  test('lets its pages ask nobody but themselves', async () => {
    const { extension_pages } = (await manifestOf(inject(name)))['content_security_policy'] as { extension_pages: string };
    for (const rule of ["default-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src 'self' blob: data:"])
      expect(extension_pages).toContain(rule);
  });

  test('speaks the three languages', async () => {
    for (const language of ['en', 'fr', 'id']) {
      const messages = JSON.parse(await read(inject(name), `_locales/${language}/messages.json`)) as Record<string, { message: string }>;
      expect(messages['locale']!.message).toBe(language);
      const english = JSON.parse(await read(inject(name), '_locales/en/messages.json')) as object;
      expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
      for (const [key, { message }] of Object.entries(messages)) expect(message.trim(), `${language}: ${key}`).not.toBe('');
    }
  });
});

test('Firefox is told that nothing is collected', async () => {
  expect((await manifestOf(inject('releaseFirefox')))['browser_specific_settings']).toMatchObject({
    gecko: { strict_min_version: '128.0', data_collection_permissions: { required: ['none'] } },
  });
});

describe.each(['release', 'releaseFirefox'] as const)('the content script of %s', (name) => {
  const script = () => read(inject(name), 'content-scripts/clipper.js');

  test('fits in 25 kB gzip', async () => {
    expect(gzipSync(await script(), { level: 9 }).length).toBeLessThanOrEqual(25_000);
  });

  test.each([
    ['zod', /ZodError|_zod\b|~standard/],
    ['Dexie', /[Dd]exie/],
    ['IndexedDB', /indexedDB/i],
    ['React', /react\.(?:element|transitional|fragment)|__REACT|createRoot/i],
    ['requests', /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts/],
    ['HTML made of strings', /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/],
    ['a held port', /runtime\.connect\b/],
  ])('holds no %s', async (_, trace) => {
    expect(trace.exec(await script())?.[0]).toBeUndefined();
  });
});
