import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import type { Platform } from './lib/platforms/shared/platform.ts';

/** Hosts that a build holds at install: the browser tests' all, so that no prompt stands in their way; the demo's only its own feed. Never a release. */
const hostsOf: Record<string, string[]> = {
  e2e: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  demo: ['http://localhost/*', 'http://127.0.0.1/*'],
};

/** Every adapter but the generic one, by its own file. */
async function adapters(): Promise<Platform[]> {
  const folder = resolve(import.meta.dirname, 'lib/platforms');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !['index.ts', 'find.ts', 'networks.ts', 'generic.ts'].includes(name));
  return Promise.all(files.map(async (file) => (await import(`${folder}/${file}`)).default as Platform));
}

/**
 * Writes the sources of what runs in pages, which say nothing but which adapter they hold, and returns where they are. One content script
 * per network that has hosts of its own; `any` for all other pages, which knows of software that runs on any host only the marker; and for each
 * of these a script with nothing but its adapter, brought where the marker is found. A page loads only what it can use.
 */
async function writePageScripts(wxtDir: string): Promise<{ name: string; inputPath: string; type: 'content-script' | 'unlisted-script' }[]> {
  const folder = resolve(wxtDir, 'page-scripts');
  mkdirSync(folder, { recursive: true });
  const known = await adapters();
  const software = known.flatMap(({ id, marker }) => (marker === undefined ? [] : { id, marker }));
  const write = (file: string, ...lines: string[]) => {
    const inputPath = resolve(folder, file);
    writeFileSync(inputPath, `${lines.join('\n')}\n`);
    return inputPath;
  };
  const page = (id: string, name = id, more = '') => ({
    name,
    type: 'content-script' as const,
    inputPath: write(
      `${name}.content.ts`,
      "import { defineContentScript } from 'wxt/utils/define-content-script';",
      "import { startPageScript } from '../../components/page/page-script.ts';",
      `import adapter from '../../lib/platforms/${id}.ts';`,
      // Without `matches`, which WXT would add to the hosts asked for at install; they are given when it is registered.
      `export default defineContentScript({ registration: 'runtime', runAt: 'document_start', noScriptStartedPostMessage: true, main() { startPageScript(adapter${more}); } });`,
    ),
  });
  const adapter = ({ id }: { id: string }) => ({
    name: `adapter-${id}`,
    type: 'unlisted-script' as const,
    inputPath: write(
      `adapter-${id}.ts`,
      "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
      "import { bringAdapter } from '../../components/page/adapter-script.ts';",
      `import adapter from '../../lib/platforms/${id}.ts';`,
      'export default defineUnlistedScript(() => bringAdapter(adapter));',
    ),
  });
  return [
    ...known.filter(({ hosts }) => hosts.length > 0).map(({ id }) => page(id)),
    page('generic', 'any', `, ${JSON.stringify(software)}`),
    ...software.map(adapter),
  ];
}

interface ModuleInfo {
  importedIds: string[];
}

/** All that the popup's first paint imports, by module id; found once the build knows every module. */
function firstPaint(infoOf: (id: string) => ModuleInfo | null): ReadonlySet<string> {
  const entry = resolve(import.meta.dirname, 'entrypoints/popup/main.tsx');
  const found = new Set<string>();
  const queue = [...(infoOf(entry)?.importedIds ?? [])];
  for (const id of queue) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(infoOf(id)?.importedIds ?? []));
  }
  return found;
}

/** One file of what the popup needs at once, shared by every surface: twenty small ones open a third later. Its own beginning is in it (components/popup/start.ts). */
function baseChunk() {
  let base: ReadonlySet<string> | undefined;
  return (id: string, build: { getModuleInfo(id: string): ModuleInfo | null }) => {
    base ??= firstPaint((one) => build.getModuleInfo(one));
    // What WXT adds to every page would be a file of its own.
    return base.has(id) || /virtual:wxt-(html-)?plugins/.test(id) ? 'base' : null;
  };
}

interface Output {
  name?: string;
  code?: string;
  source?: string | Uint8Array;
}

/**
 * The popup's page holds its styles and loads one file: an extension's page waits 3 to 4 ms for each further one, and scripts wait for styles. So the
 * bundler's few helpers, which every other chunk loads from a file of their own, stand in the base too. And the base is ASCII, so that the browser
 * keeps a byte a character of it, not two: its script begins another 3 ms sooner.
 */
