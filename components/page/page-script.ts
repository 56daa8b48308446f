import type { Platform } from '../../lib/platforms/shared/platform.ts';
import { startClipper } from './clipper.ts';
import { type World, world } from './world.ts';

/**
 * What the content script of a page does, whichever adapter it brings; wxt.config.ts makes one for each network. `software`: those whose
 * adapter is brought once their marker is found.
 */
export function startPageScript(platform: Platform, software: World['software'] = []): void {
  if (world.isListening()) return;
  world.platforms.push(platform);
  world.software = software;
  // Later than this the page's own scripts have been running, and may listen before us.
  world.isListening = startClipper(document.readyState === 'loading');
}
