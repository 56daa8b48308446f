import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placeInView } from '../components/page/in-view.ts';
import { meantBy, plainOf } from '../components/page/meant.ts';
import { mountRing } from '../components/page/ring.ts';
import { world } from '../components/page/world.ts';
import { threadOf } from '../lib/core/thread.ts';

export default defineUnlistedScript(() => {
  world.ring = { mountRing, meantBy, plainOf, placeInView, threadOf };
});
