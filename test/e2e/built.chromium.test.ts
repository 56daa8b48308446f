/** What is shipped, read as files. */
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { platforms } from '../../lib/platforms/index.ts';

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
    expect(manifest['optional_permissions']).toEqual(['downloads']);
    // Pictures of posts come by `activeTab`, which a gesture gives for one tab.
    expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|\*:\/\/\*|file:\/\//);
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

test.each(['release', 'releaseFirefox'] as const)('the popup of %s is one script, in ASCII, and holds its styles', async (name) => {
  const html = await read(inject(name), 'popup.html');
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, file]) => file!);
  expect(scripts).toHaveLength(1);
  expect(html).toContain('<style>');
  expect(html).not.toMatch(/rel="(?:stylesheet|modulepreload)"/);
  const code = await read(inject(name), scripts[0]!);
  expect(code).toMatch(/^[\0-\x7f]*$/);
  expect(code).not.toMatch(/^import\b|;import[{*"]/);
});

test('Firefox is told that nothing is collected', async () => {
  expect((await manifestOf(inject('releaseFirefox')))['browser_specific_settings']).toMatchObject({
    gecko: { strict_min_version: '128.0', data_collection_permissions: { required: ['none'] } },
  });
});

describe.each(['release', 'releaseFirefox'] as const)('every content script of %s', (name) => {
  const scripts = async () => {
    const names = await readdir(`${inject(name)}/content-scripts`);
    return Promise.all(names.map(async (file) => ({ file, code: await read(inject(name), `content-scripts/${file}`) })));
  };
  const byName = (file: string) => read(inject(name), file).then((code) => ({ file, code }));
  const software = platforms.filter(({ marker }) => marker !== undefined).map(({ id }) => `adapter-${id}.js`);
  const onPages = async () => [...(await scripts()), ...(await Promise.all(['meant.js', 'ring.js', ...software].map(byName)))];

  test('there is one for each network with hosts, and one for any page', async () => {
    const own = platforms.filter(({ hosts }) => hosts.length > 0).map(({ id }) => `${id}.js`);
    expect((await scripts()).map(({ file }) => file).sort()).toEqual([...own, 'any.js'].sort());
  });

  test('fits in 25 kB gzip, and so does each that is brought later', async () => {
    for (const { file, code } of await onPages()) expect(gzipSync(code, { level: 9 }).length, file).toBeLessThanOrEqual(25_000);
  });

  test.each([
    ['zod', /ZodError|_zod\b|~standard/],
    ['Dexie', /[Dd]exie/],
    ['IndexedDB', /indexedDB/i],
    ['React', /react\.(?:element|transitional|fragment)|__REACT_DEVTOOLS|createRoot/],
    ['requests', /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts/],
    ['HTML made of strings', /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/],
  ])('holds no %s', async (_, trace) => {
    for (const { file, code } of await onPages()) expect(trace.exec(code)?.[0], file).toBeUndefined();
  });

  test('nobody holds a port open', async () => {
    const sources = import.meta.glob<string>('../../{lib,components,entrypoints}/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
    for (const [file, code] of Object.entries(sources)) expect(/runtime\s*\.\s*connect|onConnect/.exec(code)?.[0], file).toBeUndefined();
  });
});
