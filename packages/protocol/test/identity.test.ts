// Identifiers, precedence, cards, batches and heartbeats: what their schemas take.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Card,
  comparePrecedence,
  DEFAULT_ARRANGEMENT,
  Heartbeat,
  LineId,
  LinkBatch,
  objectIdOf,
  PartyId,
  PRECEDENCE_ORDER,
  readBody,
} from '../src/index.ts';

test('a party id is 2 to 32 of a-z, 0-9 and hyphen, a letter first', () => {
  const taken = ['ab', 'north', 'task-force-7', `a${'b'.repeat(31)}`];
  const refused = [
    '',
    'a',
    'North',
    '7th',
    '-ab',
    'a b',
    'a_b',
    'é1',
    `a${'b'.repeat(32)}`,
    'ab\n',
  ];
  assert.deepEqual(
    taken.filter((id) => !PartyId.safeParse(id).success),
    [],
  );
  assert.deepEqual(
    refused.filter((id) => PartyId.safeParse(id).success),
    [],
  );
});

test('a line id is line- and 16 lower-case hexadecimal digits', () => {
  assert(LineId.safeParse('line-00112233445566aa').success);
  for (const id of [
    'line-00112233445566AA',
    'line-0011',
    'Line-00112233445566aa',
    'line-00112233445566aa\n',
  ]) {
    assert(!LineId.safeParse(id).success, id);
  }
});

test('an object is named by party and index', () => {
  assert.equal(objectIdOf({ party: 'coalition', index: 12 }), 'coalition/12');
});

test('precedence is ordered FLASH, IMMEDIATE, PRIORITY, ROUTINE', () => {
  const mixed = ['ROUTINE', 'FLASH', 'PRIORITY', 'IMMEDIATE'] as const;
  assert.deepEqual([...mixed].toSorted(comparePrecedence), PRECEDENCE_ORDER);
  assert.deepEqual(PRECEDENCE_ORDER, ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE']);
});

test('the arrangement that pairing proposes is a body, with the deadlines of doctrine', () => {
  assert.equal(readBody(DEFAULT_ARRANGEMENT).ok, true);
  assert.equal(DEFAULT_ARRANGEMENT.minima.lateralCentimetres, 500_000);
  assert.equal(DEFAULT_ARRANGEMENT.minima.verticalCentimetres, 30_000);
  assert.equal(DEFAULT_ARRANGEMENT.minimumLeadMs, 1_800_000);
  assert.deepEqual(DEFAULT_ARRANGEMENT.deadlines, {
    FLASH: { readMs: 60_000, readBackMs: 120_000, positionMs: 600_000 },
    IMMEDIATE: { readMs: 300_000, readBackMs: 600_000, positionMs: 1_800_000 },
    PRIORITY: { readMs: 1_800_000, readBackMs: 3_600_000, positionMs: 10_800_000 },
    ROUTINE: { readMs: 21_600_000, readBackMs: 43_200_000, positionMs: 86_400_000 },
  });
});

const CARD = {
  parley: 'card',
  version: 1,
  party: 'north',
  name: 'North',
  recordKey: `north+00112233+${'A'.repeat(44)}`,
  recordMlDsaKey: `north+00112236+${'A'.repeat(1_751)}=`,
  witnessKey: `north+00112234+${'A'.repeat(44)}`,
  heartbeatKey: `north+00112235+${'A'.repeat(44)}`,
  transportPin: 'a'.repeat(64),
  link: 'https://north.example:7443',
};

test('a card names its keys, its pin and an https address', () => {
  assert(Card.safeParse(CARD).success);
  assert(!Card.safeParse({ ...CARD, link: 'http://north.example' }).success);
  assert(!Card.safeParse({ ...CARD, transportPin: 'a'.repeat(63) }).success);
  assert(!Card.safeParse({ ...CARD, recordKey: 'short' }).success);
  assert(!Card.safeParse({ ...CARD, secretKey: 'x' }).success);
});

test('a batch has at most 512 entries of at most 65,536 characters', () => {
  const batch = { firstIndex: 0, entries: ['{}'], checkpoint: 'x' };
  assert(LinkBatch.safeParse(batch).success);
  const many = Array.from({ length: 513 }, () => '{}');
  assert(LinkBatch.safeParse({ ...batch, entries: many.slice(1) }).success);
  assert(!LinkBatch.safeParse({ ...batch, entries: many }).success);
  assert(!LinkBatch.safeParse({ ...batch, entries: ['x'.repeat(65_537)] }).success);
  assert(!LinkBatch.safeParse({ ...batch, firstIndex: -1 }).success);
});

test('a heartbeat has both sizes, the clock, and an echo only whole', () => {
  const beat = {
    parley: 'heartbeat',
    line: 'line-00112233445566aa',
    party: 'north',
    sentMs: 1,
    size: 2,
    heardSize: 3,
    cosignature: '',
    seatsStaffed: 1,
  };
  assert(Heartbeat.safeParse(beat).success);
  assert(Heartbeat.safeParse({ ...beat, echo: { sentMs: 1, receivedMs: 2 } }).success);
  assert(!Heartbeat.safeParse({ ...beat, echo: { sentMs: 1 } }).success);
  assert(!Heartbeat.safeParse({ ...beat, sentMs: 1.5 }).success);
  assert(!Heartbeat.safeParse({ ...beat, seatsStaffed: 1_001 }).success);
});
