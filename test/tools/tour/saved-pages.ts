/** The repository's own small pages of each supported platform, and a post on each to clip. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Draft } from '../../../lib/core/draft.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface SavedPage {
  platform: string;
  file: string;
  url: string;
  /** The post to clip, as it is expected to be read. */
  draft: Draft;
}

/** Ids of the platforms that the extension knows, without the generic clip: of the files in lib/platforms, those that define one. */
export async function supportedPlatforms(): Promise<string[]> {
  const folder = path.join(root, 'lib/platforms');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts') && name !== 'generic.ts').sort();
  const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return files.filter((_, index) => sources[index]?.includes('export default definePlatform(')).map((file) => path.basename(file, '.ts'));
}

/**
 * A page of a platform that shows a post in words.
 * @throws Error where the platform has none.
 */
export async function savedPage(platform: string): Promise<SavedPage> {
  const folder = path.join(root, 'test/fixtures', platform);
  const pages = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  for (const page of pages) {
    const { url, drafts } = JSON.parse(await readFile(path.join(folder, page), 'utf8')) as { url: string; drafts: Draft[] };
    const draft = drafts.find(({ text, url: permalink, promoted }) => text.length > 12 && permalink && !promoted);
    if (draft) return { platform, file: path.join(folder, page.replace(/json$/, 'html')), url, draft };
  }
  throw new Error(`no page with a post in test/fixtures/${platform}`);
}
