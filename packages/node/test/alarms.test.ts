// What a peer's own signed words give away, each as an alarm with the notes that show it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { canonicalBytes, signNote, verifyNote } from '@parley/ledger';
import { entryBytes, HashHex, PartyId } from '@parley/protocol';
import type { Heartbeat } from '@parley/protocol';
import { faultOf, hostileRussia, signedRecord } from './hostile-peer.ts';
import type { HostilePeer } from './hostile-peer.ts';
import type { Pair } from './pair.ts';

const RUSSIA = PartyId.parse('russia');
const COALITION = PartyId.parse('coalition');

function heldSize({ coalition }: Pair): number {
  return coalition.running.runner.line.mirrors.get(RUSSIA)?.tree.size ?? 0;
}

/** Sends a heartbeat of Russia, signed with its key, and waits until it was heard. */
async function beat(
  pair: Pair,
  peer: HostilePeer,
  said: Partial<Pick<Heartbeat, 'sentMs' | 'size'>>,
): Promise<string> {
  const { runner } = pair.coalition.running;
  const sentMs = Date.now();
  const value = {
    parley: 'heartbeat',
    line: runner.line.id,
    party: RUSSIA,
    sentMs,
    size: heldSize(pair),
    heardSize: 0,
    cosignature: '',
    seatsStaffed: 1,
    echo: { sentMs, receivedMs: sentMs },
    ...said,
  };
  const text = new TextDecoder().decode(canonicalBytes(value));
  const note = signNote(`parley/heartbeat/v1\n${text}\n`, peer.folder.keys.heartbeat);
  const heard = once(runner.events, 'heard', { signal: AbortSignal.timeout(10_000) });
  peer.send('heartbeat', note);
  await heard;
  return note;
}

type Evidence = { readonly alarm: string; readonly party: string; readonly notes: string[] };

function codes(pair: Pair): string[] {
  return pair.coalition.running.runner.faults().map(({ code }) => code);
}

/** An entry of Russia released at a time, which had seen our first `seen` entries. */
async function entryAt(pair: Pair, peer: HostilePeer, releasedMs: number, seen: number) {
  const { runner } = pair.coalition.running;
  const index = heldSize(pair);
  const decoder = new TextDecoder();
  const texts = runner.store.record(RUSSIA, 0, 1_000).map(({ bytes }) => decoder.decode(bytes));
  const root = HashHex.parse(runner.line.own.root(seen).toHex());
  const bytes = entryBytes({
    version: 1,
    line: runner.line.id,
    party: RUSSIA,
    index,
    seen: seen === 0 ? [] : [{ party: COALITION, size: seen, root }],
    releasedMs,
    draftedBy: 'Watch A',
    releasedBy: 'Watch A',
    body: { type: 'line-check' },
  });
  const arrived = once(runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
  peer.send('batch', signedRecord(peer.folder, [...texts, decoder.decode(bytes)]));
  await arrived;
}

describe('alarms over what a peer says itself', () => {
  test('a record that got shorter: two heartbeats of its own say so', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const size = heldSize(pair);
    const long = await beat(pair, peer, { size });
    assert.deepEqual(codes(pair), []);
    const short = await beat(pair, peer, { size: size - 1 });
    const fault = await faultOf(pair, 'rollback');
    assert.equal(fault.party, RUSSIA);
    const sizes = `has ${size - 1} of the ${size} entries that it had`;
    assert.ok(fault.sentence.startsWith(`the record of russia ${sizes}: `), fault.sentence);
    const { alarm, party, notes } = JSON.parse(fault.evidence) as Evidence;
    assert.deepEqual([alarm, party, notes], ['rollback', RUSSIA, [long, short]]);
    for (const note of notes) assert.ok(verifyNote(note, [peer.folder.keys.heartbeat]).ok);
  });

  test('entries that are held back: named in twelve heartbeats, and none comes', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    await beat(pair, peer, {});
    const size = heldSize(pair) + 5;
    for (let told = 1; told < 12; told += 1) await beat(pair, peer, { size });
    assert.deepEqual(codes(pair), []);
    const last = await beat(pair, peer, { size });
    const fault = await faultOf(pair, 'withheld');
    assert.match(fault.sentence, /^russia says that its record has \d+ entries; of those after/);
    assert.equal((JSON.parse(fault.evidence) as Evidence).notes[0], last);
  });

  test('entries that come with the next batch are not held back', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    for (let told = 1; told < 12; told += 1) await beat(pair, peer, { size: heldSize(pair) + 1 });
    await entryAt(pair, peer, Date.now(), 0);
    for (let told = 1; told < 12; told += 1) await beat(pair, peer, { size: heldSize(pair) + 1 });
    assert.deepEqual(codes(pair), []);
  });

  test('a heartbeat that was sent long before the last one', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const newest = await beat(pair, peer, {});
    const old = await beat(pair, peer, { sentMs: Date.now() - 60_000 });
    const fault = await faultOf(pair, 'replayed');
    assert.match(fault.sentence, /sent (?:59|60|61) s before the one before it/);
    assert.deepEqual((JSON.parse(fault.evidence) as Evidence).notes, [newest, old]);
  });

  test('an entry that claims to be older than what it had seen', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    await beat(pair, peer, {});
    const { runner } = pair.coalition.running;
    const seen = runner.line.own.size;
    await entryAt(pair, peer, Date.now(), seen);
    assert.deepEqual(codes(pair), []);
    const index = heldSize(pair);
    await entryAt(pair, peer, Date.now() - 3_600_000, seen);
    const fault = await faultOf(pair, 'back-dated');
    assert.ok(fault.sentence.startsWith(`russia/${index} gives `), fault.sentence);
    assert.match(fault.sentence, /our entry \d+, which it had seen, was released at 20\d\d-/);
  });

  test('an entry from the future', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    await beat(pair, peer, {});
    await entryAt(pair, peer, Date.now() + 3_600_000, 0);
    const fault = await faultOf(pair, 'back-dated');
    assert.match(fault.sentence, /by that clock it came at 20\d\d-.+, which is before it\.$/);
  });
});
