/** The two command lines by which learner and scorer are tried on posts of one's own: what they print, and what they say of bad input. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'command-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

function run(tool: string, ...args: string[]) {
  const script = path.join(import.meta.dirname, '../tools', `${tool}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const jsonLines = (values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const examples = Array.from({ length: 10 }, (_, index) => [
  { text: `the parcel came late, day ${index}`, label: 'W' },
  { text: `a wonderful cup of espresso, number ${index}`, label: 'S' },
]).flat();

describe('sentiment', () => {
  test('prints a line for each line, also for empty ones, whatever ends them', () => {
    const { status, stdout } = run('sentiment', file('posts.txt', 'I love it\r\n\r\nThe shop opens on Monday\nC’est nul\n\nmantap banget'));
    expect(stdout).toBe('positive\nneutral\nneutral\nnegative\nneutral\npositive\n');
    expect(status).toBe(0);
  });
  test('prints nothing for an empty file, and its usage without one', () => {
    expect(run('sentiment', file('empty.txt', '')).stdout).toBe('');
    expect(run('sentiment')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('usage') });
  });
});

describe('learn', () => {
  const train = file('train.jsonl', jsonLines(examples));

  test('prints label, confidence and words for each text, in order', () => {
    const asked = file('asked.jsonl', jsonLines([{ text: 'such an espresso', label: 'S' }, { text: 'where is my parcel' }, { text: '' }]));
    const { status, stdout } = run('learn', train, asked);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { label: string; confidence: number; words: string[] });
    expect(answers.map(({ label }) => label).slice(0, 2)).toEqual(['S', 'W']);
    expect(answers).toHaveLength(3);
    expect(answers[0]!.words).toContain('espresso');
    expect(answers[1]!.words).toContain('parcel');
    expect(answers[2]!.words).toEqual([]);
    for (const { confidence } of answers) expect(confidence).toBeGreaterThanOrEqual(0.5);
    expect(status).toBe(0);
  });
  test('gives a label back as it was written', () => {
    const numbered = file('numbered.jsonl', jsonLines(examples.map(({ text, label }) => ({ text, label: label === 'S' ? 1 : 0 }))));
    expect(JSON.parse(run('learn', numbered, file('one.jsonl', jsonLines([{ text: 'espresso' }]))).stdout)).toMatchObject({ label: 1 });
  });
  test.each([
    ['{"text": "a", "label": "x"}\nnot json\n', 'line 2 is not JSON'],
    ['{"text": 5, "label": "x"}\n', 'line 1 has no "text" that is a string'],
    ['\n{"text": "a"}\n', 'line 2 has no "label"'],
    ['{"text": "a", "label": "x"}\n{"text": "b", "label": "x"}\n', 'two labels at least'],
    ['', 'two labels at least'],
  ])('names what is wrong: %j', (text, message) => {
    const { status, stdout, stderr } = run('learn', file('bad.jsonl', text), train);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
  test('says that a file is missing, and its usage without files', () => {
    expect(run('learn', train, path.join(folder, 'none.jsonl'))).toMatchObject({ status: 1, stderr: expect.stringContaining('none.jsonl') });
    expect(run('learn')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  });
});
