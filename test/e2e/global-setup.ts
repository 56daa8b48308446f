/** Builds once, for all test files that drive a browser: as released, and with hosts granted at install so that no prompt stands in the way. */
import type { TestProject } from 'vitest/node';
import { buildExtension } from '../tools/launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders of the built extension. */
    release: string;
    releaseFirefox: string;
    granted: string;
    grantedFirefox: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<void> {
  provide('release', await buildExtension('production'));
  provide('releaseFirefox', await buildExtension('production', 'firefox'));
  provide('granted', await buildExtension('e2e'));
  provide('grantedFirefox', await buildExtension('e2e', 'firefox'));
}
