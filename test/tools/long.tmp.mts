import { attacks } from '../attacks/pages.ts';
import { launchChromium } from './launch.ts';

const l = await launchChromium({ extension: process.argv[2]!, lang: 'en', viewport: { width: 1000, height: 900 } });
const only = process.argv[3];
for (const attack of attacks) {
  if (only && !attack.name.includes(only)) continue;
  const page = await l.context.newPage();
  await page.route('https://x.com/**', (r) =>
    r.fulfill({
      body: `<!doctype html><title>X</title><script>${attack.script ?? ''}</script>${attack.body}`,
      contentType: 'text/html; charset=utf-8',
    }),
  );
  const s = await l.context.newCDPSession(page);
  const events: any[] = [];
  s.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await s.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.cpu_profiler'] },
  } as never);
  try {
    await page.goto('https://x.com/home', { timeout: 60_000 });
  } catch (e) {
    console.log(attack.name, 'goto failed', String(e).slice(0, 100));
  }
  await page.mouse.move(200, 200);
  await new Promise((r) => setTimeout(r, 3000));
  await page.mouse.wheel(0, 600);
  await new Promise((r) => setTimeout(r, 1500));
  const done = new Promise((r) => s.once('Tracing.tracingComplete', r));
  await s.send('Tracing.end');
  await done;
  const ours = events.filter(
    (e) => (e.name === 'FunctionCall' || e.name === 'EvaluateScript') && e.tdur && String(e.args?.data?.url).startsWith('chrome-extension://'),
  );
  const top = ours
    .sort((a, b) => b.tdur - a.tdur)
    .slice(0, 4)
    .map(
      (e) =>
        `${(e.tdur / 1000).toFixed(1)} ${e.name}:${e.args.data.functionName ?? ''}:${String(e.args.data.url).split('/').at(-1)}:${e.args.data.lineNumber}:${e.args.data.columnNumber}`,
    );
  console.log(attack.name.slice(0, 50).padEnd(50), ours.length, top.join('  '));
  await page.close();
}
await l.close();
