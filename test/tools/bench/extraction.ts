/** How long the adapters take for a post, and beside them defuddle, the best open extractor of articles, on the same pages in the same browser. */
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { addressOf, chromiumFlags, chromiumPath } from '../browser.ts';
import { bundle } from '../bundle.ts';
import type { Timed } from './extraction.entry.ts';
import { report } from './figures.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Opens a page under its address with its scripts off, as `npm run extract` does, and times both in it. */
async function timePage(context: BrowserContext, code: string, file: string): Promise<Timed> {
  const address = await addressOf(file.replace(/\.html$/, '.json'));
  const asked = new URL(address);
  asked.hash = '';
  const html = await readFile(file);
  const page = await context.newPage();
  try {
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().url() === asked.href
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "script-src 'none'" } })
        : route.abort(),
    );
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 60_000 });
    const world = await context.newCDPSession(page);
    const { frameTree } = await world.send('Page.getFrameTree');
    const { executionContextId } = await world.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const expression = `${code};timeExtraction(${JSON.stringify(address)})`;
    const { result, exceptionDetails } = await world.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true });
    if (exceptionDetails) throw new Error(`${file}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value as Timed;
  } finally {
    await page.close();
  }
}

function reportPages(name: string, pages: readonly Timed[]): void {
  const sum = (of: (page: Timed) => number) => pages.reduce((total, page) => total + of(page), 0);
  const [posts, articles] = [sum((page) => page.posts), sum(({ article }) => Number(article))];
  const [ours, defuddle] = [sum((page) => page.ours) * 1000, sum((page) => page.defuddle) * 1000];
  const peer = `peer: defuddle, a page of ${name}`;
  report(peer, defuddle / pages.length, 'µs', pages.length);
  report(`all posts of a page of ${name}`, ours / pages.length, 'µs', pages.length, peer);
  // Not the same work: one finds an article a page, the other every post and comment.
  report(`peer: defuddle, an article it found in ${name}`, defuddle / articles, 'µs', articles);
  report(`a post found in ${name}`, ours / posts, 'µs', posts);
}

/** Our own small pages; and where they are at hand, saved pages of the real sites. */
export async function measureExtraction(quick: boolean): Promise<void> {
  const [code, executablePath] = await Promise.all([bundle('test/tools/bench/extraction.entry.ts'), chromiumPath()]);
  const browser = await chromium.launch({ executablePath, headless: true, args: chromiumFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
    for (const { name, folder } of [
      { name: 'our small pages', folder: path.join(root, 'test/fixtures') },
      { name: 'saved pages', folder: path.join(root, '../shared/fixtures') },
    ]) {
      if (!existsSync(folder)) {
        console.log(`${name} are not measured: there is no ${folder}`);
        continue;
      }
      const files = globSync('*/*.html', { cwd: folder }).sort();
      const pages: Timed[] = [];
      for (const file of quick ? files.filter((_, index) => index % 10 === 0) : files)
        pages.push(await timePage(context, code, path.join(folder, file)));
      reportPages(name, pages);
    }
  } finally {
    await browser.close();
  }
}
