import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placeInView } from '../components/page/in-view.ts';
import { meantBy, plainOf } from '../components/page/meant.ts';
import { world } from '../components/page/world.ts';
import { threadOf } from '../lib/core/thread.ts';

/** Brought with the ring's script, of which it would make too large a file. */
export default defineUnlistedScript(() => {
  world.meant = { meantBy, plainOf, placeInView, threadOf };
});
