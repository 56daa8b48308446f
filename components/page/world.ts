/**
 * What our scripts in one page share: they are several files in one isolated world, which no script of the page can enter. The script that
 * comes with the page watches; the ring's comes when it is first opened, so that a page loads no more than it needs.
 */
import type { Platform } from '../../lib/platforms/shared/platform.ts';
import type { placeInView } from './in-view.ts';
import type { meantBy } from './meant.ts';
import type { mountRing } from './ring.ts';

export interface World {
  /** The adapters that this page's script brought. */
  platforms: readonly Platform[];
  /** Whether a script of ours is at work here: it may be both registered and injected. */
  isListening(): boolean;
  /** There once the ring's script has come. */
  ring?: RingParts;
}

export interface RingParts {
  mountRing: typeof mountRing;
  meantBy: typeof meantBy;
  placeInView: typeof placeInView;
}

const scope = globalThis as typeof globalThis & { listeningPost?: World };

scope.listeningPost ??= { platforms: [], isListening: () => false };

export const world: World = scope.listeningPost;
