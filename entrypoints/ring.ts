import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placeInView } from '../components/page/in-view.ts';
import { meantBy } from '../components/page/meant.ts';
import { mountRing } from '../components/page/ring.ts';
import { world } from '../components/page/world.ts';

export default defineUnlistedScript(() => {
  world.ring = { mountRing, meantBy, placeInView };
});
