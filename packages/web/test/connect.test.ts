// How the page comes back to its node. The clock is the test's own; the node is a client behind
// the port, so that its slowness is exact.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloorClient } from '@parley/client';
import { accept, Session } from '@parley/protocol';
import { holdConnection } from '../src/floor/connect.ts';
import { floorStore } from '../src/floor/floor-store.ts';

const SESSION = Session.parse({
  line: `line-${'ab'.repeat(8)}`,
  party: 'coalition',
  members: [
    { party: 'coalition', name: 'Coalition' },
    { party: 'russia', name: 'Russia' },
  ],
  seat: { name: 'Watch', role: 'watch' },
  nowMs: 1_474_117_200_000,
  replay: false,
});

test('after a long silence an attempt has all its time', async () => {
  // The node was away for a minute. It answers, and its first event takes the page three looks at
  // the clock, which is more than one turn of the page's own watch.
  let count = 0;
  const looks = (): number => count;
  let steadyMs = 0;
  const clock = (): number => {
    count += 1;
    return steadyMs;
  };
  const store = floorStore(
    SESSION,
    () => steadyMs,
    (run) => run(),
  );
  const over = new AbortController();
  let attempts = 0;
  const client: FloorClient = {
    call: async () => accept(SESSION as never),
    events: async function* (_after, signal) {
      attempts += 1;
      if (attempts === 1) {
        steadyMs += 60_000;
        throw new TypeError('connection refused');
      }
      if (attempts > 2) over.abort();
      for (const seen = looks(); looks() < seen + 3; await oneTick()) signal.throwIfAborted();
      signal.throwIfAborted();
      yield {
        position: undefined,
        event: { name: 'alive', value: { nowMs: SESSION.nowMs + 60_000, clockRate: 1 } },
      };
      over.abort();
    },
  };
  const signedOut = (): void => assert.fail('the node knows this seat');
  await holdConnection({ client, store, steadyMs: clock, signal: over.signal, signedOut });
  assert.equal(attempts, 2);
  assert.deepEqual(store.floor.get().connection, { state: 'live' });
});

function oneTick(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 10);
  });
}
