// Clocks are distrusted: an hour off is shown and stated in receipts, and refuses nothing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { replayClock, systemClock } from '../src/index.ts';
import type { Clock } from '../src/index.ts';
import { enrolSeat, startPair } from './pair.ts';
import { sampleWarning } from './samples.ts';

const HOUR = 3_600_000;

function ahead(ms: number): Clock {
  const clock = systemClock();
  return { ...clock, nowMs: () => clock.nowMs() + ms };
}

test('a warning from a party whose clock is an hour ahead arrives and is answered', async (t) => {
  const pair = await startPair({ clocks: { russia: ahead(HOUR) } });
  t.after(pair.stop);
  const { runner } = pair.coalition.running;
  const ours = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
  const theirs = await enrolSeat(pair.russia.running, 'Watch A', 'watch');
  const signal = AbortSignal.timeout(10_000);
  const measured = (): number | undefined => [...runner.line.liveness.values()][0]?.clockOffsetMs;
  while (measured() === undefined) await once(runner.events, 'heads', { signal });

  const said = await theirs.client.call('say', {}, { body: sampleWarning(Date.now() + HOUR) });
  assert.ok(said.ok);
  const { ref } = said.value;
  const id = `russia/${ref.index}` as const;
  while (!runner.line.picture.objects.has(id)) await once(runner.events, 'rows', { signal });
  const read = await ours.client.call('say', {}, { body: { type: 'read', ref } });
  assert.equal(read.ok, true);

  const health = await ours.until((event) =>
    event.name === 'health' ? event.value.peers[0] : undefined,
  );
  assert.equal(health.clockDisputed, true);
  assert.ok(Math.abs((health.clockOffsetMs ?? 0) - HOUR) < 1_000, `${health.clockOffsetMs}`);
  const receipt = runner.line.picture.objects.get(id)?.ladders.get(runner.line.self)?.received;
  assert.ok(Math.abs((receipt?.clockOffsetMs ?? 0) - HOUR) < 1_000);
});

test('on a node that replays a case nothing can be said for real', async (t) => {
  const startMs = Date.UTC(2016, 8, 17, 12);
  const clock = replayClock(startMs, Date.now(), 1);
  const pair = await startPair({ clocks: { coalition: clock, russia: clock } });
  t.after(pair.stop);
  const seat = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
  const session = await seat.client.call('session', {}, undefined);
  assert.equal(session.ok && session.value.replay, true);
  const actual = { ...sampleWarning(startMs), status: 'actual' as const };
  const refused = await seat.client.call('say', {}, { body: actual });
  assert.equal(refused.ok ? '' : refused.refusal.code, 'replay-not-actual');
  const said = await seat.client.call('say', {}, { body: sampleWarning(startMs) });
  assert.equal(said.ok, true);
});
