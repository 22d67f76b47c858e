// The evidence of alarms, and the quorum of a policy, as somebody outside checks them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalBytes, cosign, signCheckpoint, signerKey, signNote } from '@parley/ledger';
import { withCosignature } from '@parley/ledger';
import type { TrustedKey } from '../src/index.ts';
import { checkEvidence, underPolicy } from '../src/index.ts';
import type { Findings } from '../src/index.ts';
import { answeredLine, coalition, KEYS, russia } from './line.ts';

const HEARTBEAT = signerKey('russia/00000002/heartbeat', 'ed25519', new Uint8Array(32).fill(70));
const T0 = 1_474_113_600_000;
const { record, witness } = KEYS.russia;
const CARD: readonly TrustedKey[] = [record, HEARTBEAT].map((key) => {
  return { key, from: 'the card of russia', party: russia };
});
const WITNESS = { key: KEYS.coalition.witness, from: 'the card of coalition', party: coalition };
const TRUSTED = [...CARD, WITNESS];

function beat(sentMs: number, size: number, key = HEARTBEAT, party: string = russia): string {
  const value = {
    parley: 'heartbeat',
    line: 'line-0123456789abcdef',
    party,
    sentMs,
    size,
    heardSize: 0,
    cosignature: '',
    seatsStaffed: 1,
  };
  const text = new TextDecoder().decode(canonicalBytes(value));
  return signNote(`parley/heartbeat/v1\n${text}\n`, key);
}

function head(size: number): string {
  const rootHash = new Uint8Array(32).fill(size);
  const note = signCheckpoint({ origin: record.name, size, rootHash }, record);
  return withCosignature(note, cosign(note, KEYS.coalition.witness, T0 / 1_000 - 60));
}

function alarm(kind: string, notes: readonly string[]): string {
  const row = { parley: 'alarm', version: 1, alarm: kind, party: russia, notes };
  return `${new TextDecoder().decode(canonicalBytes(row))}\n`;
}

function check(text: string, trusted: readonly TrustedKey[] = TRUSTED): Findings {
  const found = checkEvidence(text, trusted, undefined);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

test('two heartbeats show that a record got shorter, in the words of its own node', () => {
  const found = check(alarm('rollback', [beat(T0, 9), beat(T0 + 5_000, 7)]));
  assert.deepEqual(found.proves, [
    'russia said, at 2016-09-17 12:00:00Z by its own clock, that its record had 9 entries.',
    'russia said, at 2016-09-17 12:00:05Z by its own clock, that its record had 7 entries.',
    'russia said that its record is shorter than it had been: by its own words.',
  ]);
  assert.deepEqual(found.relies, [
    `the key ${HEARTBEAT.vkey}, which is that of the card of russia.`,
  ]);
});

test('a cosigned head and a heartbeat show it too', () => {
  const found = check(alarm('rollback', [head(9), beat(T0, 7)]));
  assert.equal(found.valid, true, found.fault);
  assert.deepEqual(found.proves.slice(0, 2), [
    'russia signed a head of 9 entries.',
    `${KEYS.coalition.witness.name} held them at 2016-09-17 11:59:00Z by its own clock.`,
  ]);
});

test('entries that were named and did not come, and a heartbeat that came again', () => {
  const withheld = check(alarm('withheld', [beat(T0, 9), head(7)]));
  assert.equal(
    withheld.proves.at(-1),
    'russia said that 2 entries exist beyond that head.',
    withheld.fault,
  );
  assert.match(
    withheld.warnings[0] ?? '',
    /^no signature can prove that something was not handed/u,
  );
  const replayed = check(alarm('replayed', [beat(T0 + 9_000, 9), beat(T0, 9)]));
  assert.match(replayed.proves.at(-1) ?? '', /^russia signed both/u, replayed.fault);
});

test('notes that do not show it, or that another signed, are not valid', () => {
  const other = signerKey(HEARTBEAT.name, 'ed25519', new Uint8Array(32).fill(71));
  for (const [text, fault] of [
    [alarm('rollback', [beat(T0, 7), beat(T0 + 5_000, 7)]), /its notes do not show what it says/u],
    [alarm('rollback', [beat(T0, 9), beat(T0 - 5_000, 7)]), /its notes do not show what it says/u],
    [alarm('rollback', [beat(T0, 9)]), /its notes do not show what it says/u],
    [alarm('withheld', [beat(T0, 7), head(7)]), /its notes do not show what it says/u],
    [alarm('replayed', [beat(T0, 9), beat(T0 + 1, 9)]), /its notes do not show what it says/u],
    [alarm('stolen', [beat(T0, 9), beat(T0 + 1, 9)]), /it is not an alarm with its notes/u],
    [
      alarm('rollback', [beat(T0, 9, other), beat(T0 + 1, 7)]),
      /no signature of a key that is known/u,
    ],
    [
      alarm('rollback', [beat(T0, 9, HEARTBEAT, 'north'), beat(T0 + 1, 7)]),
      /no heartbeat of russia/u,
    ],
    [alarm('rollback', [beat(T0, 9), beat(T0 + 1, 7)]).replace('9', '8'), /does not fit the text/u],
    [alarm('rollback', [beat(T0, 9), beat(T0 + 1, 7)]).replace(':', ': '), /not in RFC 8785 form/u],
  ] as const) {
    const found = check(text);
    assert.equal(found.valid, false, text.slice(0, 60));
    assert.match(found.fault, fault);
  }
  const without = checkEvidence(alarm('rollback', [beat(T0, 9), beat(T0, 7)]), [], undefined);
  assert.equal(without.ok, false);
});

test('a policy: the quorum stands behind a record, or it is not valid', () => {
  const text = answeredLine().russia.exported(KEYS.coalition.witness, 10);
  const found = check(text, TRUSTED);
  const log = `log ${record.vkey}\n`;
  const theirs = `witness theirs ${KEYS.coalition.witness.vkey}\n`;
  const held = underPolicy(found, text, `${log}${theirs}quorum theirs\n`);
  const sentence = `the quorum of the policy stands behind it: cosigned by ${WITNESS.key.name}.`;
  assert.equal(held.ok && held.value.proves.at(-1), sentence);
  const own = `witness own ${witness.vkey}\n`;
  const lacking = underPolicy(
    found,
    text,
    `${log}${theirs}${own}group g all theirs own\nquorum g\n`,
  );
  assert.ok(lacking.ok && !lacking.value.valid);
  assert.equal(lacking.value.fault, 'The witnesses that cosigned it are no quorum: theirs.');
  const stranger = underPolicy(found, text, `${theirs}quorum theirs\n`);
  assert.ok(stranger.ok && /is none of the logs/u.test(stranger.value.fault));
  const broken = underPolicy(found, text, 'quorum theirs\n');
  assert.equal(broken.ok ? '' : broken.refusal.field, 'policy');
});

test('no changed byte of an alarm passes', () => {
  const bytes = new TextEncoder().encode(alarm('rollback', [beat(T0, 9), beat(T0 + 5_000, 7)]));
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)));
    const found = checkEvidence(new TextDecoder().decode(changed), TRUSTED, undefined);
    assert.ok(!found.ok || !found.value.valid, `byte ${at}`);
  }
});
