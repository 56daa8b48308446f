/** Reads examples, a JSON object a line. What is not one is an error that names file and line. */
import { readFile } from 'node:fs/promises';
import type { Example } from '../../lib/core/learn/learner.ts';
import { linesOf } from './lines.ts';

export class BadLine extends Error {}

function parsed(line: string, place: string): { text: string; label: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLine(`${place} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    throw new BadLine(`${place} has no "text" that is a string`);
  return { text: value.text, label: 'label' in value ? value.label : undefined };
}

async function linesIn(file: string): Promise<{ text: string; label: unknown; place: string }[]> {
  const lines = linesOf(await readFile(file, 'utf8'));
  return lines.flatMap((line, index) => {
    const place = `${file}, line ${index + 1}`;
    return line.trim() ? [{ ...parsed(line, place), place }] : [];
  });
}

/**
 * Examples to learn from, `{text, label}` a line; empty lines are passed over. A number or a truth value is a label too; `labels` gives by its
 * name what stood in the file.
 */
export async function examplesIn(file: string): Promise<{ examples: Example[]; labels: Map<string, unknown> }> {
  const labels = new Map<string, unknown>();
  const examples = (await linesIn(file)).map(({ text, label, place }) => {
    if (!['string', 'number', 'boolean'].includes(typeof label) || label === '') throw new BadLine(`${place} has no "label"`);
    labels.set(String(label), label);
    return { text, label: String(label) };
  });
  return { examples, labels };
}

/** Texts to judge, `{text}` a line; a label beside it is not looked at. */
export const textsIn = async (file: string): Promise<string[]> => (await linesIn(file)).map(({ text }) => text);
