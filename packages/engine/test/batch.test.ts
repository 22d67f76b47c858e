// What a faulty or hostile peer may send: the state stays as it was, the refusal says why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalBytes, forkEvidenceText, signerKey, verifyForkEvidence } from '@parley/ledger';
import type { CanonicalValue } from '@parley/ledger';
import { entryBytes, HashHex } from '@parley/protocol';
import type { Entry } from '@parley/protocol';
import { step } from '../src/index.ts';
import type { Effect, Input, Line } from '../src/index.ts';
import { NORTH, notice, PARTY_ELSEWHERE, question, SOUTH, warning } from './bodies.ts';
import {
  batchOf,
  commit,
  appendOf,
  deliver,
  forgedBatch,
  makePair,
  refusalOf,
  say,
  signed,
} from './nodes.ts';
import type { Batch, TestNode } from './nodes.ts';
import { project } from './project.ts';
import { rowFor } from './scribe.ts';

/** North has said three things, of which south holds two. */
function halfHeld(): [TestNode, TestNode] {
  const [north, south] = makePair();
  say(north, notice());
  say(north, question());
  deliver(north, south);
  say(north, warning());
  return [north, south];
}

function standOf(line: Line): object {
  const mirror = line.mirrors.get(NORTH);
  return {
    picture: project(line.picture),
    own: line.own.root().toHex(),
    mirrored: mirror?.tree.root().toHex(),
    checkpoint: mirror?.checkpoint,
    next: line.members.map((party) => line.waiting.nextIndex(party)),
  };
}

function batch(node: TestNode, changes: Partial<Batch> = {}, first = 2): Input {
  return { ...batchOf(node, first), ...changes };
}

function viewOf(entry: Entry): { [key: string]: CanonicalValue } {
  return JSON.parse(new TextDecoder().decode(entryBytes(entry))) as {
    [key: string]: CanonicalValue;
  };
}

function refusedUnchanged(south: TestNode, input: Input): Effect[] {
  const before = standOf(south.line);
  const effects = step(south.line, input);
  assert.deepEqual(standOf(south.line), before);
  assert.deepEqual(
    effects.map(({ kind }) => kind),
    ['raise', 'refuse'],
  );
  return effects;
}

const CASES: readonly (readonly [string, string, (north: TestNode) => Input])[] = [
  ['a checkpoint that is no note', 'malformed', (north) => batch(north, { checkpoint: 'hello' })],
  ['an index that is none', 'malformed', (north) => batch(north, { firstIndex: -1 })],
  [
    'an entry of more than a mebibyte',
    'oversize',
    (north) => batch(north, { entries: [new Uint8Array(1_048_577)] }),
  ],
  [
    'more entries than a batch may have',
    'oversize',
    (north) => batch(north, { entries: Array.from({ length: 10_001 }, () => new Uint8Array()) }),
  ],
  [
    'a signature that was changed',
    'wrongly-signed',
    (north) => {
      const { checkpoint } = batchOf(north, 2);
      const last = checkpoint.at(-5) === 'A' ? 'B' : 'A';
      return batch(north, {
        checkpoint: `${checkpoint.slice(0, -5)}${last}${checkpoint.slice(-4)}`,
      });
    },
  ],
  [
    'a checkpoint of another key',
    'wrongly-signed',
    (north) => {
      const other = signerKey(north.key.name, 'ed25519', new Uint8Array(32).fill(77));
      return batch(north, { checkpoint: signed(other, north.line.own, 3) });
    },
  ],
  [
    'a checkpoint of another record',
    'not-this-record',
    (north) => {
      const other = signerKey('north.example/other', 'ed25519', new Uint8Array(32).fill(1));
      return batch(north, { checkpoint: signed(other, north.line.own, 3) });
    },
  ],
  [
    'an entry changed on the way',
    'root-mismatch',
    (north) => batch(north, { entries: [canonicalBytes({ changed: true })] }),
  ],
  ['a gap before the batch', 'gap', (north) => batch(north, { firstIndex: 3, entries: [] })],
  ['a gap after the batch', 'gap', (north) => batch(north, { entries: [] })],
  [
    'entries beyond the checkpoint',
    'malformed',
    (north) => batch(north, { checkpoint: signed(north.key, north.line.own, 2) }),
  ],
];

for (const [why, code, make] of CASES) {
  test(`${why} is refused as ${code}, raised, and changes nothing`, () => {
    const [north, south] = halfHeld();
    const effects = refusedUnchanged(south, make(north));
    const refusal = refusalOf(effects);
    assert.equal(refusal.code, code);
    assert.notEqual(refusal.fault, '');
    assert.equal(effects[0]?.kind === 'raise' && effects[0].party, NORTH);
    deliver(north, south);
    assert.equal(south.line.mirrors.get(NORTH)?.tree.size, 3);
  });
}

