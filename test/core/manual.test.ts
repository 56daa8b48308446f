import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipKeys } from '../../lib/core/clip-id.ts';
import { Draft } from '../../lib/core/draft.ts';
import { heardDraft, readPaste } from '../../lib/core/manual.ts';

describe('what was heard', () => {
  test('is a draft that the store takes, with only what was said of it', () => {
    const draft = heardDraft({ text: ' The lid broke. ', where: 'Phone', who: 'Mrs Adisa', day: '2026-03-04' }, 'one');
    expect(Draft.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      kind: 'manual',
      text: 'The lid broke.',
      author: { name: 'Mrs Adisa', handle: null },
      publishedAt: { instant: '2026-03-04T12:00:00.000Z', precision: 'day' },
      metrics: { likes: null },
    });
  });

  test('by two people in the same words is two mentions; a link pasted twice is one', () => {
    const key = (id: string, url: string | null) => clipKeys(heardDraft({ text: 'Too dear.', url }, id))[0];
    expect(key('one', null)).not.toBe(key('two', null));
    expect(key('one', 'https://forum.example/1')).toBe(key('two', 'https://forum.example/1'));
  });
});

describe('a pasted list', () => {
  test('is one mention a line: links, words, or both; bullets are no words', () => {
    const { lines, refused, repeated } = readPaste(
      '- https://forum.example/t/1\r\n\r\n2) The queue was long.\nhttps://forum.example/t/2. They say it leaks\nThe queue was long.\n',
    );
    expect(lines).toEqual([
      { line: 1, text: '', url: 'https://forum.example/t/1' },
      { line: 3, text: 'The queue was long.', url: null },
      { line: 4, text: 'They say it leaks', url: 'https://forum.example/t/2' },
    ]);
    expect([refused, repeated]).toEqual([[], 1]);
  });

  test('names the lines that hold no web address, or too much', () => {
    expect(readPaste(`javascript:alert(1)\nftp://files.example/a\n${'a'.repeat(20_001)}`).refused).toEqual([
      { line: 1, problem: 'scheme' },
      { line: 2, problem: 'scheme' },
      { line: 3, problem: 'long' },
    ]);
  });

  test('gives drafts that the store takes, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'grapheme' }))), (all) => {
        for (const { text, url } of readPaste(all.join('\n')).lines) Draft.parse(heardDraft({ text, url }, 'id'));
      }),
    );
  });
});
