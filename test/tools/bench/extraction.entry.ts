/** Bundled by extraction.ts into a saved page: the shipped adapters and defuddle, timed on the same document in turn. */
import Defuddle from 'defuddle';
import { draftsOf } from '../../../lib/platforms/find.ts';
import { platformOf } from '../../../lib/platforms/index.ts';

/** Of one page, in milliseconds each time it is read. */
export interface Timed {
  posts: number;
  ours: number;
  /** Whether defuddle found words in it: it gives one article per page. */
  article: boolean;
  defuddle: number;
}

/** Too short a time is not measured well: work is repeated until so many milliseconds have gone. */
const least = 20;
const batches = 3;

/** The median of several batches, once warm. */
function timeOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  const repeats = Math.max(1, Math.ceil(least / Math.max(0.05, performance.now() - begun)));
  const times = Array.from({ length: batches }, () => {
    const start = performance.now();
    for (let count = 0; count < repeats; count += 1) work();
    return (performance.now() - start) / repeats;
  });
  return times.sort((a, b) => a - b)[Math.floor(batches / 2)] as number;
}

Object.assign(globalThis, {
  timeExtraction(address: string): Timed {
    const url = new URL(address);
    const platform = platformOf(url, document);
    const read = () => draftsOf({ url, document, now: new Date() }, platform);
    const parse = () => new Defuddle(document, { url: address }).parse();
    const posts = read().length;
    const timed = { posts, ours: timeOf(read), article: parse().wordCount > 0, defuddle: timeOf(parse) };
    if (read().length !== posts) throw new Error('defuddle changed the page, so that the two were not given the same');
    return timed;
  },
});
