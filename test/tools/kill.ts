/** Ends a browser as a power switch would end it, as far as a program can: no handler runs, nothing is written on the way out. Linux only. */
import { readdir, readFile } from 'node:fs/promises';
import { eventually } from './drive.ts';

/** Processes whose command line names the profile: the browser, and its children of each type. */
async function processesOf(profile: string): Promise<{ pid: number; isBrowser: boolean }[]> {
  const found = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`--user-data-dir=${profile}`)) found.push({ pid: Number(pid), isBrowser: !command.includes('--type=') });
  }
  return found;
}

/**
 * Id of the browser's own process, to be killed at a moment of one's choice.
 * @throws Error where no browser runs with this profile.
 */
export async function browserProcess(profile: string): Promise<number> {
  const browser = (await processesOf(profile)).find(({ isBrowser }) => isBrowser);
  if (!browser) throw new Error('no process of the browser was found');
  return browser.pid;
}

/** Waits until no process of the profile is left, so that another browser may take it. */
export const profileFree = (profile: string): Promise<true> =>
  eventually(async () => (await processesOf(profile)).length === 0 || null, 'the killed browser’s children did not end').then(() => true);
