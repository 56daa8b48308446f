/**
 * npm test: gets the browsers ready, runs every test, and ends with `N passed, N failed`. Arguments go to vitest:
 * `npm test -- --project unit` runs the fast ones alone.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { chromiumPath, firefoxPath } from './browser.ts';

const report = '.output/test.json';
const chromium = await chromiumPath();
const firefox = firefoxPath();
if (!firefox) console.log('No Firefox found, and this is not root on Debian: the Firefox tests are skipped.');

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROME_PATH: chromium, FIREFOX_PATH: firefox ?? '' } },
);

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; name: string; assertionResults: unknown[] }[];
}
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
// A file that breaks before its first test has failed, though none of its tests did.
const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
for (const { name } of broken) console.log(`FAILED before its first test: ${name}`);
const failed = numFailedTests + broken.length + (status !== 0 && numFailedTests + broken.length === 0 ? 1 : 0);
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0);
