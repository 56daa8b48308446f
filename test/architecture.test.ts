/** The shape of the code that no compiler checks: which layer may import which, and what never reaches a page. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** Imports go only to the left. */
const layers = ['lib/core', 'lib/platforms', 'lib/messages', 'lib/db', 'lib/background', 'components', 'entrypoints'];
/** Beside the layers: what every layer from lib/messages rightwards may use. They use lib/core and each other. */
const besides = ['lib/i18n', 'lib/settings.ts', 'lib/brand'];

const sources = globSync(['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'], { cwd: root }).sort();

interface Import {
  from: string;
  /** What is imported: a file of ours from the root of the repository, or a package. */
  to: string;
  /** Erased by the compiler: `import type`. A lone `import { type X }` is not, it stays an import for its side effects. */
  type: boolean;
}

/** A file of ours without its extension given (`#i18n` is made by the build, and counts as a package). */
const resolve = (from: string, target: string) => (target.startsWith('.') ? path.join(path.dirname(from), target.split('?')[0] ?? '') : target);

function importsOf(from: string): Import[] {
  const source = readFileSync(path.join(root, from), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = source.matchAll(/\b(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s*from\s*)?['"]([^'"]+)['"]/g);
  const dynamic = source.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, type, target = '']) => ({ from, to: resolve(from, target), type: Boolean(type) })),
    ...[...dynamic].map(([, target = '']) => ({ from, to: resolve(from, target), type: false })),
  ];
}

const imports = sources.flatMap(importsOf);
const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
const layerOf = (file: string) => layers.findIndex((layer) => isIn(file, layer));
const isBeside = (file: string) => besides.some((place) => isIn(file, place));
const isOurs = (file: string) => /^(lib|components|entrypoints|test)\//.test(file);
const isPackage = (name: string, to: string) => to === name || to.startsWith(`${name}/`);
const say = ({ from, to }: Import) => `${from} imports ${to}`;

/** Everything that these files load when they run. */
function loadedBy(files: string[]): Map<string, Import> {
  const loaded = new Map<string, Import>();
  const queue = [...files];
  for (let file = queue.pop(); file; file = queue.pop()) {
    for (const found of imports) {
      if (found.from !== file || found.type || loaded.has(found.to)) continue;
      loaded.set(found.to, found);
      queue.push(found.to);
    }
  }
  return loaded;
}

test('the sources are found, and every import of ours points at a file', () => {
  expect(sources).toContain('lib/core/draft.ts');
  expect(imports.filter(({ to }) => isOurs(to) && !existsSync(path.join(root, to))).map(say)).toEqual([]);
});

test('every file of lib has its place', () => {
  expect(sources.filter((file) => layerOf(file) < 0 && !isBeside(file))).toEqual([]);
});

test('imports go only to the left', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!isOurs(to)) return false;
    if (isBeside(from)) return !isIn(to, 'lib/core') && !isBeside(to);
    if (isBeside(to)) return layerOf(from) < layers.indexOf('lib/messages');
    return layerOf(to) < 0 || layerOf(to) > layerOf(from);
  });
  expect(wrong.map(say)).toEqual([]);
});

test('lib/core and lib/platforms know no browser, store or view', () => {
  const impure = ['wxt', '#i18n', 'dexie', 'dexie-react-hooks', 'react', 'react-dom', 'webextension-polyfill'];
  const wrong = imports.filter(
    ({ from, to }) => layerOf(from) <= layers.indexOf('lib/platforms') && layerOf(from) >= 0 && impure.some((name) => isPackage(name, to)),
  );
  expect(wrong.map(say)).toEqual([]);
});

test('only lib/core/zod.ts imports zod', () => {
  expect(imports.filter(({ from, to }) => isPackage('zod', to) && from !== 'lib/core/zod.ts').map(say)).toEqual([]);
});

test('lib never imports React', () => {
  const views = ['react', 'react-dom', 'dexie-react-hooks'];
  expect(imports.filter(({ from, to }) => from.startsWith('lib/') && views.some((name) => isPackage(name, to))).map(say)).toEqual([]);
});

test('what runs in a page loads neither zod, Dexie nor React', () => {
  const inPage = sources.filter(
    (file) =>
      isIn(file, 'lib/platforms') ||
      file === 'lib/messages/send.ts' ||
      /\.content(\/index)?\.tsx?$/.test(file) ||
      file.startsWith('entrypoints/content/'),
  );
  const heavy = ['zod', 'dexie', 'dexie-react-hooks', 'react', 'react-dom'];
  const loaded = [...loadedBy(inPage).values()].filter(({ to }) => heavy.some((name) => isPackage(name, to)));
  expect(loaded.map(say)).toEqual([]);
});

test('no walk in a page asks an element itself what is around it: a form answers with its field of that name, and the walk goes round for ever', () => {
  const walk = /\b(\w+)\s*=[^;,]*\b\1\??\.(?:parentElement|parentNode|(?:previous|next)(?:Element)?Sibling)\b/;
  const inPages = sources.filter((file) => isIn(file, 'lib/platforms') || isIn(file, 'components/page'));
  expect(inPages.filter((file) => walk.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

test('a class is styled by one part alone: the pages of the dashboard stand in one document', () => {
  const styles = globSync('components/**/*.css', { cwd: root }).filter((file) => !/^components\/(page|popup)\//.test(file));
  const frame = /^components\/(ui|dashboard)\//;
  const styledBy = new Map<string, Set<string>>();
  for (const file of styles) {
    const source = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, selectors = ''] of source.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors.split(/,(?![^()]*\))/))
        if (/^\.[\w-]+$/.test(selector.trim())) {
          // The frame styles its own pieces in two files; a view's folder is one part.
          const part = frame.test(file) ? 'frame' : path.dirname(file);
          styledBy.set(selector.trim(), (styledBy.get(selector.trim()) ?? new Set()).add(part));
        }
  }
  const several = [...styledBy].filter(([, parts]) => parts.size > 1).map(([name, parts]) => `${name}: ${[...parts].join(', ')}`);
  expect(several).toEqual([]);
});
