// A node that was restored from an old copy, that spoke after it, or that runs twice: real nodes on
// this machine. What was said is never signed a second time.
import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { readVerifierKey, verifyForkEvidence } from '@parley/ledger';
import { PartyId } from '@parley/protocol';
import { defaultKey, serveNode, systemClock } from '../src/index.ts';
import type { RunningNode } from '../src/index.ts';
import type { StoredFault } from '../src/store.ts';
import { storePath } from '../src/data-folder.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestNode, TestSeat } from './pair.ts';
import { sampleWarning } from './samples.ts';

const COALITION = PartyId.parse('coalition');
const RUSSIA = PartyId.parse('russia');

async function startedPair(t: TestContext): Promise<Pair> {
  const pair = await startPair();
  t.after(async () => {
    await pair.stop();
  });
  return pair;
}

async function say(seat: TestSeat): Promise<number> {
  const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.ok(said.ok, JSON.stringify(said));
  return said.value.ref.index;
}

/** Until a node holds this many entries of a record, cosigned by it. */
async function holds(node: RunningNode, party: PartyId, size: number): Promise<void> {
  const { line, events } = node.runner;
  const held = (): number => line.mirrors.get(party)?.tree.size ?? 0;
  while (held() < size) await once(events, 'rows', { signal: AbortSignal.timeout(20_000) });
}

async function faultOf(node: RunningNode, code: string): Promise<StoredFault> {
  for (;;) {
    const found = node.runner.faults().find((fault) => fault.code === code);
    if (found !== undefined) return found;
    await once(node.runner.events, 'faults', { signal: AbortSignal.timeout(20_000) });
  }
}

function backup(node: TestNode): string {
  const copy = `${node.folder}-backup`;
  cpSync(node.folder, copy, { recursive: true });
  return copy;
}

function restore(node: TestNode, copy: string): void {
  rmSync(node.folder, { recursive: true });
  cpSync(copy, node.folder, { recursive: true });
}

/** A pair where the coalition said three things since the backup that is returned. */
async function afterBackup(t: TestContext): Promise<{ pair: Pair; copy: string; size: number }> {
  const pair = await startedPair(t);
  const { coalition, russia } = pair;
  const seat = await enrolSeat(coalition.running, 'Watch 1', 'releaser');
  await say(seat);
  await coalition.running.stop();
  const copy = backup(coalition);
  await coalition.restart();
  const again = await enrolSeat(coalition.running, 'Watch 2', 'releaser');
  for (let more = 0; more < 3; more += 1) await say(again);
  const { size } = coalition.running.runner.line.own;
  await holds(russia.running, COALITION, size);
  await coalition.running.stop();
  return { pair, copy, size };
}

test('a node restored from an old copy takes back what it had said before it speaks', async (t) => {
  const { pair, copy, size } = await afterBackup(t);
  const { coalition, russia } = pair;
  restore(coalition, copy);
  await coalition.restart();
  const { runner } = coalition.running;
  assert.ok(runner.line.own.size >= size);
  assert.deepEqual(
    runner.line.own.root(size),
    russia.running.runner.line.mirrors.get(COALITION)?.tree.root(size),
  );
  const fault = await faultOf(coalition.running, 'rollback');
  assert.match(fault.sentence, /^this node was restored from an old copy\. It lacked \d+ entries/);
  const seat = await enrolSeat(coalition.running, 'Watch 3', 'releaser');
  const index = await say(seat);
  assert.ok(index >= size);
  await holds(russia.running, COALITION, index + 1);
  assert.deepEqual(
    russia.running.runner.faults().filter(({ code }) => code === 'fork'),
    [],
  );
});

test('it does so too when the other side comes up later', async (t) => {
  const { pair, copy, size } = await afterBackup(t);
  const { coalition, russia } = pair;
  await russia.running.stop();
  restore(coalition, copy);
  await coalition.restart();
  assert.ok(coalition.running.runner.line.own.size < size);
  await russia.restart();
  await faultOf(coalition.running, 'rollback');
  assert.ok(coalition.running.runner.line.own.size >= size);
  const seat = await enrolSeat(coalition.running, 'Watch 3', 'releaser');
  await holds(russia.running, COALITION, (await say(seat)) + 1);
});

