/** What a test or the tour does in a launched browser that playwright has no word for. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Launched } from './launch.ts';

/** In the functions that run in the worker. */
declare const chrome: typeof browser;

/** Serves a saved page under the address of the site it was saved from; everything else of that site is refused. */
export async function serveSaved(context: BrowserContext, address: string, htmlFile: string): Promise<void> {
  const html = await readFile(htmlFile);
  const wanted = new URL(address);
  wanted.hash = '';
  await context.route(`${wanted.origin}/**`, (route) =>
    route.request().isNavigationRequest() && route.request().url() === wanted.href
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
}

/** What the browser does when the person presses a key of ours: keys sent by the protocol do not fire `commands.onCommand`. */
export async function pressCommand(launched: Launched, command: string, page: Page): Promise<void> {
  await page.bringToFront();
  const worker = await launched.worker();
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // `dispatch` is the browser's own, and in no type.
    (chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void }).dispatch(name, tab);
  }, command);
}

/** Chooses one of our entries in the context menu of a page. */
export async function chooseMenuItem(launched: Launched, info: { menuItemId: string; [key: string]: unknown }, page: Page): Promise<void> {
  await page.bringToFront();
  const worker = await launched.worker();
  await worker.evaluate(
    async ({ clicked, pageUrl }) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      (chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void }).dispatch({ editable: false, pageUrl, ...clicked }, tab);
    },
    { clicked: info, pageUrl: page.url() },
  );
}

export interface AccessibleNode {
  role: string;
  name: string;
  busy: boolean;
  /** For clicking by coordinates. */
  backendNodeId: number | undefined;
}

/** What assistive technology perceives on a page, closed shadow roots included; parts without role or left out of the tree are not listed. */
export async function accessibilityTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [], backendDOMNodeId }) => ({
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        busy: properties.some((property) => property.name === 'busy' && Boolean(property.value.value)),
        backendNodeId: backendDOMNodeId,
      }));
  } finally {
    await session.detach();
  }
}

/** Clicks the middle of a node of the accessibility tree, with a real (trusted) mouse event. */
export async function clickAccessible(page: Page, { backendNodeId, role, name }: AccessibleNode): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => {
      throw new Error(`the ${role} "${name}" is not drawn`);
    });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  } finally {
    await session.detach();
  }
}

/** The toolbar button's popup, opened by a real click on it, which also grants `activeTab` for the page. It is no tab, so playwright does not see it. */
export async function openActionPopup({ context, extensionId }: Launched, page: Page) {
  const browser = context.browser();
  if (!browser) throw new Error('this browser gives no session of its own');
  const session = await browser.newBrowserCDPSession();
  // Targets of type `tab` are listed only when asked for, which the protocol's types do not know yet.
  const tabs = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = tabs.targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  const before = new Set((await session.send('Target.getTargets')).targetInfos.map(({ targetId }) => targetId));
  await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  const targetId = await eventually(async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find((target) => !before.has(target.targetId) && target.url === `chrome-extension://${extensionId}/popup.html`)?.targetId;
  }, 'the popup did not open');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });

  let last = 0;
  function ask<T>(method: string, params: object): Promise<T> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', function hear({ message }) {
        const answer = JSON.parse(message) as { id?: number; result: T; error?: { message: string } };
        if (answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      });
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
  }

  return {
    /** The value of an expression in the popup, awaited; it must be JSON. */
    async evaluate(expression: string): Promise<unknown> {
      type Answer = { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string }; text: string } };
      const { result, exceptionDetails } = await ask<Answer>('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
        userGesture: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** PNG of what it shows. */
    async screenshot(): Promise<Buffer> {
      return Buffer.from((await ask<{ data: string }>('Page.captureScreenshot', { format: 'png' })).data, 'base64');
    },
    async close(): Promise<void> {
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    },
  };
}

/**
 * Asks again until there is an answer: for what no event tells.
 * @throws Error saying what did not happen within 15 seconds.
 */
export async function eventually<T>(look: () => Promise<T | undefined | null | false>, otherwise: string): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
