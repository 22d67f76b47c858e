// Keys that are changed while a line lives: said on the record, used from there on, and no longer
// the old ones.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { signerKey, signNote } from '@parley/ledger';
import { PartyId } from '@parley/protocol';
import { storePath } from '../src/data-folder.ts';
import { auditFolder, defaultKey, openFolder, rotateKey } from '../src/index.ts';
import type { ChangedRole, RunningNode } from '../src/index.ts';
import { entryText, faultOf, hostileRussia, signedRecord } from './hostile-peer.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestNode } from './pair.ts';
import { sampleWarning } from './samples.ts';

const COALITION = PartyId.parse('coalition');
const RUSSIA = PartyId.parse('russia');

async function rotated(
  node: TestNode,
  role: ChangedRole,
  reason: 'rotation' | 'exposed' = 'rotation',
): Promise<string> {
  const folder = openFolder(node.folder);
  assert.ok(folder.ok);
  const keys = await rotateKey(folder.value, defaultKey(node.folder), { role, reason }, Date.now());
  assert.ok(keys.ok, JSON.stringify(keys));
  return keys.value[role].vkey;
}

async function until(node: RunningNode, event: 'heads' | 'rows', holds: () => boolean) {
  const signal = AbortSignal.timeout(20_000);
  while (!holds()) await once(node.runner.events, event, { signal });
}

function keyOf(node: TestNode, party: PartyId, role: ChangedRole): string | undefined {
  return node.running.runner.members.get(party)?.[role].vkey;
}

async function startedPair(t: TestContext): Promise<Pair> {
  const pair = await startPair();
  t.after(pair.stop);
  return pair;
}

/** Until the other side has cosigned all that a node has said. */
async function cosigned({ running }: TestNode, by: PartyId): Promise<void> {
  const { runner } = running;
  await until(running, 'heads', () => {
    return (runner.cosignedBy().get(by)?.size ?? 0) >= runner.line.own.size;
  });
}

test('both keys are changed: the record says so, and the line lives on with them', async (t) => {
  const { coalition, russia } = await startedPair(t);
  const before = keyOf(russia, COALITION, 'witness');
  await coalition.running.stop();
  const witness = await rotated(coalition, 'witness', 'exposed');
  const heartbeat = await rotated(coalition, 'heartbeat');
  assert.notEqual(witness, before);
  await coalition.restart();
  await until(russia.running, 'rows', () => keyOf(russia, COALITION, 'heartbeat') === heartbeat);
  assert.equal(keyOf(russia, COALITION, 'witness'), witness);
  const seat = await enrolSeat(russia.running, 'Watch A', 'releaser');
  assert.ok((await seat.client.call('say', {}, { body: sampleWarning(Date.now()) })).ok);
  await cosigned(russia, COALITION);
  const said = russia.running.runner.store
    .record(COALITION, 0, 100)
    .flatMap(({ entry }) =>
      entry.ok && entry.value.body.type === 'key-change' ? [entry.value] : [],
    );
  assert.deepEqual(
    said.map(({ body, releasedBy }) => [body, releasedBy]),
    [
      [{ type: 'key-change', role: 'witness', key: witness, reason: 'exposed' }, 'node'],
      [{ type: 'key-change', role: 'heartbeat', key: heartbeat, reason: 'rotation' }, 'node'],
    ],
  );
  const card = JSON.parse(readFileSync(join(coalition.folder, 'card.json'), 'utf8')) as object;
  assert.deepEqual({ ...card, witnessKey: witness, heartbeatKey: heartbeat }, card);
  for (const node of [coalition, russia]) {
    await node.restart();
    assert.equal(keyOf(node, COALITION, 'witness'), witness);
    assert.deepEqual(node.running.runner.faults(), []);
  }
  const mirrored = coalition.running.runner.store.record(COALITION, 0, 100);
  assert.equal(
    mirrored.filter(({ entry }) => entry.ok && entry.value.body.type === 'key-change').length,
    2,
  );
  await cosigned(russia, COALITION);
  await Promise.all([coalition.running.stop(), russia.running.stop()]);
  for (const { folder } of [coalition, russia]) {
    const audit = await auditFolder(folder);
    assert.ok(audit.ok);
    assert.deepEqual(audit.value.faults, []);
    assert.match(audit.value.holds[1] ?? '', /^russia: .+ cosigned by coalition\.$/u);
  }
  await Promise.all([coalition.restart(), russia.restart()]);
});

