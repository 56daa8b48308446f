/**
 * npm run --silent extract -- <page.html> <url>      drafts of one saved page, a JSON array
 * npm run --silent extract -- --batch <folder>       one JSON line per page: {file, url, drafts, ms}
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { addressOf } from './browser.ts';
import { openExtractor } from './extractor.ts';

const usage = 'usage: npm run --silent extract -- <page.html> <url>   or   -- --batch <folder>';
const [first, second] = process.argv.slice(2);
if (!first || !second) {
  console.error(usage);
  process.exit(2);
}

const extractor = await openExtractor();
try {
  if (first === '--batch') {
    const pages = (await readdir(second)).filter((name) => name.endsWith('.html')).sort();
    for (const file of pages) {
      const url = await addressOf(path.join(second, file.replace(/\.html$/, '.json')));
      const { drafts, ms } = await extractor.extract(path.join(second, file), url);
      console.log(JSON.stringify({ file, url, drafts, ms }));
    }
  } else {
    const { drafts } = await extractor.extract(first, second);
    console.log(JSON.stringify(drafts, null, 2));
  }
} finally {
  await extractor.close();
}
