/** What an automatic backup is as a file; the one place that knows. One JSON value: the background that writes it loads no ZIP library. */
import { toBase64 } from '../core/base64.ts';
import type { Picture } from '../core/records.ts';
import { allRecords } from './backup.ts';
import type { Store } from './store.ts';

/** Of the file's name. */
export const backupExtension = 'json';
export const backupType = 'application/json';

/** A row whose bytes were spoilt underneath keeps no other from being backed up; its hash tells that it is not what it was. */
const filed = ({ bytes, ...picture }: Picture) => ({ ...picture, bytes: bytes instanceof Uint8Array ? toBase64(bytes) : '' });

/** Writes everything the workspace holds, and closes the sink. */
export async function writeBackup(store: Store, sink: WritableStream<Uint8Array>): Promise<void> {
  const { pictures, ...rest } = await allRecords(store);
  const file = { format: 'listening-post/1', workspace: store.workspace, ...rest, pictures: pictures.map(filed) };
  const writer = sink.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(file)));
  await writer.close();
}
