/** A folder in memory, as the browser gives one, that can be made to fail. */
export interface Failing {
  /** Bytes are changed on their way to the disk. */
  spoils?: boolean;
  /** Nothing more goes in after so many bytes. */
  room?: number;
  /** The folder's kind cannot rename. */
  still?: boolean;
  /** The browser dies before a written file is named. */
  dies?: boolean;
  /** The browser dies before a file of this name holds all its bytes. */
  diesWriting?: string;
  /** Set where it died. */
  dead?: boolean;
}

function die(failing: Failing): Promise<never> {
  failing.dead = true;
  return new Promise(() => {});
}

export function memoryFolder(failing: Failing = {}) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const handle = (name: string) => ({
    kind: 'file' as const,
    name,
    getFile: async () => new File([files.get(name)!], name),
    async createWritable() {
      let parts: Uint8Array[] = [];
      let size = 0;
      return new WritableStream<Uint8Array>({
        write(chunk) {
          size += chunk.length;
          if (failing.room !== undefined && size > failing.room) throw new DOMException('no room', 'QuotaExceededError');
          parts.push(chunk);
        },
        async close() {
          if (failing.diesWriting === name) await die(failing);
          const whole = new Uint8Array(Buffer.concat(parts));
          if (failing.spoils && whole.length > 0) whole[whole.length >> 1]! ^= 1;
          files.set(name, whole);
          parts = [];
        },
      });
    },
    async move(to: string) {
      if (failing.dies) await die(failing);
      if (failing.still) throw new DOMException('not here', 'NotSupportedError');
      files.set(to, files.get(name)!);
      files.delete(name);
    },
  });
  const folder = {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name)) {
        if (!create) throw new DOMException(name, 'NotFoundError');
        files.set(name, new Uint8Array());
      }
      return handle(name);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw new DOMException(name, 'NotFoundError');
    },
    async *keys() {
      yield* files.keys();
    },
    async *values() {
      for (const name of files.keys()) yield handle(name);
    },
  };
  return { files, folder: folder as unknown as FileSystemDirectoryHandle };
}
