/** The three catalogues say the same things, with the same blanks, each in its own spelling. */
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

type Messages = Map<string, { forms: Record<string, string>; blanks: string[] }>;

const blanksIn = (words: string) => words.match(/\$\d|\{\w+\}/g) ?? [];

async function catalogue(language: string): Promise<Messages> {
  const parsed = await parseMessagesFile(new URL(`../../lib/i18n/locales/${language}.yml`, import.meta.url).pathname);
  return new Map(
    parsed.map((message) => {
      const forms: Record<string, string> = message.type === 'plural' ? { ...message.plurals } : { n: message.message };
      return [message.key.join('.'), { forms, blanks: [...new Set(Object.values(forms).flatMap(blanksIn))].sort() }] as const;
    }),
  );
}

const english = await catalogue('en');

describe.each(['fr', 'id'])('%s', async (language) => {
  const messages = await catalogue(language);

  test('has every message, and none besides', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has the same blanks in each', () => {
    const wrong = [...messages].filter(([key, { blanks }]) => `${blanks}` !== `${english.get(key)?.blanks}`);
    expect(wrong.map(([key, { blanks }]) => `${key}: ${blanks} for ${english.get(key)?.blanks}`)).toEqual([]);
  });

  test('names itself', () => {
    expect(messages.get('locale')?.forms['n']).toBe(language);
  });
});

describe('French', async () => {
  const french = [...(await catalogue('fr'))].flatMap(([key, { forms }]) => Object.values(forms).map((words) => `${key}: ${words}`));

  test('puts a narrow no-break space before ; : ! ? % and inside « »', () => {
    const wrong = french.filter((line) => / [;:!?%»]|« /.test(line.slice(line.indexOf(': ') + 2)));
    expect(wrong).toEqual([]);
  });
});
