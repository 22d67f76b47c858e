// The client against a real HTTP server that answers as a node does, and as a node never would.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { problemOf, refuse } from '@parley/protocol';
import { floorClient, writeEvent } from '../src/index.ts';
import type { FloorClient } from '../src/index.ts';

type Asked = { method: string; url: string; type: string | undefined; body: string };

let server: Server;
let client: FloorClient;
let base: string;
let asked: Asked[] = [];
let answer: (response: ServerResponse) => void = () => undefined;

before(async () => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await take(request);
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, type: headers['content-type'], body });
    answer(response);
  };
  server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = floorClient({ fetch: globalThis.fetch, base, seat: 'abc' });
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

async function take(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function sends(status: number, type: string, body: string): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
}

function sendsJson(value: unknown, status = 200): (response: ServerResponse) => void {
  return sends(status, 'application/json', JSON.stringify(value));
}

const LEAF = '0'.repeat(64);
const REF = { party: 'north', index: 4, leaf: LEAF };

test('a call goes to the path of its route with its body as JSON', async () => {
  answer = sendsJson({ ref: REF });
  const outcome = await client.call('say', {}, { body: { type: 'line-check' } });
  assert.deepEqual(outcome, { ok: true, value: { ref: REF } });
  assert.deepEqual(asked, [
    {
      method: 'POST',
      url: '/seat/abc/api/say',
      type: 'application/json',
      body: '{"body":{"type":"line-check"}}',
    },
  ]);
});

test('a call without a body sends none', async () => {
  answer = sendsJson({ seats: [] });
  assert.deepEqual(await client.call('seats', {}, undefined), { ok: true, value: { seats: [] } });
  assert.deepEqual(asked, [
    { method: 'GET', url: '/seat/abc/api/seats', type: undefined, body: '' },
  ]);
});

test('the parts of a path are encoded, so that none can leave its place', async () => {
  answer = sendsJson({});
  await client.call('deleteDraft', { id: '../../x?y#z' }, undefined);
  assert.equal(asked[0]?.url, '/seat/abc/api/drafts/..%2F..%2Fx%3Fy%23z');
  assert.equal(asked[0]?.method, 'DELETE');
});

test('a text route gives its text as it is', async () => {
  answer = sends(200, 'text/plain', '{"parley":"record"}\n');
  const outcome = await client.call('exportRecord', { party: 'north' }, undefined);
  assert.deepEqual(outcome, { ok: true, value: '{"parley":"record"}\n' });
  assert.equal(asked[0]?.url, '/seat/abc/api/records/north/export');
});

test('a refusal of the node is a value', async () => {
  const { refusal } = refuse('geometry', 'volumes[0].band', 'lower above upper', 'the reverse');
  const problem = problemOf(refusal);
  answer = sends(problem.status, 'application/problem+json', JSON.stringify(problem));
  const outcome = await client.call('say', {}, { body: { type: 'line-check' } });
  assert.deepEqual(outcome, { ok: false, refusal });
});

for (const [why, body] of [
  ['a page of something between us and the node', '<html>Bad gateway</html>'],
  ['JSON of another kind', '{"error":"no"}'],
  ['a code that is none', '{"code":"constructor","field":"","fault":"","right":""}'],
  ['null', 'null'],
  ['a refusal that lacks its words', '{"code":"gap"}'],
] as const) {
  test(`${why} is refused as malformed, with the status`, async () => {
    answer = sends(502, 'text/html', body);
    const outcome = await client.call('seats', {}, undefined);
    assert(!outcome.ok);
    assert.equal(outcome.refusal.code, 'malformed');
    assert.match(outcome.refusal.fault, /^the answer was 502 /);
  });
}

test('an answer that breaks its schema is a bug and rejects', async () => {
  answer = sendsJson({ ref: { ...REF, leaf: 'short' } });
  await assert.rejects(client.call('say', {}, { body: { type: 'line-check' } }), /64 lower-case/);
});

test('a network failure rejects', async () => {
  answer = (response) => {
    response.destroy();
  };
  await assert.rejects(client.call('seats', {}, undefined), TypeError);
});

test('the stream begins after a position and gives each event with its own', async () => {
  const row = { party: 'north', index: 0, leaf: LEAF, text: '{}' };
  answer = sends(
    200,
    'text/event-stream',
    [
      { id: '13', event: 'entries', data: JSON.stringify({ rows: [row] }) },
      { id: undefined, event: 'caughtUp', data: '{"position":13}' },
      { id: undefined, event: 'of-a-later-version', data: 'whatever' },
      { id: undefined, event: 'alive', data: '{"nowMs":5,"clockRate":1}' },
    ]
      .map(writeEvent)
      .join(''),
  );
  const events = await Array.fromAsync(client.events(12, new AbortController().signal));
  assert.equal(asked[0]?.url, '/seat/abc/api/stream?after=12');
  assert.deepEqual(events, [
    { position: 13, event: { name: 'entries', value: { rows: [row] } } },
    { position: undefined, event: { name: 'caughtUp', value: { position: 13 } } },
    { position: undefined, event: { name: 'alive', value: { nowMs: 5, clockRate: 1 } } },
  ]);
});

test('a stream event that breaks its schema is a bug and rejects', async () => {
  answer = sends(
    200,
    'text/event-stream',
    writeEvent({ id: undefined, event: 'caughtUp', data: '{"position":-1}' }),
  );
  await assert.rejects(Array.fromAsync(client.events(0, new AbortController().signal)));
});

test('a stream that the node refuses is empty', async () => {
  const { refusal } = refuse('not-signed-in', '', 'no session of this seat', '');
  answer = sendsJson(problemOf(refusal), 401);
  assert.deepEqual(await Array.fromAsync(client.events(0, new AbortController().signal)), []);
});

test('an aborted stream ends by rejecting, and the connection closes', async () => {
  const abort = new AbortController();
  const closed = Promise.withResolvers<undefined>();
  answer = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(writeEvent({ id: undefined, event: 'caughtUp', data: '{"position":0}' }));
    response.on('close', () => {
      closed.resolve(undefined);
    });
  };
  await assert.rejects(
    async () => {
      for await (const { event } of client.events(0, abort.signal)) {
        assert.equal(event.name, 'caughtUp');
        abort.abort();
      }
    },
    { name: 'AbortError' },
  );
  await closed.promise;
});
