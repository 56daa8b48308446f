/** The tour's record: one line per step, screenshots in a folder. A step that fails does not end the tour. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Report {
  folder: string;
  /** Does one thing and prints how it went; a string it returns is said beside its name. */
  step(name: string, work: () => Promise<unknown>): Promise<void>;
  /** Prints the last line; returns how many steps failed. */
  end(): number;
}

/** Starts a tour in an empty folder. */
export async function openReport(): Promise<Report> {
  const folder = fileURLToPath(new URL('../../../.output/tour/', import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let steps = 0;
  let failed = 0;
  return {
    folder: path.resolve(folder),
    async step(name, work) {
      steps += 1;
      try {
        const said = await work();
        console.log(`ok     ${name}${typeof said === 'string' ? `: ${said}` : ''}`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    end() {
      console.log(`tour: ${steps} steps, ${failed} failed`);
      return failed;
    },
  };
}
