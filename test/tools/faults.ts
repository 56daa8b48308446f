/**
 * npm run faults                        200 rounds of kill -9 at random moments of saving, importing and recounting
 * npm run faults -- --rounds=20 --seed=7
 *
 * Each round takes up the profile that the last one left: what was acknowledged must be there, an import whole or not at all, and the counters
 * as a recount gives them. Killing a process loses nothing that the system already holds: this proves atomicity and acknowledgement, not what a
 * power cut does.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, type Doing, type Known, prepare, start } from './faults/rounds.ts';
import { browserProcess, profileFree } from './kill.ts';
import { buildExtension, insidePage, launchChromium } from './launch.ts';

/** So many rounds share one profile: a recount takes longer the more there is. */
const perProfile = 20;
const doings = ['save', 'import', 'recount'] as const satisfies Doing[];

/** Pseudo-random numbers in [0, 1) from a seed, so that a failure can be looked at again (mulberry32, public domain). */
function randoms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Options {
  /** Folder of the built extension. */
  extension: string;
  rounds: number;
  seed: number;
  say?(line: string): void;
}

export interface FaultReport {
  rounds: number;
  /** Saves and imports that were acknowledged before the browser was killed. */
  acknowledged: number;
  /** Rounds whose work was cut off before its end. */
  cut: number;
  /** What was not as it must be; empty where all was. */
  problems: string[];
}

/** Kills the browser once per round, and looks at what it left at the next start. */
export async function faults({ extension, rounds, seed, say = () => {} }: Options): Promise<FaultReport> {
  const random = randoms(seed);
  const report: FaultReport = { rounds, acknowledged: 0, cut: 0, problems: [] };
  let profile = '';
  let known: Known = { saved: [], imports: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const isLast = round === rounds;
    const isFresh = round % perProfile === 0;
    if (profile) {
      const launched = await launchChromium({ extension, profile });
      const inside = await insidePage(launched);
      const problems = await check(inside, known);
      report.problems.push(...problems.map((words) => `before round ${round}, seed ${seed}: ${words}`));
      if (isLast || isFresh) {
        await launched.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        profile = '';
      } else {
        await cutOff(launched, inside, round);
        continue;
      }
    }
    if (isLast) break;
    profile = await mkdtemp(path.join(os.tmpdir(), 'listening-post-faults-'));
    known = { saved: [], imports: [] };
    const launched = await launchChromium({ extension, profile });
    const inside = await insidePage(launched);
    await prepare(inside);
    await cutOff(launched, inside, round);
  }
  return report;

  async function cutOff(launched: Awaited<ReturnType<typeof launchChromium>>, inside: Awaited<ReturnType<typeof insidePage>>, round: number) {
    const doing = doings[round % doings.length]!;
    const pid = await browserProcess(profile);
    const work = await start(inside, doing, round, known);
    await new Promise((resolve) => setTimeout(resolve, random() * work.longest));
    process.kill(pid, 'SIGKILL');
    await work.ended;
    await launched.close().catch(() => undefined);
    await profileFree(profile);
    report.acknowledged += work.acknowledged();
    if (!work.finished()) report.cut += 1;
    say(`${round + 1}/${rounds} ${doing}: ${work.acknowledged()} acknowledged${work.finished() ? ', ended before the kill' : ''}`);
  }
}

async function main(): Promise<void> {
  const asked = (name: string, otherwise: number) => {
    const at = process.argv.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
    return at < 0 ? otherwise : Number(process.argv[at]!.split('=')[1] ?? process.argv[at + 1]);
  };
  const rounds = asked('rounds', 200);
  const seed = asked('seed', Date.now() % 1_000_000);
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) throw new Error('--rounds and --seed take whole numbers');
  console.log(`Building the extension … (seed ${seed})`);
  const report = await faults({ extension: await buildExtension('e2e'), rounds, seed, say: console.log });
  for (const problem of report.problems) console.log(`LOST: ${problem}`);
  console.log(`${report.rounds} kills, ${report.cut} in the midst of work, ${report.acknowledged} acknowledged, ${report.problems.length} problems`);
  process.exit(report.problems.length > 0 ? 1 : 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
