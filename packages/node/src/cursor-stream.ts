// A stream that is pulled: it holds a cursor, not a queue, so a slow reader costs no memory and
// never delays the others. What it gives next is asked of the source only when there is room.

export type CursorSource = {
  /** The next piece of text, or undefined when there is nothing to say yet. */
  readonly next: () => string | undefined;
  /** Calls `wake` whenever `next` may have something again; returns how to stop that. */
  readonly subscribe: (wake: () => void) => () => void;
};

/** A byte stream over a source; `closed` is called once when the reader has gone. */
export function cursorStream(source: CursorSource, closed: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let wake = (): void => {};
  const unsubscribe = source.subscribe(() => {
    wake();
  });
  const finish = (): void => {
    unsubscribe();
    closed();
  };
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        controller.enqueue(encoder.encode(await nextText()));
      } catch (error) {
        // A source that cannot say what comes next ends the stream, and hears of nothing more.
        finish();
        throw error;
      }
    },
    cancel: finish,
  });

  async function nextText(): Promise<string> {
    let text = source.next();
    while (text === undefined) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      wake = () => {
        resolve(undefined);
      };
      await promise;
      text = source.next();
    }
    return text;
  }
}
