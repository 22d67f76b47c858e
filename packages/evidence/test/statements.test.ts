// What each statement proves, word for word, and what makes it prove nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalBytes, evidenceText, keysOf, leafHash, verifyExport } from '@parley/ledger';
import type { ExportedRecord } from '@parley/ledger';
import { Card } from '@parley/protocol';
import { checkEvidence, makeEvidence, trustedKeys } from '../src/index.ts';
import type { Findings, Statement } from '../src/index.ts';
import { falseClaims } from './false-claims.ts';
import { answeredLine, Author, coalition, KEYS, recordsOf, russia } from './line.ts';

const of = { party: coalition, index: 2 };
const line = answeredLine();
const records = recordsOf(line);

function trusted() {
  const keys = [KEYS.coalition, KEYS.russia].flatMap(({ record, witness }) => [record, witness]);
  const read = trustedKeys(
    [],
    keys.map(({ vkey }) => vkey),
  );
  assert.ok(read.ok);
  return read.value;
}

function made(claim: Statement, from: readonly ExportedRecord[] = records): string {
  const text = makeEvidence(claim, from);
  assert.ok(text.ok, JSON.stringify(text));
  return text.value;
}

function checkedAs(text: string): Findings {
  const findings = checkEvidence(text, trusted(), undefined);
  assert.ok(findings.ok);
  return findings.value;
}

const SAID = [
  'coalition said, as entry 2 of its record: EXERCISE PROPOSAL: TALKS PRIORITY Talks on the ' +
    'Syrian sky: Answer by: 2016-09-17 13:00:00Z; Colonels.',
  "it was released by Duty officer at 2016-09-17 12:06:00Z by coalition's own clock.",
];
const HELD_COALITION =
  'russia/00000002/witness held the record coalition/00000001 up to entry 3, unchanged, at ' +
  '2016-09-17 12:08:10Z by its own clock.';
const HELD_RUSSIA =
  'coalition/00000001/witness held the record russia/00000002 up to entry 4, unchanged, at ' +
  '2016-09-17 12:08:11Z by its own clock.';
const NOT_AGREED =
  'that something was said or received is no proof that it is true, nor that it was agreed to.';

test('that a party said something', () => {
  const { kind, valid, proves, relies, warnings } = checkedAs(made({ statement: 'said', of }));
  assert.equal(kind, 'evidence: coalition said coalition/2');
  assert.equal(valid, true);
  assert.deepEqual(proves, [...SAID, HELD_COALITION]);
  assert.deepEqual(relies, [
    `the key ${KEYS.coalition.record.vkey}, which is that of --key.`,
    `the key ${KEYS.russia.witness.vkey}, which is that of --key.`,
  ]);
  assert.deepEqual(warnings, [NOT_AGREED]);
});

test('that the other party received it, and by when', () => {
  const { kind, proves, warnings } = checkedAs(made({ statement: 'received', of, by: russia }));
  assert.equal(kind, 'evidence: coalition/2 was received by russia');
  assert.deepEqual(proves, [
    ...SAID,
    'russia signed, as its entry 2, that it had received it by 2016-09-17 12:06:02Z by its own ' +
      "clock (the author's clock was 1500 ms behind then, as it measured).",
    HELD_COALITION,
    HELD_RUSSIA,
  ]);
  assert.deepEqual(warnings, [
    'received is not read: a node receives, a person reads.',
    NOT_AGREED,
  ]);
});

test('between which times it was said', () => {
  const { kind, proves, warnings } = checkedAs(made({ statement: 'timed', of, by: russia }));
  assert.equal(kind, 'evidence: when coalition/2 was said, on the clock of russia');
  assert.deepEqual(proves, [
    ...SAID,
    "it existed at 2016-09-17 12:06:02Z by russia's clock: russia signed, as its entry 2, that " +
      'it had received it by then.',
    "it did not exist before 2016-09-17 12:01:00Z by russia's clock: it names the head of " +
      "russia's record with entry 1, which russia released then.",
    'the two bounds are 5 min 02 s apart.',
    HELD_COALITION,
    HELD_RUSSIA,
  ]);
  assert.deepEqual(warnings, [
    'coalition cannot have moved the bounds; both are on the clock of russia, who could have ' +
      'misset it.',
    NOT_AGREED,
  ]);
});

