// The line between two real nodes: alive, unstaffed, dead; cut off and converged; cosigned, proven.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { leafHash, verifyEntryProof, verifyExport } from '@parley/ledger';
import { PartyId } from '@parley/protocol';
import type { FloorHealth } from '@parley/protocol';
import type { RunningNode } from '../src/index.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { TestSeat } from './pair.ts';
import { sampleWarning } from './samples.ts';

const COALITION = PartyId.parse('coalition');
const RUSSIA = PartyId.parse('russia');

async function health(
  seat: TestSeat,
  wanted: (peer: FloorHealth) => boolean,
): Promise<FloorHealth> {
  return seat.until((event) =>
    event.name === 'health' ? event.value.peers.find((peer) => wanted(peer)) : undefined,
  );
}

async function until(node: RunningNode, holds: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(15_000);
  while (!holds()) await once(node.runner.events, 'heads', { signal });
}

describe('the line between two nodes', { concurrency: true }, () => {
  test('a floor is unstaffed on the other side until a page of it is open', async (t) => {
    const pair = await startPair();
    t.after(pair.stop);
    const ours = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    await health(ours, ({ state, staffed }) => state === 'alive' && !staffed);
    const theirs = await enrolSeat(pair.russia.running, 'Watch A', 'watch');
    const leaving = new AbortController();
    t.after(() => {
      leaving.abort();
    });
    await theirs.client.events(0, leaving.signal).next();
    const staffed = await health(ours, (peer) => peer.staffed);
    assert.equal(staffed.state, 'alive');
  });

  test('a node that is gone is dead within 4 s of its last heartbeat, and says why', async (t) => {
    const pair = await startPair();
    t.after(pair.stop);
    const ours = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    await health(ours, ({ state }) => state === 'alive');
    const stopped = Date.now();
    await pair.russia.running.stop();
    const dead = await health(ours, ({ state }) => state === 'dead');
    const tookMs = Date.now() - stopped;
    assert.equal(dead.trouble, 'their node does not listen');
    assert.ok(dead.sinceMs !== undefined && dead.sinceMs <= stopped + 100);
    // Half a second of tick, and the machine's own pauses, beyond the 4 s of the rule.
    assert.ok(tookMs < 6_000, `seen dead after ${tookMs} ms`);

    const said = await ours.client.call('say', {}, { body: sampleWarning(Date.now()) });
    assert.ok(said.ok, 'work goes on while cut off');
    await pair.russia.restart();
    const id = `coalition/${said.value.ref.index}` as const;
    const { running } = pair.russia;
    await until(running, () => running.runner.line.picture.objects.has(id));
    await health(ours, ({ state }) => state === 'alive');
  });

  test('both records end cosigned, and verify away from both nodes', async (t) => {
    const pair = await startPair();
    t.after(pair.stop);
    const { coalition, russia } = {
      coalition: pair.coalition.running,
      russia: pair.russia.running,
    };
    const seat = await enrolSeat(coalition, 'Watch 1', 'watch');
    const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
    assert.ok(said.ok);
    const { ref } = said.value;
    const size = ref.index + 1;
    await until(coalition, () => (coalition.runner.cosignedBy().get(RUSSIA)?.size ?? 0) >= size);

    const exported = await seat.client.call('exportRecord', { party: 'coalition' }, undefined);
    assert.ok(exported.ok);
    const record = verifyExport(exported.value);
    assert.ok(record.ok);
    assert.ok(record.value.size >= size);
    const theirWitness = coalition.runner.members.get(RUSSIA)?.witness;
    assert.ok(theirWitness);
    assert.deepEqual(
      record.value.cosigned.map(({ name }) => name),
      [coalition.runner.keys.recordMlDsa.name, theirWitness.name],
    );

    const parts = { party: 'coalition', index: String(ref.index) };
    const proof = await seat.client.call('entryProof', parts, undefined);
    assert.ok(proof.ok);
    const row = await seat.until((event) =>
      event.name === 'entries'
        ? event.value.rows.find(({ party, index }) => party === COALITION && index === ref.index)
        : undefined,
    );
    const key = coalition.runner.members.get(COALITION)?.record;
    assert.ok(key);
    const leaf = leafHash(new TextEncoder().encode(row.text));
    const verified = verifyEntryProof(proof.value, leaf, key, [theirWitness]);
    assert.ok(verified.ok);
    assert.equal(verified.value.cosigned.length, 1);
    const { tree } = russia.runner.line.mirrors.get(COALITION) ?? {};
    assert.equal(
      tree?.root(verified.value.checkpoint.size).toHex(),
      verified.value.checkpoint.rootHash.toHex(),
    );
  });

  test('a page that reconnects goes on after the position that it had', async (t) => {
    const pair = await startPair();
    t.after(pair.stop);
    const seat = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    const position = await seat.until((event) =>
      event.name === 'caughtUp' ? event.value.position : undefined,
    );
    const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
    assert.ok(said.ok);
    const signal = AbortSignal.timeout(10_000);
    for await (const { event } of seat.client.events(position, signal)) {
      if (event.name !== 'entries') continue;
      const [first] = event.value.rows;
      assert.ok(first);
      assert.deepEqual([first.party, first.index], ['coalition', said.value.ref.index]);
      break;
    }
  });
});