function popupInOneFile() {
  const helpers = /import\{([^}]*)\}from"\.\/(rolldown-runtime[^"]*)";?/;
  const asObject = (names: string, [from, to]: readonly [number, number]) =>
    `{${names
      .split(',')
      .map((name) => name.split(' as '))
      .map((pair) => `${pair.at(from)}:${pair.at(to)}`)
      .join()}}`;
  return {
    name: 'popup-in-one-file',
    generateBundle(_: unknown, bundle: Record<string, Output>) {
      const base = Object.values(bundle).find(({ name }) => name === 'base');
      if (!base?.code) return;
      const alone = base.code.replace(helpers, (_found, names: string, file: string) => {
        const { code } = bundle[`chunks/${file}`]!;
        const body = code!.replace(/export\{([^}]*)\};?\s*$/, (_export, given: string) => `return${asObject(given, [-1, 0])}`);
        return `const${asObject(names, [0, -1])}=(()=>{${body}})();`;
      });
      base.code = alone.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    },
    transformIndexHtml: {
      order: 'post' as const,
      handler: (html: string, { path, bundle }: { path: string; bundle?: Record<string, Output> }) =>
        path.endsWith('popup/index.html') && bundle
          ? html
              .replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (_, file: string) => `<style>${bundle[file]!.source}</style>`)
              .replace(/<script [^>]*rolldown-runtime[^>]*><\/script>\s*/, '')
          : html,
    },
  };
}

/**
 * What runs in pages does without an adapter's examples and origins, which only tests and our own pages ask for, and without two things that cost
 * each of them 4 kB: webextension-polyfill, since both browsers give promises there and our
 * listeners answer by `sendResponse`, which both understand; and WXT's context, which tells the page of us by an event and whose signal we have
 * no use for.
 */
function leanPageScripts() {
  let inPage = false;
  const replaced: Record<string, string> = {
    'webextension-polyfill': 'export default globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;',
    'wxt/utils/content-script-context': 'export class ContentScriptContext {}',
  };
  const prefix = '\0lean:';
  return {
    name: 'lean-page-scripts',
    enforce: 'pre' as const,
    configResolved({ build: { lib } }: { build: { lib?: false | { entry: unknown } } }) {
      inPage = lib ? /page-scripts|entrypoints\/(?:ring|meant)/.test(JSON.stringify(lib.entry)) : false;
    },
    resolveId: (id: string) => (inPage && Object.hasOwn(replaced, id) ? prefix + id : null),
    transform: (code: string, id: string) =>
      inPage && /\/lib\/platforms\/[^/]+\.ts$/.test(id) ? code.replace(/^ {2}(examples|origins): \[[^\]]*\],$/gm, '  $1: [],') : null,
    load: (id: string) => (id.startsWith(prefix) ? replaced[id.slice(prefix.length)] : null),
  };
}

export default defineConfig({
  imports: false,
  outDir: process.env['LP_OUT'] ?? '.output',
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  i18n: { localesDir: 'lib/i18n/locales' },
  // Without a display there is no browser to open: the development build is served all the same.
  webExt: { disabled: process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] },
  autoIcons: { baseIconPath: 'lib/brand/icon.svg' },
  vite: async () => ({
    plugins: [leanPageScripts(), popupInOneFile()],
    // Both browsers know the hint; what imitates it would be one more file of every page.
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { advancedChunks: { includeDependenciesRecursively: false, groups: [{ name: baseChunk() }] } } },
    },
    define: {
      __NETWORKS__: JSON.stringify(
        (await adapters()).map(({ id, name, hosts, paths, origins, marker }) => ({ id, name, hosts, paths, origins, marker })),
      ),
    },
  }),
  hooks: {
    async 'entrypoints:found'(wxt, found) {
      found.push(...(await writePageScripts(wxt.config.wxtDir)));
    },
  },
  manifest: ({ browser, mode, command }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // Asked for where a browser gives no folder to write backups into.
    optional_permissions: ['downloads'],
    optional_host_permissions: ['https://*/*'],
    ...(hostsOf[mode] ? { host_permissions: hostsOf[mode] } : {}),
    commands: {
      ring: {
        suggested_key: { default: 'Alt+L' },
        description: '__MSG_commandRing__',
      },
    },
    // The development server reloads pages from its own address, which WXT's own policy for it allows.
    ...(command === 'serve'
      ? {}
      : {
          content_security_policy: {
            extension_pages:
              "default-src 'self'; script-src 'self'; object-src 'none'; connect-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'",
          },
        }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'listening-post@listening-post.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '121' }),
  }),
});
