/** ZIPs in memory, made and opened again by tests. */
import { chunks, stream } from '../../lib/db/bundle/streams.ts';
import { Reader, ZipReader, ZipWriter } from '../../lib/db/bundle/zip.ts';

const encoder = new TextEncoder();

export type Files = [name: string, content: string | Uint8Array][];

export async function unzip(file: Blob): Promise<[name: string, text: string][]> {
  class Source extends Reader<Blob> {
    override size = file.size;
    override readUint8Array = async (from: number, length: number) => new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  }
  const files: [string, string][] = [];
  for await (const entry of new ZipReader(new Source(file)).getEntriesGenerator()) {
    if (entry.directory) continue;
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of chunks(readable, entry.getData(writable))) text += decoder.decode(chunk, { stream: true });
    files.push([entry.filename, text]);
  }
  return files;
}

export async function zip(files: Files): Promise<Blob> {
  const parts: BlobPart[] = [];
  const writer = new ZipWriter(new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) }));
  for (const [name, content] of files) {
    async function* one() {
      yield typeof content === 'string' ? encoder.encode(content) : content;
    }
    await writer.add(name, stream(one()));
  }
  await writer.close();
  return new Blob(parts);
}
