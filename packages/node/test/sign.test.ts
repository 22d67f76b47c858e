// A new version of the arrangement, proposed, agreed to and signed by two people on each side.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { signingState } from '@parley/engine';
import { DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { Arrangement, Body, Ref } from '@parley/protocol';
import { enrolSeat, startPair } from './pair.ts';
import type { TestNode, TestSeat } from './pair.ts';

const SECOND: Arrangement = { ...DEFAULT_ARRANGEMENT, version: 2, minimumLeadMs: 3_600_000 };

type Seats = { readonly drafter: TestSeat; readonly releaser: TestSeat };

async function seatsOf({ running }: TestNode): Promise<Seats> {
  return {
    drafter: await enrolSeat(running, 'Watch 1', 'commander'),
    releaser: await enrolSeat(running, 'Duty officer', 'commander'),
  };
}

/** Drafted by one seat, refused to it, released by the other. */
async function release({ drafter, releaser }: Seats, id: string, body: Body): Promise<Ref> {
  const saved = await drafter.client.call('saveDraft', { id }, { state: 'ready', form: '', body });
  assert.ok(saved.ok && saved.value.bodyHash !== undefined);
  const { bodyHash } = saved.value;
  const own = await drafter.client.call('releaseDraft', { id }, { bodyHash });
  assert.equal(own.ok ? '' : own.refusal.code, 'drafter-may-not-release');
  const released = await releaser.client.call('releaseDraft', { id }, { bodyHash });
  assert.ok(released.ok, JSON.stringify(released));
  return released.value.ref;
}

async function untilAll(node: TestNode, holds: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(10_000);
  while (!holds()) await once(node.running.runner.events, 'rows', { signal });
}

test('a version is proposed, agreed to, signed by both, in force, and stays so', async (t) => {
  const pair = await startPair();
  t.after(pair.stop);
  const { coalition, russia } = pair;
  const [ours, theirs] = [await seatsOf(coalition), await seatsOf(russia)];
  const picture = (node: TestNode) => node.running.runner.line.picture;
  const version = (node: TestNode): number => picture(node).arrangement?.version ?? 0;

  const ref = await release(ours, 'aaaaaaaa', {
    type: 'proposal',
    matter: 'arrangement',
    precedence: 'ROUTINE',
    status: 'actual',
    title: 'Longer lead',
    answerByMs: Date.now() + 86_400_000,
    arrangement: SECOND,
  });
  await untilAll(russia, () => signingState(picture(russia))[0]?.arrangement.version === 2);
  await release(theirs, 'bbbbbbbb', { type: 'response', ref, result: 'agreed' });
  await release(theirs, 'cccccccc', SECOND);
  await untilAll(coalition, () => signingState(picture(coalition))[0]?.signed.length === 1);
  const [half] = signingState(picture(coalition));
  assert.deepEqual(half?.agreed, ['coalition', 'russia']);
  assert.deepEqual(half?.missing, ['coalition']);
  assert.equal(version(coalition), 1);

  await release(ours, 'dddddddd', SECOND);
  await untilAll(russia, () => version(russia) === 2);
  assert.equal(version(coalition), 2);
  assert.equal(picture(russia).arrangement?.minimumLeadMs, 3_600_000);

  // The pairing file still holds version 1: a node that starts again does not sign it anew.
  await coalition.restart();
  assert.equal(version(coalition), 2);
  assert.equal(
    picture(coalition).arrangements.get(coalition.running.runner.line.self)?.statement.version,
    2,
  );
});
