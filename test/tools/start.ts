/**
 * npm start                      builds the extension and opens a browser with it on the demo feed, until its window is closed
 * npm start -- --lang=fr         the same in French (or id)
 * npm start -- --tour            the guided tour instead, headless; also what runs where there is no display
 */
import { eventually } from './drive.ts';
import { buildExtension, launchChromium } from './launch.ts';
import { serveDemo } from './serve-demo.ts';

const asked = process.argv.slice(2);
const hasDisplay = ['darwin', 'win32'].includes(process.platform) || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

async function openDemo(lang: string): Promise<void> {
  console.log('Building the extension …');
  const extension = await buildExtension('demo');
  const demo = await serveDemo(4321);
  const { context, address, close } = await launchChromium({ extension, headless: false, lang, args: ['--test-type'] });
  const closed = new Promise((resolve) => context.on('close', resolve));
  // On a Mac the browser lives on without a window.
  const whenLast = () => context.pages().length === 0 && context.close();
  context.on('page', (page) => page.on('close', whenLast));
  for (const page of context.pages()) page.on('close', whenLast);

  const feed = context.pages()[0] ?? (await context.newPage());
  await feed.goto(demo.url);
  // The extension opens it by itself once it is installed, and it would take the front.
  await eventually(async () => context.pages().some((page) => page.url() === address('welcome.html')), 'the welcome page did not open');
  await feed.bringToFront();

  console.log(`
A browser is open on the demo feed, ${demo.url}, with Listening Post in it.

  1. On the welcome page (second tab), say that your brand is Arvelle and your competitors Kestrin, Bruvio and Senja,
     or load the sample workspace to look around first.
  2. On the feed, point at a post and press Alt+L, then S, W, O or T.
  3. Press the toolbar button (in the jigsaw menu) to see what it adds up to.

Nothing is kept: the profile is new, and goes when the window is closed. Close the window, or press Ctrl+C, to end.`);
  await closed;
  await demo.close();
  await close();
}

try {
  if (asked.includes('--tour') || !hasDisplay) {
    const { tour } = await import('./tour.ts');
    process.exitCode = (await tour()) === 0 ? 0 : 1;
  } else {
    await openDemo(asked.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length) ?? 'en');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // A server or a browser may still be open.
  process.exit(1);
}
