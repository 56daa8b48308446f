import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds an extension of two pages: `peer.html` (React, Dexie, one live query) and `empty.html`. Returns its folder. */
export async function buildPeer(): Promise<string> {
  const outDir = `${root}.output/peer`;
  await mkdir(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: { input: `${root}test/peer/peer.tsx`, output: { entryFileNames: 'peer.js' } },
    },
  });
  await writeFile(
    `${outDir}/manifest.json`,
    JSON.stringify({
      manifest_version: 3,
      name: 'Peer',
      version: '1',
      background: { service_worker: 'worker.js' },
      permissions: ['unlimitedStorage'],
    }),
  );
  await writeFile(`${outDir}/worker.js`, '');
  await writeFile(`${outDir}/empty.html`, '<!doctype html><title>Empty</title><body data-usable>');
  await writeFile(`${outDir}/peer.html`, '<!doctype html><title>Peer</title><body><script type="module" src="peer.js"></script>');
  return outDir;
}
