import { expect, test } from 'vitest';
import { writeChecked } from '../../lib/db/checked-file.ts';
import { memoryFolder } from './folder.ts';

/** Longer than one block, and no multiple of it. */
const bytes = Uint8Array.from({ length: (1 << 20) * 2 + 333 }, (_, at) => (at * 31) % 251);
const write = async (sink: WritableStream<Uint8Array>) => {
  const writer = sink.getWriter();
  for (let at = 0; at < bytes.length; at += 70_000) await writer.write(bytes.slice(at, at + 70_000));
  await writer.close();
};

test.each([{}, { still: true }])('a file is there under its name alone, byte for byte, also where a folder cannot rename (%o)', async (failing) => {
  const { files, folder } = memoryFolder(failing);
  expect(await writeChecked(folder, 'a.json', write)).toBe(bytes.length);
  expect([...files.keys()]).toEqual(['a.json']);
  expect(Buffer.compare(files.get('a.json')!, bytes)).toBe(0);
});

test.each([
  ['a disk that gives back something else', { spoils: true }, 'NotVerified'],
  ['a full disk', { room: 100_000 }, 'QuotaExceededError'],
])('on %s there is no file, and it is said', async (_, failing, name) => {
  const { files, folder } = memoryFolder(failing);
  await expect(writeChecked(folder, 'a.json', write)).rejects.toMatchObject({ name });
  expect([...files.keys()]).toEqual([]);
});

test('a writer that fails leaves nothing', async () => {
  const { files, folder } = memoryFolder();
  const failing = async (sink: WritableStream<Uint8Array>) => {
    const error = new Error('the store went away');
    await sink.abort(error);
    throw error;
  };
  await expect(writeChecked(folder, 'a.json', failing)).rejects.toThrow('the store went away');
  expect([...files.keys()]).toEqual([]);
});

test('killed before it is named, a file is no backup', async () => {
  const { files, folder } = memoryFolder({ dies: true });
  void writeChecked(folder, 'a.json', write);
  await expect.poll(() => files.get('a.json.part')?.length).toBe(bytes.length);
  expect([...files.keys()]).toEqual(['a.json.part']);
});
