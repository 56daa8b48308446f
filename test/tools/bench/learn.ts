import { readdir } from 'node:fs/promises';
import type { Launched } from '../launch.ts';
import { quantile, report, reportBelow } from './figures.ts';

/** What the page keeps between the measurements. */
declare const ask: (what: object) => Promise<unknown>;

/** Where the build put the learner's worker. */
async function workerOf(extension: string): Promise<string> {
  const files = await readdir(extension, { recursive: true });
  const found = files.find((file) => /learner\.worker-[^/]*\.js$/.test(file));
  if (!found) throw new Error('the build has no learner');
  return found;
}

/**
 * The shipped worker learns from all judgements of the active workspace, and is asked about posts. Processor time beside what the clock says,
 * which on a busy machine tells most of the others: of the whole page with its worker, and of the page's own thread.
 */
export async function measureLearning(launched: Launched, extension: string, times: number): Promise<void> {
  const page = await launched.context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(launched.address('welcome.html'));
  await page.evaluate(
    (address) => {
      const learner = new Worker(address, { type: 'module' });
      const say = (what: object) =>
        new Promise<unknown>((resolve, reject) => {
          learner.onmessage = ({ data }) => ('failed' in data ? reject(new Error(data.failed)) : resolve(data.said));
          learner.onerror = ({ message }) => reject(new Error(message));
          learner.postMessage({ id: 0, ask: what });
        });
      Object.assign(globalThis, { ask: say });
    },
    launched.address(await workerOf(extension)),
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const used = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => 1_000 * metrics.find((metric) => metric.name === name)!.value;
    return { all: of('ProcessTime'), own: of('ThreadTime') };
  };

  const learned: { clock: number; all: number; own: number; examples: number }[] = [];
  for (let time = 0; time <= times; time++) {
    const before = await used();
    const { clock, examples } = await page.evaluate(async () => {
      const begun = performance.now();
      const said = await ask({ do: 'learn', workspace: 'main' });
      return { clock: performance.now() - begun, examples: Number(said) };
    });
    const after = await used();
    learned.push({ clock, examples, all: after.all - before.all, own: after.own - before.own });
  }
  const asked = await page.evaluate(async () => {
    const clocks: number[] = [];
    for (let at = 0; at < 200; at++) {
      const begun = performance.now();
      await ask({ do: 'suggest', post: { text: `kalo vishi gramiarten ${at} misu noraelra`, brand: { id: 'a', kind: 'own' } } });
      clocks.push(performance.now() - begun);
    }
    return clocks;
  });
  await page.close();

  const [first, ...others] = learned;
  const of = ` ${first!.examples} judgements`;
  const median = (name: 'clock' | 'all' | 'own') =>
    quantile(
      others.map((one) => one[name]),
      0.5,
    );
  report(`learn: worker started,${of} read and learned`, first!.clock, 'ms', 1);
  report(`learn:${of} read and learned again, by the clock`, median('clock'), 'ms', times);
  reportBelow(1_000, `learn:${of} read and learned again, processor time`, median('all'), 'ms', times);
  report('learn: of it on the page’s own thread', median('own'), 'ms', times);
  report('learn: asking about a post', quantile(asked, 0.5), 'ms', asked.length);
}
