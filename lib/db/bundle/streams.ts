/** Streams as generators and back, for Chromium before 124, whose streams are not iterable. */

export function stream(made: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(to) {
      const { done, value } = await made.next();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: (reason) => void made.return(reason),
  });
}

/**
 * What `filling` puts into the stream. Left before its end, the stream is cancelled.
 * @throws what broke the filling, also where that left the stream open.
 */
export async function* chunks(from: ReadableStream<Uint8Array>, filling: Promise<unknown>): AsyncGenerator<Uint8Array> {
  const reader = from.getReader();
  filling.catch(() => reader.cancel().catch(() => undefined));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await filling;
  } finally {
    // After the end there is nothing to cancel, and it says so by doing nothing.
    await reader.cancel().catch(() => undefined);
  }
}