test('a peer that was away reads of the key before it hears a heartbeat under it', async (t) => {
  const { coalition, russia } = await startedPair(t);
  await russia.running.stop();
  await coalition.running.stop();
  const heartbeat = await rotated(coalition, 'heartbeat');
  await coalition.restart();
  await coalition.restart();
  await russia.restart();
  await until(russia.running, 'rows', () => keyOf(russia, COALITION, 'heartbeat') === heartbeat);
  await once(russia.running.runner.events, 'heard', { signal: AbortSignal.timeout(20_000) });
  assert.deepEqual(russia.running.runner.faults(), []);
});

test('the old heartbeat key is refused then; a key that is none changes nothing', async (t) => {
  const { pair, peer } = await hostileRussia(t);
  const { runner } = pair.coalition.running;
  const size = (): number => runner.line.mirrors.get(RUSSIA)?.tree.size ?? 0;
  const texts = runner.store
    .record(RUSSIA, 0, 100)
    .map(({ bytes }) => new TextDecoder().decode(bytes));
  const before = runner.members.get(RUSSIA);
  const key = (fill: number, type: 'ed25519' | 'cosignature-ed25519'): string =>
    signerKey(`${before?.record.name}/new`, type, new Uint8Array(32).fill(fill)).vkey;
  const say = async (role: ChangedRole, vkey: string): Promise<void> => {
    const body = { type: 'key-change', role, key: vkey, reason: 'rotation' } as const;
    texts.push(entryText(runner.line.id, RUSSIA, texts.length, body));
    const arrived = once(runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
    peer.send('batch', signedRecord(peer.folder, texts));
    await arrived;
    assert.equal(size(), texts.length);
  };
  await say('witness', key(80, 'ed25519'));
  await say('heartbeat', 'x'.repeat(60));
  await say('witness', before?.heartbeat.vkey ?? '');
  assert.deepEqual(runner.members.get(RUSSIA), before);
  const unusable = runner.line.picture.unusable.map(({ refusal }) => refusal.field);
  assert.deepEqual(unusable.slice(-3), ['key', 'key', 'key']);
  await say('heartbeat', key(81, 'ed25519'));
  assert.equal(runner.members.get(RUSSIA)?.heartbeat.vkey, key(81, 'ed25519'));
  peer.send('heartbeat', signNote('parley/heartbeat/v1\n{}\n', peer.folder.keys.heartbeat));
  const fault = await faultOf(pair);
  assert.equal(fault.code, 'wrongly-signed');
  assert.match(fault.sentence, /no signature of a key that is known here/);
});

test('a new witness key takes the place of one that was retired with its store', async (t) => {
  const { coalition, russia } = await startedPair(t);
  await coalition.running.stop();
  for (const end of ['', '-wal', '-shm'])
    rmSync(`${storePath(coalition.folder)}${end}`, { force: true });
  await coalition.restart(true);
  await coalition.running.stop();
  const witness = await rotated(coalition, 'witness');
  await coalition.restart();
  await until(russia.running, 'rows', () => keyOf(russia, COALITION, 'witness') === witness);
  const seat = await enrolSeat(russia.running, 'Watch A', 'releaser');
  assert.ok((await seat.client.call('say', {}, { body: sampleWarning(Date.now()) })).ok);
  await cosigned(russia, COALITION);
});