test('what was said before any entry of the other was held is bounded from above alone', () => {
  const first = { party: coalition, index: 0 };
  const { valid, proves, warnings } = checkedAs(
    made({ statement: 'timed', of: first, by: russia }),
  );
  assert.equal(valid, true);
  assert.match(proves[2] ?? '', /^it existed at 2016-09-17 12:00:01Z/);
  assert.equal(
    warnings[0],
    'nothing bounds it from below: coalition said it before it held an entry of russia.',
  );
});

test('what the other party answered, step by step', () => {
  const { proves, warnings } = checkedAs(made({ statement: 'answered', of, by: russia }));
  assert.deepEqual(proves.slice(2, 4), [
    'russia said of it at 2016-09-17 12:06:40Z by its own clock: READ coalition/2',
    'russia said of it at 2016-09-17 12:08:00Z by its own clock: RESPONSE coalition/2: Under ' +
      'consideration.',
  ]);
  assert.equal(warnings[0], 'it does not say that russia said nothing else of it.');
});

test('evidence of one statement is a small file', () => {
  for (const claim of [
    { statement: 'said', of },
    { statement: 'received', of, by: russia },
    { statement: 'timed', of, by: russia },
    { statement: 'answered', of, by: russia },
  ] as const) {
    assert.ok(made(claim).length < 4_096, `${claim.statement}: ${made(claim).length}`);
  }
});

test('what is not on record cannot be made evidence of', () => {
  const refused = (claim: Statement): string => {
    const text = makeEvidence(claim, records);
    return text.ok ? 'made' : `${text.refusal.code} ${text.refusal.field}`;
  };
  const absent = { party: coalition, index: 4 };
  assert.equal(refused({ statement: 'said', of: absent }), 'not-found of');
  assert.equal(refused({ statement: 'said', of: { ...of, party: russia } }), 'made');
  assert.equal(refused({ statement: 'received', of, by: coalition }), 'not-to-self by');
  const unread = { party: coalition, index: 3 };
  assert.equal(refused({ statement: 'received', of: unread, by: russia }), 'not-found by');
  assert.equal(refused({ statement: 'answered', of: unread, by: russia }), 'not-found by');
  const alone = makeEvidence({ statement: 'received', of, by: russia }, records.slice(0, 1));
  assert.equal(!alone.ok && alone.refusal.code, 'unknown-party');
});

test('a record that is not the one which was receipted makes no evidence', () => {
  const other = new Author(coalition, KEYS.coalition.record);
  for (let at = 0; at < 4; at += 1) other.say({ type: 'line-check' }, at, undefined);
  const forked = verifyExport(other.exported(KEYS.russia.witness, 490));
  assert.ok(forked.ok);
  const [, theirs] = records;
  assert.ok(theirs !== undefined);
  const text = makeEvidence({ statement: 'received', of, by: russia }, [forked.value, theirs]);
  assert.equal(!text.ok && text.refusal.code, 'root-mismatch');
});

test('an entry that is no message can be proven to stand there', () => {
  const odd = new Author(coalition, KEYS.coalition.record);
  odd.say({ type: 'line-check' }, 0, undefined);
  odd.append(Uint8Array.of(0xff, 0x00));
  odd.append(canonicalBytes({ not: 'an entry' }));
  const record = verifyExport(odd.exported(KEYS.russia.witness, 1));
  assert.ok(record.ok);
  for (const index of [1, 2]) {
    const claim = { statement: 'said', of: { party: coalition, index } } as const;
    const { valid, proves } = checkedAs(made(claim, [record.value]));
    assert.equal(valid, true);
    assert.equal(
      proves[0],
      `entry ${index} of coalition is exactly this (not readable as a message).`,
    );
  }
});

test('a claim that its entries do not carry is not valid, though every proof in it holds', () => {
  for (const { name, text, fault } of falseClaims(line)) {
    const { valid, fault: found } = checkedAs(text);
    assert.equal(valid, false, name);
    assert.match(found, fault);
  }
});

