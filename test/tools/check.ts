/** npm run check: types, lint and format, unused code, and the built Firefox extension as the store's own linter sees it. */
import { spawnSync } from 'node:child_process';

const steps: [name: string, script: string, ...args: string[]][] = [
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['lint and format', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['unused code', 'knip/bin/knip.js'],
  ['build', 'wxt/bin/wxt.mjs', 'build', '-b', 'firefox', '--mv3'],
  // Its warnings are of React (innerHTML), zod (Function, never called: jitless) and zip.js (a codec imported by name, of which we register none);
  // none of our files uses any of these, which a test checks.
  ['web-ext lint', 'web-ext/bin/web-ext.js', 'lint', '--source-dir', '.output/firefox-mv3', '--self-hosted'],
];

const failed = steps.filter(([name, script, ...args]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status !== 0) console.log(stdout, stderr);
  return status !== 0;
});
process.exit(failed.length > 0 ? 1 : 0);
