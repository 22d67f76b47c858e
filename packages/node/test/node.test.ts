import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Notice } from '@parley/protocol';
import { enrolSeat, startPair } from './pair.ts';

const HOUR = 3_600_000;

function notice(nowMs: number, words?: string): Notice {
  return {
    type: 'notice',
    kind: 'air-activity',
    precedence: 'PRIORITY',
    status: 'exercise',
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title: 'Air activity',
    ...(words === undefined ? {} : { words: { text: words, language: 'en' } }),
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: { latE7: 352_600_000, lonE7: 401_500_000 },
          radiusCentimetres: 300_000,
        },
        band: {
          lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
          upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
        },
        window: { startMs: nowMs + HOUR, endMs: nowMs + 2 * HOUR },
      },
    ],
  };
}

test('a notice drafted by one seat and released by another reaches the other party', async (t) => {
  const pair = await startPair();
  t.after(pair.stop);
  const drafter = await enrolSeat(pair.coalition.running, 'Watch 1', 'releaser');
  const releaser = await enrolSeat(pair.coalition.running, 'Duty officer', 'releaser');
  const theirs = await enrolSeat(pair.russia.running, 'Watch A', 'watch');
  const body = notice(Date.now());
  const draft = { state: 'ready' as const, form: '', body };
  const saved = await drafter.client.call('saveDraft', { id: 'aaaaaaaa' }, draft);
  assert.equal(saved.ok, true);

  const own = await drafter.client.call('releaseDraft', { id: 'aaaaaaaa' }, undefined);
  assert.equal(own.ok ? '' : own.refusal.code, 'drafter-may-not-release');

  const released = await releaser.client.call('releaseDraft', { id: 'aaaaaaaa' }, undefined);
  assert.ok(released.ok);
  const { ref } = released.value;
  const row = await theirs.until((event) =>
    event.name === 'entries'
      ? event.value.rows.find(({ party, index }) => party === 'coalition' && index === ref.index)
      : undefined,
  );
  assert.equal(row.leaf, ref.leaf);

  const read = await theirs.client.call('say', {}, { body: { type: 'read', ref } });
  assert.ok(read.ok);
  const readRow = await drafter.until((event) =>
    event.name === 'entries'
      ? event.value.rows.find(({ party, text }) => party === 'russia' && text.includes('"read"'))
      : undefined,
  );
  assert.match(readRow.text, /"releasedBy":"Watch A"/);
});
