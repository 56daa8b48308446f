/** Builds the extension and starts Chromium with it: for `npm start`, the tour, the browser tests and the benchmark. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './browser.ts';
import { bundle } from './bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const builds = new Map<string, Promise<string>>();

async function runBuild(mode: string, browser: 'chrome' | 'firefox'): Promise<string> {
  const wxt = path.join(root, 'node_modules/wxt/bin/wxt.mjs');
  const building = spawn(process.execPath, [wxt, 'build', '--mode', mode, '--browser', browser, '--mv3'], {
    cwd: root,
    // Else a mode of our own gets the development build of React.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  for (const stream of [building.stdout, building.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => building.on('close', resolve));
  if (code !== 0) throw new Error(`wxt build --mode ${mode} --browser ${browser} failed:\n${said}`);
  const suffix = mode === 'production' ? '' : mode === 'development' ? '-dev' : `-${mode}`;
  return path.resolve(root, process.env['LP_OUT'] ?? '.output', `${browser}-mv3${suffix}`);
}

/**
 * Folder of the built extension; built once per mode and browser in one run. `e2e` holds all hosts at install, `production` none.
 * @throws Error with all that the build said.
 */
export function buildExtension(mode: string, browser: 'chrome' | 'firefox' = 'chrome'): Promise<string> {
  const key = `${mode} ${browser}`;
  const building = builds.get(key) ?? runBuild(mode, browser);
  builds.set(key, building);
  return building;
}

interface Launch {
  /** Folder of a built extension; of ours and others, with commas between them. */
  extension: string;
  headless?: boolean;
  /** The browser's language, `en`, `fr` or `id`. */
  lang?: string;
  /** Folder of a profile to go on with; without it a new one is made, and removed on close. */
  profile?: string;
  args?: string[];
  viewport?: { width: number; height: number } | null;
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** The background's service worker as it is now: woken again where it was stopped. */
  worker(): Promise<Worker>;
  /** Kills the background, as the browser does when it likes. */
  stopWorker(): Promise<void>;
  /** Address of one of the extension's own pages, `popup.html` for example. */
  address(page: string): string;
  close(): Promise<void>;
}

/** Starts Chromium with the extension loaded. */
export async function launchChromium({ extension, headless = true, lang = 'en', profile, args = [], viewport }: Launch): Promise<Launched> {
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), 'listening-post-')));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await chromiumPath(),
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: viewport === undefined && !headless ? null : viewport,
    // On Linux Chromium takes its language from LANGUAGE before it looks at --lang.
    env: { ...process.env, LANGUAGE: lang },
    args: [
      ...chromiumFlags,
      // Not playwright's own `headless`, which may be the old shell that loads no extension.
      ...(headless ? ['--headless=new'] : []),
      `--lang=${lang}`,
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  const isOurs = (worker: Worker) => worker.url().endsWith('/background.js');
  const started = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));
  const extensionId = new URL(started.url()).host;

  async function askServiceWorkers(ask: (session: CDPSession) => Promise<unknown>): Promise<void> {
    const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    await session.send('ServiceWorker.enable');
    await ask(session);
    await session.detach();
  }

  return {
    context,
    extensionId,
    address: (page) => `chrome-extension://${extensionId}/${page}`,
    async worker() {
      await askServiceWorkers((session) => session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${extensionId}/` }));
      return started;
    },
    stopWorker: () => askServiceWorkers((session) => session.send('ServiceWorker.stopAllWorkers')),
    async close() {
      await context.close();
      if (!profile) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A page of the extension's own with the store's commands and queries on its global `store`. */
export async function insidePage(launched: Launched): Promise<Page> {
  const page = await launched.context.newPage();
  await page.goto(launched.address('popup.html'));
  await page.evaluate(await bundle('test/tools/store.entry.ts'));
  return page;
}
