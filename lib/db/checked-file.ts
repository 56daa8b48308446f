/** A file that is written under another name, read back, and only then named as what it is: a crash never leaves half of one. */
import { unfinishedName } from '../core/rotation.ts';

/** What was read back is not what was written. */
class NotVerified extends Error {
  override name = 'NotVerified';
}

/** Hashes are made of so many bytes at a time, so that a large file is never whole in memory. */
const block = 1 << 20;

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
}

/** Passes bytes on, and notes SHA-256 of each MiB of them. */
function hashing(hashes: string[]): TransformStream<Uint8Array, Uint8Array> {
  const held = new Uint8Array(block);
  let length = 0;
  return new TransformStream({
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + block - length);
        held.set(part, length);
        length += part.length;
        at += part.length;
        if (length === block) {
          hashes.push(await digest(held));
          length = 0;
        }
      }
      controller.enqueue(chunk);
    },
    async flush() {
      if (length > 0) hashes.push(await digest(held.slice(0, length)));
    },
  });
}

async function verify(file: File, hashes: readonly string[]): Promise<void> {
  if (Math.ceil(file.size / block) !== hashes.length) throw new NotVerified(`${file.name} is not as long as what was written`);
  for (const [index, hash] of hashes.entries()) {
    const bytes = new Uint8Array(await file.slice(index * block, (index + 1) * block).arrayBuffer());
    if ((await digest(bytes)) !== hash) throw new NotVerified(`${file.name} does not hold what was written`);
  }
}

/** In no type yet; Chromium has it, for some kinds of folders. */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

async function rename(folder: FileSystemDirectoryHandle, from: Movable, name: string): Promise<void> {
  try {
    if (from.move) {
      await from.move(name);
      return;
    }
  } catch {
    // This folder's kind does not rename: it is copied, which shows under its name only when the copy is complete.
  }
  const copy = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await (await from.getFile()).stream().pipeTo(copy);
  await folder.removeEntry(from.name);
}

/**
 * Writes a file into a folder.
 * @param write fills the sink, and closes it.
 * @returns its size in bytes.
 * @throws NotVerified where the disk gives back something else; whatever `write` or the folder throws. Nothing of that name is there then.
 */
export async function writeChecked(
  folder: FileSystemDirectoryHandle,
  name: string,
  write: (sink: WritableStream<Uint8Array>) => Promise<unknown>,
): Promise<number> {
  const temporary = unfinishedName(name);
  const handle = await folder.getFileHandle(temporary, { create: true });
  const hashes: string[] = [];
  try {
    const { readable, writable } = hashing(hashes);
    const written = readable.pipeTo((await handle.createWritable()) as unknown as WritableStream<Uint8Array>);
    await Promise.all([write(writable), written]);
    await verify(await handle.getFile(), hashes);
    await rename(folder, handle, name);
    const file = await (await folder.getFileHandle(name)).getFile();
    await verify(file, hashes);
    return file.size;
  } catch (error) {
    for (const left of [temporary, name]) await folder.removeEntry(left).catch(() => undefined);
    throw error;
  }
}
