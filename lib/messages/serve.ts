import { type Browser, browser } from 'wxt/browser';
import { errorChain, isUnopened } from '../core/error-chain.ts';
import { z } from '../core/zod.ts';
import { type Failure, type Kind, type Outcome, protocol, type Reply, type Request } from './protocol.ts';

export type Handlers = {
  [K in Kind]: (request: Request<K>, sender: Browser.runtime.MessageSender) => Promise<Reply<K>>;
};

/** Larger messages are refused unread; the largest honest draft is far below it. In characters of JSON. */
export const largestMessage = 2_000_000;

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(protocol, kind);

/** Which failure an error of the store is, by the names IndexedDB and Dexie give. */
export function failureOf(error: unknown): Failure {
  const names = new Set(errorChain(error).map(({ name }) => name));
  if (names.has('QuotaExceededError')) return 'disk-full';
  if (names.has('NotFound')) return 'not-found';
  if (names.has('VersionError')) return 'newer';
  return isUnopened(error) ? 'unopened' : 'failed';
}

/** Answers one message as data. Unknown, oversized and malformed ones change nothing and say why. */
export async function answer(handlers: Handlers, message: unknown, sender: Browser.runtime.MessageSender): Promise<Outcome<unknown>> {
  const { kind, request } = (message ?? {}) as {
    kind?: unknown;
    request?: unknown;
  };
  if (!isKind(kind))
    return {
      ok: false,
      failure: 'invalid',
      message: `no such message: ${String(kind).slice(0, 60)}`,
    };
  if ((JSON.stringify(request)?.length ?? 0) > largestMessage)
    return {
      ok: false,
      failure: 'too-large',
      message: `message over ${largestMessage} characters`,
    };
  const parsed = protocol[kind].request.safeParse(request);
  if (!parsed.success)
    return {
      ok: false,
      failure: 'invalid',
      message: z.prettifyError(parsed.error),
    };
  try {
    return {
      ok: true,
      value: await (handlers[kind] as (request: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown>)(parsed.data, sender),
    };
  } catch (error) {
    return {
      ok: false,
      failure: failureOf(error),
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

/** One listener for all kinds. Not `async`: that would claim messages meant for others. Call it synchronously at start-up. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null || !('kind' in message)) return;
    void answer(handlers, message, sender).then(reply);
    return true;
  });
}
