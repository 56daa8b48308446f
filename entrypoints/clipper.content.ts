import { defineContentScript } from 'wxt/utils/define-content-script';
import { startClipper } from '../components/page/clipper.ts';

/** What an isolated world of this page remembers: the script may be both registered and injected. */
const world = globalThis as typeof globalThis & { isListening?: () => boolean };

/** Without `matches`, which WXT would add to the hosts asked for at install; they are given when the script is registered. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    if (world.isListening?.()) return;
    // Later than this the page's own scripts have been running, and may listen before us.
    world.isListening = startClipper(document.readyState === 'loading');
  },
});
