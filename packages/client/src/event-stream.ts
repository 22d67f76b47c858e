// Server-sent events, read incrementally (WHATWG HTML, section 9.2): id, event, data lines.
// Lines end in LF, as every node writes them: CRLF and CR, which the standard also knows, do not
// end a line here.

export type StreamEvent = {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
};

/** Characters of one event that is still arriving; more is a fault of the sender. */
export const EVENT_LENGTH_MAX = 16_777_216;

/**
 * A reader that is fed text as it comes and gives the events completed by it. Throws RangeError
 * when one event grows over EVENT_LENGTH_MAX characters.
 */
export function eventReader(): (text: string) => StreamEvent[] {
  let rest = '';
  return (text) => {
    // A long event comes in many pieces: what was searched before is not searched again.
    let from = Math.max(0, rest.length - 1);
    let begin = 0;
    rest += text;
    const events: StreamEvent[] = [];
    for (let end = rest.indexOf('\n\n', from); end >= 0; end = rest.indexOf('\n\n', from)) {
      if (end - begin > EVENT_LENGTH_MAX) throw new RangeError('an event is too long');
      const event = eventOf(rest.slice(begin, end));
      if (event !== undefined) events.push(event);
      begin = end + 2;
      from = begin;
    }
    rest = rest.slice(begin);
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
