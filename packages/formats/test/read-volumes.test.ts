// Any text at all: broken, deep, odd, too large.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { faultSentence, readVolumes } from '../src/index.ts';
import { feature, volume4D } from './features.ts';

function good(id: string): string {
  return JSON.stringify(feature({ id }));
}

test('text that is not JSON is refused with its line', () => {
  const { faults } = readVolumes('{\n  "type": "Feature",\n  oops\n}');
  assert.equal(faults.length, 1);
  assert.equal(faults[0]?.line, 3);
  assert.match(faults[0]?.fault ?? '', /^is not JSON: /);
  for (const text of ['', ' \n ', 'hello']) assert.equal(readVolumes(text).faults.length, 1);
});

test('a broken line among features, one a line, leaves the others', () => {
  const text = ['{"type": "Feature"', good('a'), '', `\u001E${good('b')}`, '[]', good('c')];
  const { features, faults } = readVolumes(`\uFEFF${text.join('\r\n')}\n`);
  assert.deepEqual(
    features.map(({ id, line }) => `${id}${line}`),
    ['a2', 'b4', 'c6'],
  );
  assert.deepEqual(
    faults.map(({ line }) => line),
    [1],
  );
});

test('JSON of no known shape is refused as what it is', () => {
  for (const [text, fault] of [
    ['null', 'is missing'],
    ['"x"', 'is "x"'],
    ['[1]', 'is 1'],
    ['{}', 'is an object'],
    ['{"type": "Topology"}', 'has type "Topology"'],
    ['{"type": "FeatureCollection", "features": 5}', 'has type "FeatureCollection"'],
  ] as const) {
    assert.deepEqual(
      readVolumes(text).faults.map((x) => x.fault),
      [fault],
    );
  }
  assert.deepEqual(readVolumes('[]'), { features: [], faults: [], notes: [] });
});

test('a fault as a sentence names line, feature, field, fault and remedy', () => {
  const [fault] = readVolumes(JSON.stringify(feature({ start: null }))).faults;
  assert.equal(
    fault && faultSentence(fault),
    'line 1, A, start: missing; right would be ' +
      'an RFC 3339 time with its zone, such as "2026-09-17T13:55:00Z"',
  );
});

test('limits on text, features, volumes, vertices', () => {
  const long = readVolumes(' '.repeat(64 * 1024 * 1024 + 1));
  assert.deepEqual(
    long.faults.map((x) => x.fault),
    ['is 67108865 characters long'],
  );
  const many = readVolumes(`[${'0,'.repeat(200_000)}0]`);
  assert.deepEqual(
    many.faults.map((x) => x.fault),
    ['has 200001 features'],
  );
  const ring = Array.from({ length: 1002 }, (_, i) => [i / 100, 0]);
  const large = feature({}, { type: 'Polygon', coordinates: [ring] });
  assert.deepEqual(
    readVolumes(JSON.stringify(large)).faults.map((x) => x.fault),
    ['is a list of 1002'],
  );
  const none = readVolumes('{"id": "x", "volumes": []}');
  assert.deepEqual(
    none.faults.map((x) => x.fault),
    ['is a list of 0'],
  );
});

test('deeply nested JSON is refused, not thrown', () => {
  for (const text of ['['.repeat(200_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
    assert.equal(readVolumes(text).faults.length, 1);
  }
  const deep = `{"type":"Feature","geometry":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
  assert.ok(readVolumes(deep).faults.length > 0);
});

test('any JSON, and any mutation of a sound file, is read or refused and never throws', () => {
  const sound = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature({}),
      feature({ id: 'B', radiusMetres: 5 }, { type: 'Point', coordinates: [1, 2] }),
    ],
  });
  const standard = JSON.stringify({ id: 'op', volumes: [volume4D(), volume4D()] });
  const names = fc.constantFrom(
    'type',
    'geometry',
    'coordinates',
    'properties',
    'volumes',
    'volume',
  );
  const odd = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('Feature', 'Polygon', 'Point'),
      tie('object'),
    ),
    object: fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  })).object;
  const mutated = fc
    .tuple(fc.constantFrom(sound, standard), fc.nat(), fc.nat(30), fc.string())
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });
  const texts = fc.oneof(
    odd.map((value) => JSON.stringify(value)),
    fc.json({ maxDepth: 3 }),
    fc.string(),
    mutated,
  );
  const property = fc.property(texts, (text) => {
    const { features, faults } = readVolumes(text);
    assert.ok(
      features.length + faults.length > 0 ||
        /^\s*(\[\s*\]|\{.*"features":\s*\[\s*\].*\})\s*$/s.test(text),
    );
  });
  fc.assert(property, { numRuns: 2000, seed: 11 });
});