test('a card on which one key has two roles vouches for nothing', () => {
  const { record, recordMlDsa, witness, heartbeat } = KEYS.coalition;
  const card = Card.parse({
    parley: 'card',
    version: 1,
    party: coalition,
    name: 'Coalition',
    recordKey: record.vkey,
    recordMlDsaKey: recordMlDsa.vkey,
    witnessKey: witness.vkey,
    heartbeatKey: heartbeat.vkey,
    transportPin: '0'.repeat(64),
    link: 'https://127.0.0.1:8450',
  });
  const twice = trustedKeys([card, card], []);
  assert.equal(twice.ok && twice.value.length, 8);
  const mixed = trustedKeys([{ ...card, heartbeatKey: record.vkey }], []);
  assert.ok(!mixed.ok);
  assert.equal(mixed.refusal.field, 'the card of coalition');
  assert.equal(mixed.refusal.fault, 'one key has several roles');
});

test("a card vouches for its own party's record and for no other", () => {
  const text = made({ statement: 'said', of });
  const key = trusted()[0];
  assert.ok(key !== undefined);
  const findings = checkEvidence(text, [{ ...key, party: russia }], undefined);
  assert.equal(
    findings.ok && findings.value.fault,
    `the key ${KEYS.coalition.record.vkey} is not that of coalition.`,
  );
  const stranger = trusted()[2];
  assert.ok(stranger !== undefined);
  const unknown = checkEvidence(text, [stranger], undefined);
  assert.match((unknown.ok && unknown.value.fault) || '', /not one of those that you gave/);
});

test('a claim of a kind that nobody knows proves nothing', () => {
  const [ours] = records;
  const bytes = line.coalition.bytes[2];
  assert.ok(ours !== undefined && bytes !== undefined);
  const entry = { record: 0, index: 2, bytes, proof: line.coalition.tree.inclusionProof(2) };
  for (const claim of [{}, { statement: 'agreed', of }, { statement: 'said', of, more: true }]) {
    const head = { ...keysOf(ours), checkpoint: ours.checkpoint };
    const text = evidenceText({ claim, records: [head], entries: [entry] });
    assert.equal(checkedAs(text).fault, 'it claims what is no statement known here.');
  }
  assert.equal(leafHash(bytes).toHex(), line.coalition.tree.leaf(2).toHex());
});

/** Which flips of a text leave it valid: of each bit, or of one bit in each byte. */
function unnoticed(text: string, each: 'bit' | 'byte'): string[] {
  const bytes = new TextEncoder().encode(text);
  const [known, decoder] = [trusted(), new TextDecoder()];
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const bits = each === 'bit' ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8];
    for (const bit of bits) {
      const flipped = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
      const findings = checkEvidence(decoder.decode(flipped), known, undefined);
      if (findings.ok && findings.value.valid) found.push(`bit ${bit} of byte ${at}`);
    }
  }
  return found;
}

test('every single-bit change of evidence is found', () => {
  assert.deepEqual(unnoticed(made({ statement: 'said', of }), 'bit'), []);
  for (const statement of ['timed', 'received', 'answered'] as const) {
    assert.deepEqual(unnoticed(made({ statement, of, by: russia }), 'byte'), []);
  }
});

test('rows that are missing, doubled, exchanged or cut are found', () => {
  const rows = made({ statement: 'answered', of, by: russia }).split('\n');
  const last = rows.length - 1;
  for (let at = 0; at < last; at += 1) {
    const row = rows[at] ?? '';
    const without = rows.toSpliced(at, 1);
    const doubled = rows.toSpliced(at, 0, row);
    const exchanged = rows.with(at, rows[at + 1] ?? '').with(at + 1, row);
    const cut = [...rows.slice(0, at), row.slice(0, row.length / 2)];
    for (const changed of [without, doubled, exchanged, cut]) {
      const findings = checkEvidence(changed.join('\n'), trusted(), undefined);
      assert.ok(!findings.ok || !findings.value.valid, `row ${at}`);
    }
  }
});
