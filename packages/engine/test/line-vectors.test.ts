// Entries on a line: the shared vectors of protocol/vectors, folded after what came before them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineId, PartyId } from '@parley/protocol';
import type { Refusal } from '@parley/protocol';
import { bytesOf, invalidVectors, validVectors } from '../../protocol/test/vectors.ts';
import { emptyPicture, fold, foldUnreadable, rowOf } from '../src/index.ts';
import type { Picture } from '../src/index.ts';

const LINE = LineId.parse('line-00112233445566aa');
const MEMBERS = ['north', 'south', 'west'].map((name) => PartyId.parse(name));

for (const vector of validVectors()) {
  test(`an entry is used: ${vector.why}`, () => {
    assert.deepEqual(refusalsOf(vector), []);
  });
}

for (const vector of invalidVectors()) {
  test(`an entry keeps its place and is unusable as ${vector.code}: ${vector.why}`, () => {
    const found = refusalsOf(vector).map(({ code, field }) => ({ code, field }));
    assert.deepEqual(found, [{ code: vector.code, field: vector.field }]);
  });
}

test('the vectors show every refusal that an entry can get', () => {
  const codes = new Set(invalidVectors().map(({ code }) => code));
  assert.deepEqual([...codes].toSorted(), [
    'already-said',
    'geometry',
    'malformed',
    'no-longer-in-force',
    'not-canonical',
    'not-releasable',
    'not-this-record',
    'not-to-self',
    'not-yours',
    'out-of-limit',
    'oversize',
    'suspended',
    'too-long-for-precedence',
    'unknown-party',
    'unknown-reference',
    'wrong-kind',
  ]);
});

function refusalsOf(vector: {
  readonly party: string;
  readonly index: number;
  readonly after: readonly string[];
  readonly text?: string;
  readonly hex?: string;
}): Refusal[] {
  const picture = emptyPicture(LINE, MEMBERS);
  for (const text of vector.after) {
    const { party, index } = JSON.parse(text) as { party: string; index: number };
    put(picture, party, index, new TextEncoder().encode(text));
  }
  assert.deepEqual(picture.unusable, []);
  put(picture, vector.party, vector.index, bytesOf(vector));
  assert.equal(picture.folded.get(PartyId.parse(vector.party)), vector.index + 1);
  return picture.unusable.map(({ refusal }) => refusal);
}

function put(picture: Picture, party: string, index: number, bytes: Uint8Array): void {
  const { ref, entry } = rowOf(LINE, PartyId.parse(party), index, bytes);
  if (entry.ok) fold(picture, { entry: entry.value, ref });
  else foldUnreadable(picture, ref, entry.refusal);
}
