import { browser } from 'wxt/browser';
import type { Kind, Outcome, Reply, Request } from './protocol.ts';

/**
 * Asks the background. Never throws: an extension that was updated or removed under the page gives `orphaned`,
 * and anything else that goes wrong on the way gives `failed`.
 */
export async function send<K extends Kind>(kind: K, request: Request<K>): Promise<Outcome<Reply<K>>> {
  try {
    const outcome = (await browser.runtime.sendMessage({ kind, request })) as Outcome<Reply<K>> | undefined;
    return (
      outcome ?? {
        ok: false,
        failure: 'failed',
        message: 'the background did not answer',
      }
    );
  } catch (error) {
    return {
      ok: false,
      failure: browser.runtime?.id ? 'failed' : 'orphaned',
      message: String(error),
    };
  }
}
