// Server-sent events as the reader takes them: whole, in pieces, hostile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_LENGTH_MAX, eventReader, responseEvents, writeEvent } from '../src/index.ts';
import type { StreamEvent } from '../src/index.ts';

const TEXT =
  ': a comment\n\n' +
  'id: 7\nevent: entries\ndata: {"rows":[]}\n\n' +
  'data:first\ndata:  second\nretry: 5\nnonsense\n\n' +
  'event: empty\n\n' +
  'id:\nevent: ar\ndata: دير الزور 🛩\n\n';

const EVENTS: readonly StreamEvent[] = [
  { id: '7', event: 'entries', data: '{"rows":[]}' },
  { id: undefined, event: 'message', data: 'first\n second' },
  { id: '', event: 'ar', data: 'دير الزور 🛩' },
];

function streamOf(...pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces);
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
  return Array.fromAsync(responseEvents(stream));
}

test('id, event and data are read; comments, other fields and events without data are not', () => {
  assert.deepEqual(eventReader()(TEXT), EVENTS);
});

test('the events are the same wherever the bytes are cut in two', async () => {
  const bytes = new TextEncoder().encode(TEXT);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const events = await collected(streamOf(bytes.slice(0, cut), bytes.slice(cut)));
    assert.deepEqual(events, EVENTS, `cut at ${cut}`);
  }
});

test('the events are the same when every byte comes alone', async () => {
  const bytes = new TextEncoder().encode(TEXT);
  assert.deepEqual(
    await collected(streamOf(...[...bytes].map((byte) => Uint8Array.of(byte)))),
    EVENTS,
  );
});

test('an event that is not ended is not given', async () => {
  const bytes = new TextEncoder().encode('data: whole\n\ndata: cut off\n');
  assert.deepEqual(
    (await collected(streamOf(bytes))).map(({ data }) => data),
    ['whole'],
  );
});

test('CRLF does not end a line: no node writes it', () => {
  assert.deepEqual(eventReader()('data: x\r\n\r\n'), []);
});

test('what is written is read back', () => {
  const events = [
    { id: '12', event: 'batch', data: '{"firstIndex":0}' },
    { id: undefined, event: 'heartbeat', data: ' begins with a space: and has a colon' },
  ];
  assert.equal(events.map(writeEvent)[0], 'id: 12\nevent: batch\ndata: {"firstIndex":0}\n\n');
  assert.deepEqual(eventReader()(events.map(writeEvent).join('')), events);
});

test('an event that grows over the limit is thrown at, not gathered for ever', () => {
  const read = eventReader();
  const piece = 'x'.repeat(EVENT_LENGTH_MAX / 4);
  read('data: ');
  for (let count = 0; count < 3; count++) assert.deepEqual(read(piece), []);
  assert.throws(() => read(piece), RangeError);
});

test('an event over the limit that comes in one piece with its end is refused too', () => {
  const piece = `data: ${'x'.repeat(EVENT_LENGTH_MAX)}\n\n`;
  assert.throws(() => eventReader()(piece), RangeError);
});

test('many events that are over the limit together are read', () => {
  const piece = `data: ${'x'.repeat(EVENT_LENGTH_MAX / 2)}\n\n`;
  assert.equal(eventReader()(piece.repeat(3)).length, 3);
});

test('a reader that stops lets go of the stream', async () => {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new TextEncoder().encode('data: again\n\n'));
    },
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const { data } of responseEvents(stream)) {
    assert.equal(data, 'again');
    break;
  }
  assert.equal(cancelled, true);
});
