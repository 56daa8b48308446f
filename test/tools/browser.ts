/** Finds the browsers that the tests and the tour drive, and installs them where that is possible. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['LOCALAPPDATA'] ?? ''}\\Chromium\\Application\\chrome.exe`,
];
const firefoxPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Branded Chrome ignores `--load-extension`, so it counts as not found. */
function isBranded(executable: string): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return /Google/i.test(executable);
  return /Google Chrome(?! for Testing)/.test(spawnSync(executable, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function aptInstall(name: string): void {
  console.error(`Installing ${name} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  execFileSync('apt-get', ['install', '-y', '-qq', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

async function playwrightChromium(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

async function installed(): Promise<string | undefined> {
  const asked = process.env['CHROME_PATH'];
  if (asked && existsSync(asked) && !isBranded(asked)) return asked;
  return chromiumPlaces.find((path) => existsSync(path) && !isBranded(path)) ?? (await playwrightChromium());
}

/**
 * Path of a Chromium that loads unpacked extensions; installs one where none is found.
 * @throws Error saying what to install by hand.
 */
export async function chromiumPath(): Promise<string> {
  const found = await installed();
  if (found) return found;
  if (isRootOnDebian()) aptInstall('chromium');
  else {
    const cli = new URL('../../node_modules/playwright-core/cli.js', import.meta.url).pathname;
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  const now = await installed();
  if (!now) throw new Error('No Chromium found. Install Chromium (not Google Chrome, which ignores --load-extension), or set CHROME_PATH to one.');
  return now;
}

/** Path of Firefox 128 or later, installed with apt where this is root on Debian; undefined elsewhere, and the Firefox tests then skip. */
export function firefoxPath(): string | undefined {
  const find = () => [process.env['FIREFOX_PATH'] ?? '', ...firefoxPlaces].find((path) => path && existsSync(path));
  if (!find() && isRootOnDebian()) aptInstall('firefox-esr');
  return find();
}

/** Flags for an extension test in a headless or visible Chromium; see README for why each is there. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

/** The address a saved page was taken from, out of the JSON that lies beside it. */
export async function addressOf(jsonFile: string): Promise<string> {
  const { url } = JSON.parse(await readFile(jsonFile, 'utf8')) as {
    url?: unknown;
  };
  if (typeof url !== 'string') throw new Error(`${jsonFile} has no "url": say under which address the page was saved.`);
  return url;
}
