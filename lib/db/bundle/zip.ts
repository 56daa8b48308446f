/**
 * zip.js as we use it: in the page or worker itself (our policy allows no worker from a string), and with the browser's own deflate; so the entry
 * that brings no workers and codecs of its own. The background, which can load nothing later, carries it too.
 */
import { configure } from '@zip.js/zip.js/lib/zip-core-custom.js';

configure({ useWebWorkers: false, useCompressionStream: true });

export { Reader, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
