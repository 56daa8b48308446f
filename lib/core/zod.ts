/** The only importer of zod. Jitless, because an extension page's CSP forbids `new Function` and would log a violation. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
