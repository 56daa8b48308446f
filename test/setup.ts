/** What unit tests have instead of a browser: IndexedDB, extension APIs in memory, and the English messages. */
import 'fake-indexeddb/auto';
import path from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const english = generateChromeMessages(await parseMessagesFile(path.join(import.meta.dirname, '../lib/i18n/locales/en.yml')));

/** As the browser does it: `$1` to `$9` are the substitutions, `$$` is a dollar sign, an unknown name gives ''. */
function getMessage(name: string, substitutions?: string | string[]): string {
  const words = [substitutions ?? []].flat();
  return (english[name]?.message ?? '').replace(/\$(\d|\$)/g, (_, mark: string) => (mark === '$' ? '$' : (words[Number(mark) - 1] ?? '')));
}

// Here too, not only before each test: a module may read a message while it is imported.
Object.assign(fakeBrowser.i18n, { getMessage });
beforeEach(() => fakeBrowser.reset());