test('one that spoke before the other side came up says no more, but hears', async (t) => {
  const { pair, copy } = await afterBackup(t);
  const { coalition, russia } = pair;
  await russia.running.stop();
  restore(coalition, copy);
  await coalition.restart();
  const seat = await enrolSeat(coalition.running, 'Watch 3', 'releaser');
  await say(seat);
  await russia.restart();
  const fork = await faultOf(coalition.running, 'fork');
  assert.equal(fork.party, COALITION);
  const { runner } = coalition.running;
  const key = readVerifierKey(runner.keys.record.vkey);
  assert.ok(key.ok);
  assert.ok(verifyForkEvidence(fork.evidence, key.value).ok, fork.evidence);
  const refused = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.equal(refused.ok ? '' : refused.refusal.code, 'fork');
  const theirs = await enrolSeat(russia.running, 'Watch A', 'releaser');
  const index = await say(theirs);
  const size = runner.line.own.size;
  await holds(coalition.running, RUSSIA, index + 1);
  assert.equal(runner.line.own.size, size, 'no receipt is signed');
});

test('two nodes with the keys of one: the first to hear of it says no more', async (t) => {
  const pair = await startedPair(t);
  const { coalition, russia } = pair;
  await holds(russia.running, COALITION, coalition.running.runner.line.own.size);
  await coalition.running.stop();
  const copy = join(coalition.folder, '../twin');
  cpSync(coalition.folder, copy, { recursive: true });
  // The first runs on, but at an address where the other side does not look for it.
  const first = await serveNode({
    folder: copy,
    key: defaultKey(coalition.folder),
    floorHost: '127.0.0.1',
    floorPort: 0,
    linkHost: '127.0.0.1',
    linkPort: 0,
    pageFolder: '.',
    clock: systemClock(),
    random: () => 0,
  });
  assert.ok(first.ok, JSON.stringify(first));
  t.after(first.value.stop);
  const { runner } = first.value;
  await once(runner.events, 'heard', { signal: AbortSignal.timeout(20_000) });
  await coalition.restart();
  const seat = await enrolSeat(coalition.running, 'Watch 1', 'releaser');
  await holds(russia.running, COALITION, (await say(seat)) + 1);
  const fault = await faultOf(first.value, 'two-nodes');
  assert.match(fault.sentence, /another node runs with our keys/);
  assert.match(fault.evidence, /^coalition\/[0-9a-f]{8}\n\d+\n/);
  const held = await enrolSeat(first.value, 'Watch 2', 'releaser');
  const refused = await held.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.equal(refused.ok ? '' : refused.refusal.code, 'two-nodes');
});

test('a node whose store was lost rejoins as itself, and its witness is retired', async (t) => {
  const pair = await startedPair(t);
  const { coalition, russia } = pair;
  const seat = await enrolSeat(coalition.running, 'Watch 1', 'releaser');
  const theirs = await enrolSeat(russia.running, 'Watch A', 'releaser');
  await holds(russia.running, COALITION, (await say(seat)) + 1);
  await holds(coalition.running, RUSSIA, (await say(theirs)) + 1);
  await coalition.running.stop();
  for (const end of ['', '-wal', '-shm'])
    rmSync(`${storePath(coalition.folder)}${end}`, { force: true });
  await assert.rejects(coalition.restart(), /parley\.db is gone, though this node has run/);
  await russia.running.stop();
  await assert.rejects(coalition.restart(true), /no other member answers/);
  await russia.restart();
  await coalition.restart(true);
  const { runner } = coalition.running;
  const size = russia.running.runner.line.mirrors.get(COALITION)?.tree.size ?? 0;
  assert.ok(size > 1 && runner.line.own.size >= size);
  await holds(coalition.running, RUSSIA, russia.running.runner.line.own.size);
  assert.ok((await faultOf(coalition.running, 'witness-retired')).sentence.length > 0);
  const again = await enrolSeat(coalition.running, 'Watch 2', 'releaser');
  await holds(russia.running, COALITION, (await say(again)) + 1);
  await holds(coalition.running, RUSSIA, (await say(theirs)) + 1);
  assert.equal(runner.store.cosigned(RUSSIA), undefined);
  assert.deepEqual(
    russia.running.runner.faults().map(({ code }) => code),
    [],
  );
  await assert.rejects(coalition.restart(true), /the store of this node is there/);
  await coalition.restart();
});
