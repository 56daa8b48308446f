/** Tells the background where a site says that the post whose page this is is gone. That a post is merely not there says nothing. */
import type { send } from '../../lib/messages/send.ts';
import { pageHere, platformHere } from './posts.ts';

/** A page that moves on by itself may show the notice of the address before for a moment. */
const settled = 2_000;
/** The notice comes with the page: it is not looked for again and again while one reads on. */
const looks = 20;

/** To be called whenever something changed on the page: it looks a few times for each address, and is told once. */
export function watchGone(ask: typeof send): () => void {
  let address = '';
  let left = 0;
  const goneHere = () => platformHere().gone?.(pageHere());
  return () => {
    const { href } = location;
    if (address !== href) left = looks;
    address = href;
    if (left <= 0) return;
    left -= 1;
    if (!goneHere()) return;
    left = 0;
    setTimeout(() => {
      const nativeId = location.href === href && goneHere();
      if (nativeId) void ask('gone', { platform: platformHere().id, nativeId });
    }, settled);
  };
}
