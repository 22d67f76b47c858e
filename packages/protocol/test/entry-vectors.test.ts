// Entries as bytes: the shared vectors. They were made with Python's json and hashlib, not with
// this code, so canonical form and leaf hash are checked against another implementation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leafHash } from '@parley/ledger';
import { entryBytes, readEntry, SAYABLE } from '../src/index.ts';
import { bytesOf, invalidVectors, validVectors } from './vectors.ts';

for (const vector of validVectors()) {
  test(`an entry is read and written back byte for byte: ${vector.why}`, () => {
    const read = readEntry(bytesOf(vector));
    assert(read.ok, read.ok ? '' : JSON.stringify(read.refusal));
    assert.equal(new TextDecoder().decode(entryBytes(read.value)), vector.text);
    assert.equal(leafHash(bytesOf(vector)).toHex(), vector.leaf);
  });
}

for (const vector of invalidVectors().filter(({ found }) => found === 'entry')) {
  test(`an entry is refused as ${vector.code}: ${vector.why}`, () => {
    const read = readEntry(bytesOf(vector));
    assert(!read.ok, 'it was taken');
    const { code, field, fault, right } = read.refusal;
    assert.deepEqual({ code, field }, { code: vector.code, field: vector.field });
    assert.notEqual(fault, '');
    assert.notEqual(right, '');
  });
}

for (const vector of invalidVectors().filter(({ found }) => found === 'line')) {
  test(`the bytes alone are sound, and only the line refuses: ${vector.why}`, () => {
    assert.equal(readEntry(bytesOf(vector)).ok, true);
  });
}

test('everything that can be said stands in a vector that is taken and in one that is not', () => {
  const said = SAYABLE.map(({ type, variant }) =>
    variant === undefined ? type : `${type} ${variant.value}`,
  );
  const bad = invalidVectors().filter(({ code }) => code !== 'not-canonical');
  for (const vectors of [validVectors(), bad]) {
    const found = new Set(vectors.map(({ text }) => saidIn(text ?? '')));
    assert.deepEqual(
      said.filter((name) => !found.has(name)),
      [],
    );
  }
});

/** The type of an entry's body, and the kind of a notice or the matter of what has one. */
function saidIn(text: string): string {
  const { body } = JSON.parse(text) as { body?: Readonly<Record<string, string>> };
  const { type = '', matter, kind } = body ?? {};
  const variant = matter ?? (type === 'notice' ? kind : undefined);
  return variant === undefined ? type : `${type} ${variant}`;
}