test('a batch of a party that is no member is refused', () => {
  const [north, south] = halfHeld();
  const effects = step(south.line, batch(north, { from: PARTY_ELSEWHERE }));
  assert.equal(refusalOf(effects).code, 'unknown-party');
});

test('a batch that repeats what is held, in part, brings only what is new', () => {
  const [north, south] = halfHeld();
  const append = appendOf(step(south.line, batch(north, {}, 0)));
  assert.deepEqual(
    append.rows.map(({ ref }) => `${ref.party}/${ref.index}`),
    ['north/2', 'south/1'],
  );
});

test('a rewritten history is a fork, and its evidence stands without this software state', () => {
  const [north, south] = halfHeld();
  const rewritten = [
    rowFor(NORTH, 0, notice({ title: 'Never said' })),
    rowFor(NORTH, 1, question()),
  ];
  const input = forgedBatch(
    north,
    rewritten.map(({ bytes }) => bytes),
  );
  const [raised, refused] = refusedUnchanged(south, input);
  assert.equal(refused?.kind === 'refuse' && refused.refusal.code, 'fork');
  assert(raised?.kind === 'raise' && raised.fault?.code === 'fork');
  const text = forkEvidenceText(raised.fault.evidence);
  const verified = verifyForkEvidence(text, north.key);
  assert.deepEqual(verified, { ok: true, value: { size: 2 } });
  const other = signerKey(north.key.name, 'ed25519', new Uint8Array(32).fill(77));
  assert.equal(verifyForkEvidence(text, other).ok, false);
});

test('a longer rewritten history is a fork at what was held', () => {
  const [north, south] = halfHeld();
  const rewritten = ['One', 'Two', 'Three'].map((title, at) =>
    rowFor(NORTH, at, notice({ title })),
  );
  const input = forgedBatch(
    north,
    rewritten.map(({ bytes }) => bytes),
  );
  const [raised] = refusedUnchanged(south, input);
  assert(raised?.kind === 'raise' && raised.fault?.code === 'fork');
  const verified = verifyForkEvidence(forkEvidenceText(raised.fault.evidence), north.key);
  assert.deepEqual(verified, { ok: true, value: { size: 2 } });
});

const UNREADABLE: readonly (readonly [string, string, Uint8Array])[] = [
  ['is not canonical', 'not-canonical', new TextEncoder().encode('{"a": 1}')],
  ['has another shape', 'malformed', canonicalBytes({ hello: 'north' })],
  ['has more than 65,536 bytes', 'oversize', canonicalBytes({ a: 'x'.repeat(65_536) })],
  ['belongs to another record', 'not-this-record', rowFor(SOUTH, 0, notice()).bytes],
];

for (const [why, code, bytes] of UNREADABLE) {
  test(`a correctly signed entry that ${why} is kept, receipted and marked ${code}`, () => {
    const [north, south] = makePair();
    const after = rowFor(NORTH, 1, notice()).bytes;
    const append = appendOf(step(south.line, forgedBatch(north, [bytes, after])));
    assert.equal(append.rows.length, 3);
    commit(south, append);
    const { picture } = south.line;
    assert.deepEqual(
      picture.unusable.map(({ ref, refusal }) => `${ref.party}/${ref.index} ${refusal.code}`),
      [`north/0 ${code}`],
    );
    assert.deepEqual([...picture.objects.keys()], ['north/1']);
  });
}

test('a peer that names a head of ours which we never had is raised as seen-mismatch', () => {
  const [north, south] = makePair();
  say(south, notice());
  for (const [size, root] of [
    [1, '0'.repeat(64)],
    [9, south.line.own.root().toHex()],
  ] as const) {
    const seen = [{ party: SOUTH, size, root: HashHex.parse(root) }];
    const row = rowFor(NORTH, 0, { type: 'line-check' }, { seen });
    const effects = step(south.line, forgedBatch(north, [row.bytes]));
    const [raised] = effects;
    assert(raised?.kind === 'raise');
    assert.equal(raised.refusal.code, 'seen-mismatch');
    // It is signed and stands on the record: it is kept all the same, as evidence.
    assert.equal(appendOf(effects).rows.length, 2);
  }
});

test('entries of more than one version of this software are refused by name, not thrown at', () => {
  const [north, south] = makePair();
  const entry = rowFor(NORTH, 0, notice()).entry;
  assert(entry.ok);
  const bytes = canonicalBytes({ ...viewOf(entry.value), version: 2 });
  commit(south, appendOf(step(south.line, forgedBatch(north, [bytes]))));
  assert.equal(south.line.picture.unusable[0]?.refusal.field, 'version');
});
