/** Bytes into lines. A line is decoded by itself, so that one in a wrong encoding spoils no other. */
import { limits } from './format.ts';

/** `text` is null where it cannot be read, and `why` says so. */
export interface Line {
  /** From 1. */
  line: number;
  text: string | null;
  why: string;
}

const newline = 10;
const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(line: number, bytes: Uint8Array): Line | null {
  if (bytes.length > 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)))
    return { line, text: null, why: 'written in UTF-16, not in UTF-8' };
  try {
    const text = decoder.decode(bytes).trim();
    return text === '' ? null : { line, text, why: '' };
  } catch {
    return { line, text: null, why: 'not in UTF-8' };
  }
}

/** Cuts at LF. Empty lines are nothing; one over the limit is dropped as it comes, and named. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let line = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (): Line | null => {
    const read = length > limits.line ? { line, text: null, why: `longer than ${limits.line} bytes` } : decode(line, join(held, length));
    held = [];
    length = 0;
    line += 1;
    return read;
  };
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.length; ) {
      const end = chunk.indexOf(newline, from);
      const part = chunk.subarray(from, end < 0 ? chunk.length : end);
      length += part.length;
      if (length > limits.line) held = [];
      else if (part.length > 0) held.push(part);
      if (end < 0) break;
      const read = take();
      if (read) yield read;
      from = end + 1;
    }
  }
  const read = length > 0 ? take() : null;
  if (read) yield read;
}

function join(parts: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
