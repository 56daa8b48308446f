/** Bundled for tests: the ring in an open root, where axe can see it, with answers of the test's own in place of the background's. */
import { mountRing, type RingOptions } from '../../components/page/ring.ts';

export interface Shown {
  draft: RingOptions['draft'];
  canWrite: boolean;
  answers: Record<string, unknown>;
  keys: string[];
}

async function showRing({ draft, canWrite, answers, keys }: Shown): Promise<void> {
  const host = document.createElement('div');
  document.body.append(host);
  const ask = (async (kind: string) => answers[kind] ?? { ok: false, failure: 'failed', message: '' }) as unknown as RingOptions['ask'];
  const ring = mountRing(host.attachShadow({ mode: 'open' }), {
    draft,
    network: 'Plaza',
    site: { id: 'plaza', name: 'Plaza' },
    plain: () => draft,
    isPlain: false,
    canWrite,
    ask,
    onLeave: () => undefined,
  });
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve));
    ring.press(new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : '' }));
  }
  await new Promise((resolve) => setTimeout(resolve));
}

Object.assign(globalThis, { showRing });
