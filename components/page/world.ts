/**
 * What our scripts in one page share: they are several files in one isolated world, which no script of the page can enter. The script that
 * comes with the page watches; the ring's come when it is first opened, so that a page loads no more than it needs.
 */

import type { threadOf } from '../../lib/core/thread.ts';
import type { Platform } from '../../lib/platforms/shared/platform.ts';
import type { placeInView } from './in-view.ts';
import type { meantBy, plainOf } from './meant.ts';
import type { mountRing } from './ring.ts';

export interface World {
  /** The adapters that are here: that of the page's own script last, before it those brought for the page's software. */
  platforms: Platform[];
  /** Software that runs on any host and whose adapter is not here yet. */
  software: readonly Pick<Platform, 'id' | 'marker'>[];
  /** Whether a script of ours is at work here: it may be both registered and injected. */
  isListening(): boolean;
  /** There once the ring's two scripts have come: what it is to be opened on, and itself. */
  meant?: MeantParts;
  ring?: { mountRing: typeof mountRing };
}

interface MeantParts {
  meantBy: typeof meantBy;
  threadOf: typeof threadOf;
  plainOf: typeof plainOf;
  placeInView: typeof placeInView;
}

export type RingParts = MeantParts & NonNullable<World['ring']>;

const scope = globalThis as typeof globalThis & { listeningPost?: World };

scope.listeningPost ??= { platforms: [], software: [], isListening: () => false };

export const world: World = scope.listeningPost;
