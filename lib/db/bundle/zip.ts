/** zip.js as we use it: in the page itself (our policy allows no worker from a string), and with the browser's own deflate. */
import { configure } from '@zip.js/zip.js/lib/zip-core.js';

configure({ useWebWorkers: false, useCompressionStream: true });

export { Reader, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core.js';
