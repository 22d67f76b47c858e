// One order for all entries of a line: causal, then time, then party.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entry, PartyId } from '@parley/protocol';
import { isCausallyReady, mergeOrder } from '../src/index.ts';
import { NORTH, PARTY_ELSEWHERE, SOUTH, T0, WEST } from './bodies.ts';
import { rowFor } from './scribe.ts';

type Heads = Partial<Record<string, number>>;

function entry(party: PartyId, index: number, atMs: number, heads: Heads = {}): Entry {
  const seen = Object.entries(heads).map(([name, size]) => ({
    party: name,
    size,
    root: '0'.repeat(64),
  }));
  const changes = { releasedMs: T0 + atMs, seen: seen as Entry['seen'] };
  const { entry: made } = rowFor(party, index, { type: 'line-check' }, changes);
  assert(made.ok);
  return made.value;
}

function order(...entries: readonly Entry[]): string {
  const records = Map.groupBy(entries, ({ party }) => party);
  return mergeOrder(records)
    .map(({ party, index }) => `${party}/${index}`)
    .join(' ');
}

test('entries that know nothing of one another stand by time', () => {
  assert.equal(
    order(entry(NORTH, 0, 20), entry(SOUTH, 0, 10), entry(WEST, 0, 15)),
    'south/0 west/0 north/0',
  );
});

test('at one time the lower party id goes first', () => {
  assert.equal(order(entry(SOUTH, 0, 10), entry(NORTH, 0, 10)), 'north/0 south/0');
});

test('what an author had seen stands before, though its clock says later', () => {
  assert.equal(order(entry(NORTH, 0, 5_000), entry(SOUTH, 0, 0, { north: 1 })), 'north/0 south/0');
});

test('a record keeps its own order, whatever its clock did', () => {
  assert.equal(
    order(entry(NORTH, 0, 100), entry(NORTH, 1, 0), entry(SOUTH, 0, 50)),
    'south/0 north/0 north/1',
  );
});

test('an entry that saw what is not here is left out, and all after it', () => {
  assert.equal(
    order(entry(NORTH, 0, 0), entry(SOUTH, 0, 0, { north: 2 }), entry(SOUTH, 1, 1)),
    'north/0',
  );
});

test('an entry is ready when every head it names is here', () => {
  const one = entry(WEST, 0, 0, { north: 2, south: 1 });
  const sizes = (north: number, south: number): Map<string, number> =>
    new Map(Object.entries({ north, south, west: 0 }));
  const ready = [sizes(1, 1), sizes(2, 0), sizes(2, 1), sizes(5, 5)].map((held) =>
    isCausallyReady(one, held),
  );
  assert.deepEqual(ready, [false, false, true, true]);
});

test('a head of a party that is no member keeps nobody waiting', () => {
  const one = entry(NORTH, 0, 0, { elsewhere: 9 });
  assert.equal(isCausallyReady(one, new Map([[NORTH, 0]])), true);
  assert.equal(isCausallyReady(one, new Map([[PARTY_ELSEWHERE, 3]])), false);
});

test('the order does not depend on the order in which the records are given', () => {
  const clock = fc.nat({ max: 5 });
  const clocks = fc.array(clock, { maxLength: 6 });
  fc.assert(
    fc.property(clocks, clocks, clocks, (a, b, c) => {
      const records: [PartyId, Entry[]][] = [
        [NORTH, a.map((at, index) => entry(NORTH, index, at))],
        [SOUTH, b.map((at, index) => entry(SOUTH, index, at, a.length > 2 ? { north: 2 } : {}))],
        [WEST, c.map((at, index) => entry(WEST, index, at, b.length > 1 ? { south: 1 } : {}))],
      ];
      const one = mergeOrder(new Map(records));
      assert.deepEqual(mergeOrder(new Map(records.toReversed())), one);
      assert.equal(one.length, a.length + b.length + c.length);
    }),
    { numRuns: 100 },
  );
});
