// Server-sent events, read incrementally (WHATWG HTML, section 9.2): id, event, data lines.

export type StreamEvent = {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
};

/** Characters of one event that is still arriving; more is a fault of the sender. */
export const EVENT_LENGTH_MAX = 16_777_216;

/** A reader that is fed text as it comes and gives the events completed by it. Throws RangeError
 * when one event grows over EVENT_LENGTH_MAX. */
export function eventReader(): (text: string) => StreamEvent[] {
  let rest = '';
  return (text) => {
    // The end of an event may be cut in two; nothing before it is searched a second time.
    let end = rest.length === 0 ? 0 : rest.length - 1;
    rest += text;
    const events: StreamEvent[] = [];
    for (end = rest.indexOf('\n\n', end); end >= 0; end = rest.indexOf('\n\n')) {
      const event = eventOf(rest.slice(0, end));
      if (event !== undefined) events.push(event);
      rest = rest.slice(end + 2);
    }
    if (rest.length > EVENT_LENGTH_MAX) throw new RangeError('an event is too long');
    return events;
  };
}

/** One event as it is written to a stream. `data` must hold no line break. */
export function writeEvent(event: StreamEvent): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.event}\ndata: ${event.data}\n\n`;
}

/** The events of a response body, until it ends or is cut. */
export async function* responseEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamEvent> {
  const read = eventReader();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* read(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel();
  }
}

function eventOf(block: string): StreamEvent | undefined {
  let id: string | undefined;
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'id') id = value;
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { id, event, data: data.join('\n') };
}
