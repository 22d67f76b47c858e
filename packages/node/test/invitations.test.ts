// How long a link to a seat works, and by whose clock.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { settableClock } from '../src/clock.ts';
import { nodeSeats } from '../src/seats.ts';
import { openSqliteStore } from '../src/sqlite-store.ts';
import { startPair } from './pair.ts';

const DAY_MS = 86_400_000;
// 2015-09-05 17:00:00Z.
const CASE_MS = 1_441_472_400_000;

test('a link is good for a day less a millisecond', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-invitations-'));
  const store = openSqliteStore(join(folder, 'store.sqlite'));
  let nowMs = CASE_MS;
  const seats = nodeSeats(store, { nowMs: () => nowMs }, () => undefined);
  const [early, late] = [seats.invite({ role: 'watch' }), seats.invite({ role: 'watch' })];
  assert.ok(early.ok && late.ok);
  assert.equal(early.value.expiresMs, CASE_MS + DAY_MS);
  nowMs = CASE_MS + DAY_MS - 1;
  assert.ok(seats.enrol(early.value.token, 'Watch 1').ok);
  nowMs += 1;
  const refused = seats.enrol(late.value.token, 'Watch 2');
  assert.equal(refused.ok ? 'taken' : refused.refusal.code, 'link-used');
  store.close();
  rmSync(folder, { recursive: true });
});

test('a case that is replayed over weeks does not use up the links to its floors', async () => {
  const clock = settableClock({ startMs: CASE_MS, anchorMs: Date.now(), rate: 1 });
  const pair = await startPair({ clocks: { coalition: clock } });
  try {
    const link = pair.coalition.running.seatLink('watch');
    clock.set({ startMs: CASE_MS + 30 * DAY_MS, anchorMs: Date.now(), rate: 1 });
    const body = JSON.stringify({ token: new URL(link).hash.slice(1), name: 'Watch 1' });
    const answer = await fetch(`${pair.coalition.running.floorOrigin}/enrol`, {
      method: 'POST',
      body,
    });
    assert.equal(answer.status, 200);
  } finally {
    await pair.stop();
  }
});
