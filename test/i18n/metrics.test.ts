/** A metric's words are found by its id at run time, so no compiler misses them. */
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { metrics } from '../../lib/core/metrics/index.ts';
import { mixIds } from '../../lib/core/mix.ts';

test.each(['en', 'fr', 'id'])('every metric has its words in %s', async (language) => {
  const messages = await parseMessagesFile(new URL(`../../lib/i18n/locales/${language}.yml`, import.meta.url).pathname);
  const keys = new Set(messages.map(({ key }) => key.join('.')));
  const wanted = metrics.flatMap(({ id }) => ['name', 'what', 'formula', 'filled', 'interval', 'source'].map((about) => `metrics.${id}.${about}`));
  wanted.push(...mixIds.flatMap((id) => ['name', 'what', 'source'].map((about) => `metrics.${id}.${about}`)));
  expect(wanted.length).toBeGreaterThanOrEqual(100);
  expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
});
