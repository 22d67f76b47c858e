import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonicalBytes, readCanonical } from '../src/index.ts';
import type { CanonicalValue } from '../src/index.ts';
import { codeOf, hex, valueOf } from './parties.ts';

const utf8 = new TextEncoder();

function written(value: CanonicalValue): string {
  return new TextDecoder().decode(canonicalBytes(value));
}

function codeFor(text: string, bytesMax = 10_000): string {
  return codeOf(readCanonical(utf8.encode(text), bytesMax));
}

test('RFC 8785 section 3.2.2: the sample string has the bytes of the RFC', () => {
  const value = JSON.parse('"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"') as string;
  const expected = '22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22';
  assert.deepEqual(canonicalBytes(value), hex(expected));
});

test('RFC 8785 section 3.2.3: keys are sorted by UTF-16 code units', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\u{1f600}': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  assert.equal(
    written(value),
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
      '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
      '"\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  );
});

test('a nested value has the form that RFC 8785 gives it', () => {
  const value = { b: [true, false, -7], a: { z: 9007199254740991, y: '' }, c: [] };
  assert.equal(written(value), '{"a":{"y":"","z":9007199254740991},"b":[true,false,-7],"c":[]}');
});

const refusals: readonly (readonly [why: string, text: string, code: string])[] = [
  ['nothing at all', '', 'not-json'],
  ['half a value', '{"a":', 'not-json'],
  ['two values', '{}{}', 'not-json'],
  ['a byte order mark', '\ufeff{}', 'not-json'],
  ['a raw control character in a string', '"\u0001"', 'not-json'],
  ['NaN', '[NaN]', 'not-json'],
  ['a leading zero', '[01]', 'not-json'],
  ['an unknown escape', '"\\x41"', 'not-json'],
  ['null', '{"a":null}', 'null-value'],
  ['a fraction', '[1.5]', 'not-an-integer'],
  ['a fraction that is whole', '[1.0]', 'not-an-integer'],
  ['an exponent', '[1e3]', 'not-an-integer'],
  ['minus zero', '[-0]', 'not-an-integer'],
  ['2^53', '[9007199254740992]', 'not-an-integer'],
  ['-2^53', '[-9007199254740992]', 'not-an-integer'],
  ['a number beyond a double', '[1e999]', 'not-an-integer'],
  ['a lone surrogate in a string', '["\\ud800"]', 'lone-surrogate'],
  ['a lone surrogate in a key', '{"\\udc00":1}', 'lone-surrogate'],
  ['surrogates in the wrong order', '["\\ude00\\ud83d"]', 'lone-surrogate'],
  ['a key twice', '{"a":1,"a":1}', 'duplicate-key'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-key'],
  ['a key twice, deep down', '[{"b":{"a":1,"c":[{}],"a":2}}]', 'duplicate-key'],
  ['__proto__ twice', '{"__proto__":1,"__proto__":2}', 'duplicate-key'],
  ['33 levels of arrays', '['.repeat(33) + ']'.repeat(33), 'too-deep'],
  ['33 levels of objects', '{"a":'.repeat(32) + '{}' + '}'.repeat(32), 'too-deep'],
  ['keys out of order', '{"b":1,"a":2}', 'not-canonical'],
  ['white space', '{"a": 1}', 'not-canonical'],
  ['a newline at the end', '{}\n', 'not-canonical'],
  ['an escaped letter', '"\\u0041"', 'not-canonical'],
  ['an escaped slash', '"\\/"', 'not-canonical'],
  ['upper-case hex in an escape', '"\\u000F"', 'not-canonical'],
  ['an escaped pair of surrogates', '"\\ud83d\\ude00"', 'not-canonical'],
];

for (const [why, text, code] of refusals) {
  test(`reading refuses ${why} as ${code}`, () => assert.equal(codeFor(text), code));
}

test('the limits are exact: 32 levels and the last byte are taken', () => {
  assert.equal(codeFor('['.repeat(32) + ']'.repeat(32)), 'accepted');
  assert.equal(codeFor('["four"]', 8), 'accepted');
  assert.equal(codeFor('["four"]', 7), 'oversize');
});

test('bytes that are not UTF-8 are refused, overlong forms and coded surrogates too', () => {
  for (const bytes of ['22ff22', '22c0af22', '22eda08022', '22f4908080 22'.replace(' ', '')]) {
    assert.equal(codeOf(readCanonical(hex(bytes), 100)), 'not-utf8', bytes);
  }
});

test('a key named __proto__ is a key like any other and reaches no prototype', () => {
  const text = '{"__proto__":{"polluted":true},"constructor":1}';
  const value = valueOf(readCanonical(utf8.encode(text), 100));
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
  assert.equal(Reflect.get(Object.prototype, 'polluted'), undefined);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(written(value), text);
});

test('writing what has no canonical form is a bug and throws', () => {
  for (const value of [1.5, -0, NaN, Infinity, 2 ** 53, '\ud800', null, undefined, [1.5]]) {
    assert.throws(() => canonicalBytes(value as CanonicalValue), /^Error: bug: /u);
  }
});

test('a megabyte of escapes is read in good time', () => {
  const text = JSON.stringify('\\"'.repeat(250_000));
  assert.equal(codeFor(text, 2_000_000), 'accepted');
  assert.equal(codeFor(text.slice(0, -1), 2_000_000), 'not-json');
});

const values = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }),
  ),
})).value;

test('what is written is read back as the same value, and written again as the same bytes', () => {
  fc.assert(
    fc.property(values, (value) => {
      const bytes = canonicalBytes(value);
      const read = valueOf(readCanonical(bytes, 1_000_000));
      assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(value)));
      assert.deepEqual(canonicalBytes(read), bytes);
    }),
    { numRuns: 300 },
  );
});

test('of the spellings that JSON.stringify makes only the canonical one is read', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, undefined, space);
      const isCanonical = text === written(value);
      assert.equal(codeFor(text, 1_000_000), isCanonical ? 'accepted' : 'not-canonical');
    }),
    { numRuns: 300 },
  );
});

test('random bytes and mangled entries are refused or read, and never throw', () => {
  const mangled = fc
    .tuple(values, fc.nat(), fc.nat(255))
    .map(([value, at, byte]) =>
      canonicalBytes(value).with(...placed(canonicalBytes(value), at, byte)),
    );
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mangled), (bytes) => {
      const read = readCanonical(bytes, 1_000_000);
      if (read.ok) assert.deepEqual(canonicalBytes(read.value), bytes);
      else assert.match(read.refusal.sentence, /^The entry .*\.$/su);
    }),
    { numRuns: 500 },
  );
});

function placed(bytes: Uint8Array, at: number, byte: number): [number, number] {
  return [at % bytes.length, byte];
}
