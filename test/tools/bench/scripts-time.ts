/**
 * Time that the extension's own scripts take in a page, measured in two ways at once: the engine's samples tell how much of it is in our functions
 * and how much in what these call; the browser's trace gives every single callback exactly, and what it took of the processor, which other programs
 * on the machine do not add to.
 */
import type { CDPSession, Page } from 'playwright-core';

/** Every so many microseconds the profiler looks at what is running. */
const samplingInterval = 200;

/** All times in milliseconds. */
export interface ScriptTime {
  /** From the profiler's start to its end. */
  duration: number;
  /** Sampled: in functions of our files. */
  own: number;
  /** Sampled: the same and all that these called, the browser's own functions above all. */
  whole: number;
  /** Traced: each time the browser called into our files, until ours had returned; garbage collected meanwhile included. */
  callbacks: Callback[];
}

interface Callback {
  /** By the clock; longer where another program had the processor. */
  clock: number;
  /** Of the processor. */
  processor: number;
}

type Profile = Awaited<ReturnType<typeof stopProfiler>>;
const stopProfiler = async (session: CDPSession) => (await session.send('Profiler.stop')).profile;

function sumSamples({ nodes, samples = [], timeDeltas = [], startTime, endTime }: Profile, origin: string): Omit<ScriptTime, 'callbacks'> {
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const ours = new Set(nodes.flatMap(({ id, callFrame }) => (callFrame.url.startsWith(origin) ? id : [])));
  const below = new Set(ours);
  // A node comes after the one that called it.
  for (const { id } of nodes) if (below.has(parentOf.get(id) ?? 0)) below.add(id);
  // A delta is the time before its sample.
  const sum = (among: ReadonlySet<number>) =>
    samples.reduce((time, id, index) => (among.has(id) ? time + (timeDeltas[index + 1] ?? 0) : time), 0) / 1000;
  return { duration: (endTime - startTime) / 1000, own: sum(ours), whole: sum(below) };
}

interface TraceEvent {
  name: string;
  tid: number;
  /** Begin and length in microseconds, and how much of it on the processor. */
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
}

/**
 * Calls into our files, and runs of the microtask queue, where answers from the background arrive: the page measured must have no promises of its
 * own. A call within another is part of it.
 */
function callbacksIn(trace: Buffer, origin: string): Callback[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const calls = traceEvents.filter(({ name }) => name === 'FunctionCall');
  const isOurs = ({ args }: TraceEvent) => args.data?.url?.startsWith(origin) === true;
  const main = calls.find(isOurs)?.tid;
  const queues = traceEvents.filter(({ name, tid }) => name === 'RunMicrotasks' && tid === main);
  const found: Callback[] = [];
  let end = 0;
  for (const { ts, dur = 0, tdur = 0 } of [...calls.filter(isOurs), ...queues].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (ts < end) continue;
    end = ts + dur;
    found.push({ clock: dur / 1000, processor: tdur / 1000 });
  }
  return found;
}

/** Watches our scripts in a page while something is done there. `origin`: what their addresses begin with. */
export async function timeScripts(page: Page, origin: string, work: () => Promise<void>): Promise<ScriptTime> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this browser gives no trace');
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: samplingInterval });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] });
  await session.send('Profiler.start');
  await work();
  const profile = await stopProfiler(session);
  const trace = await browser.stopTracing();
  await session.detach();
  return { ...sumSamples(profile, origin), callbacks: callbacksIn(trace, origin) };
}
