import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enrolSeat, startPair } from './pair.ts';
import { sampleNotice } from './samples.ts';

test('a notice drafted by one seat and released by another reaches the other party', async (t) => {
  const pair = await startPair();
  t.after(pair.stop);
  const drafter = await enrolSeat(pair.coalition.running, 'Watch 1', 'releaser');
  const releaser = await enrolSeat(pair.coalition.running, 'Duty officer', 'releaser');
  const theirs = await enrolSeat(pair.russia.running, 'Watch A', 'watch');
  const body = sampleNotice(Date.now());
  const draft = { state: 'ready' as const, form: '', body };
  const saved = await drafter.client.call('saveDraft', { id: 'aaaaaaaa' }, draft);
  assert.ok(saved.ok && saved.value.bodyHash !== undefined);
  const shown = { bodyHash: saved.value.bodyHash };

  const own = await drafter.client.call('releaseDraft', { id: 'aaaaaaaa' }, shown);
  assert.equal(own.ok ? '' : own.refusal.code, 'drafter-may-not-release');

  const released = await releaser.client.call('releaseDraft', { id: 'aaaaaaaa' }, shown);
  assert.ok(released.ok);
  const { ref } = released.value;
  const again = await releaser.client.call('releaseDraft', { id: 'aaaaaaaa' }, shown);
  assert.equal(again.ok ? '' : again.refusal.code, 'not-found', 'it cannot be released twice');
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
