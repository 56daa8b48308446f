import { attacks } from '../../attacks/pages.ts';
import { pressCommand } from '../drive.ts';
import { launchChromium } from '../launch.ts';
import { reportBelow } from './figures.ts';

interface TraceEvent {
  name: string;
  /** Time on the thread's processor, microseconds: other programs do not count. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** The longest that one of our callbacks held a page's thread, for each page of the list of attacks: from its load until a while after it was scrolled. */
export async function measureAttacks(extension: string): Promise<void> {
  const launched = await launchChromium({ extension, viewport: { width: 1280, height: 900 } });
  for (const { name, body, script = '' } of attacks) {
    const page = await launched.context.newPage();
    await page.route('https://x.com/**', (route) =>
      route.fulfill({ body: `<!doctype html><title>X</title><script>${script}</script>${body}`, contentType: 'text/html; charset=utf-8' }),
    );
    const session = await launched.context.newCDPSession(page);
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
    await page.goto('https://x.com/home', { timeout: 60_000 });
    await page.mouse.move(200, 200);
    await page.waitForTimeout(2_000);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(1_000);
    // The ring opens on what is worst: the post after the honest one, where there is one.
    await page.mouse.wheel(0, -600);
    await page.waitForTimeout(500);
    await page.mouse.move(30, 100);
    await pressCommand(launched, 'ring', page);
    await page.waitForTimeout(1_500);
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await page.close();
    // A call without an address is the browser's own, of a listener of ours: messages reach no page.
    const ours = events.filter(({ args }) =>
      /^$|^chrome-extension:\/\/[a-z]+\/(?:content-scripts\/|adapter-|meant\.js|ring\.js)/.test(args?.data?.url ?? 'none'),
    );
    const callbacks = ours.flatMap(({ name: kind, tdur }) =>
      tdur !== undefined && (kind === 'FunctionCall' || kind === 'EvaluateScript') ? tdur / 1000 : [],
    );
    if (callbacks.length === 0) throw new Error(`no callback of ours was seen on "${name}"`);
    reportBelow(50, `longest callback, ${name}`, Math.max(...callbacks), 'ms', callbacks.length);
  }
  await launched.close();
}
