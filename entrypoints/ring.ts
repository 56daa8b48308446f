import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountRing } from '../components/page/ring.ts';
import { world } from '../components/page/world.ts';

export default defineUnlistedScript(() => {
  world.ring = { mountRing };
});
