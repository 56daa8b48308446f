/** npm run --silent sentiment -- <file>      `negative`, `neutral` or `positive` for each line of a text file, on a line of its own */
import { readFile } from 'node:fs/promises';
import { readSentiment } from '../../lib/core/sentiment/reading.ts';
import { linesOf } from './lines.ts';

const usage = 'usage: npm run --silent sentiment -- <file>';
const file = process.argv[2];
if (!file || file === '--help') {
  console.error(usage);
  process.exit(file ? 0 : 2);
}

const lines = linesOf(await readFile(file, 'utf8'));
process.stdout.write(lines.map((line) => `${readSentiment(line).label}\n`).join(''));
