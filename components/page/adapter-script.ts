import type { Platform } from '../../lib/platforms/shared/platform.ts';
import { world } from './world.ts';

/** What a script does that holds nothing but the adapter of a software that runs on any host: it hands it over. */
export function bringAdapter(platform: Platform): void {
  if (!world.platforms.some(({ id }) => id === platform.id)) world.platforms.unshift(platform);
}
