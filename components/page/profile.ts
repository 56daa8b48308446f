/** Whose page this is: reads the account on it now and then, and tells the background of its numbers once they stand still. */
import type { ProfileDraft } from '../../lib/core/profile.ts';
import type { send } from '../../lib/messages/send.ts';
import { pageHere, platformHere } from './posts.ts';

export interface ProfileWatch {
  /** The account whose page this is, or null. */
  read(): ProfileDraft | null;
  stop(): void;
}

/** A page that changes all the time is read so often at the most, in milliseconds. */
const pause = 1_500;
/** So often it is read at first even where it stands still: what software it is may be found late. */
const lookouts = 6;

function read(): ProfileDraft | null {
  try {
    return platformHere().readProfile?.(pageHere()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Watches from now on. What is read twice alike is told, once: a page that is being drawn, or that has the next account's address and still
 * the last one's numbers, changes in between.
 */
export function watchProfile(ask: typeof send): ProfileWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let last = '';
  let told = '';

  function soon(): void {
    timer ??= setTimeout(look, pause);
  }

  function look(): void {
    timer = undefined;
    looks += 1;
    if (looks < lookouts) soon();
    const profile = read();
    const now = profile ? JSON.stringify(profile) : '';
    if (profile && now !== told) {
      if (now === last) {
        told = now;
        void ask('profile', { profile });
      } else soon();
    }
    last = now;
  }

  const mutations = new MutationObserver(soon);
  mutations.observe(document, { subtree: true, childList: true, characterData: true });
  soon();

  return {
    read,
    stop() {
      clearTimeout(timer);
      mutations.disconnect();
    },
  };
}
