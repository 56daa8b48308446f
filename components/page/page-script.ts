import type { Platform } from '../../lib/platforms/shared/platform.ts';
import { startClipper } from './clipper.ts';
import { world } from './world.ts';

/** What the content script of a page does, whichever adapters it brings; wxt.config.ts makes one for each network. */
export function startPageScript(platforms: readonly Platform[]): void {
  if (world.isListening()) return;
  world.platforms = platforms;
  // Later than this the page's own scripts have been running, and may listen before us.
  world.isListening = startClipper(document.readyState === 'loading');
}
