// Two renderings of one geometry, made by two nodes each in its own conventions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareRenderings, direct, writePosition } from '../src/index.ts';
import type { Position, Rendering, RenderingTolerance, WrittenForm } from '../src/index.ts';

const TOLERANCE: RenderingTolerance = {
  positionMetres: 2,
  heightMetres: 1,
  timeMs: 1000,
  cellMetresMax: 50,
};
const RING: readonly Position[] = [
  { latE7: 352_700_000, lonE7: 401_300_000 },
  { latE7: 352_700_000, lonE7: 401_500_000 },
  { latE7: 352_500_000, lonE7: 401_500_000 },
  { latE7: 352_400_000, lonE7: 401_350_000 },
];

/** The ring and its facts; written by hand but for the positions. */
function rendering(form: WrittenForm, change: Partial<Rendering> = {}, ring = RING): Rendering {
  return {
    points: ring.map((vertex) => writePosition(vertex, form)),
    lower: 'FL180',
    upper: 'FL240',
    start: '2016-09-17 13:55:00Z',
    end: '2016-09-17 15:00:00Z',
    ...change,
  };
}

function sentences(one: Rendering, other: Rendering): readonly string[] {
  const compared = compareRenderings(one, other, TOLERANCE);
  return compared.result === 'match' ? [] : compared.differences.map((each) => each.sentence);
}

test('a side on MGRS and Zulu and a side on SK-42 and Moscow time mean the same', () => {
  const russian = rendering('SK42', {
    lower: 'эшелон 180',
    upper: 'FL240',
    start: '2016-09-17 16:55 Europe/Moscow',
    end: '171800CSEP16',
  });
  const compared = compareRenderings(rendering('MGRS'), russian, TOLERANCE);
  assert.equal(compared.result, 'match', JSON.stringify(compared));
  assert.ok(compared.result === 'match' && compared.withinMetres < 0.8);
  assert.match(compared.result === 'match' ? compared.sentence : '', /^MATCH: vertices within 0\./);
});

test('a vertex that was moved is named, with how far', () => {
  const [a, b, c, d] = RING;
  assert.ok(a !== undefined && b !== undefined && c !== undefined && d !== undefined);
  const moved = rendering('DMS', {}, [a, b, direct(c, 90, 300), d]);
  const [only, ...more] = sentences(rendering('MGRS'), moved);
  assert.match(only ?? '', /^Vertex 3: .* 300 m apart, bearing 090 degrees\.$/);
  assert.deepEqual(more, []);
});

test('degrees on SK-42 read as WGS-84 are named as what they are', () => {
  const wrong = rendering('SK42_DMS');
  const bare = { ...wrong, points: wrong.points.map((text) => text.replace('SK-42 ', '')) };
  const found = sentences(rendering('MGRS'), bare);
  assert.equal(found.length, 4);
  for (const [at, sentence] of found.entries()) {
    assert.match(sentence, new RegExp(`^Vertex ${at + 1}: .*SK-42`));
  }
});

test('exchanged axes are named', () => {
  const swapped = RING.map(({ latE7, lonE7 }) => ({ latE7: lonE7, lonE7: latE7 }));
  const found = sentences(rendering('DD'), rendering('DD', {}, swapped));
  assert.match(found[0] ?? '', /^Vertex 1: .*latitude and longitude had been exchanged/);
});

test('a ring begun elsewhere, or wound the other way, is one difference', () => {
  const [a, b, c, d] = RING;
  assert.ok(a !== undefined && b !== undefined && c !== undefined && d !== undefined);
  assert.deepEqual(sentences(rendering('MGRS'), rendering('DMS', {}, [c, d, a, b])), [
    'The vertices are the same in another order, as if the ring had been begun at vertex 3.',
  ]);
  assert.deepEqual(sentences(rendering('MGRS'), rendering('DMS', {}, [a, d, c, b])), [
    'The vertices are the same in another order, as if the ring had been wound the other way.',
  ]);
  assert.match(
    sentences(rendering('MGRS'), rendering('DMS', {}, [a, b, c, d, a])).join(),
    /4 vertices, the second 5, as if the first vertex had been repeated at the end/,
  );
});

test('heights of two references cannot be the same, whatever their numbers', () => {
  const feet = rendering('DD', { lower: '18000 ft AMSL' });
  assert.match(sentences(rendering('DD'), feet).join(), /on STD and AMSL, which nothing compares/);
  const metres = rendering('DD', { lower: '5486 m STD' });
  assert.deepEqual(sentences(rendering('DD'), metres), []);
  const ground = rendering('DD', { lower: '300 m AGL' });
  assert.match(sentences(rendering('DD'), ground).join(), /without a named terrain model/);
});

test('a time a minute off and a text that cannot be read are named', () => {
  const late = rendering('DD', { start: '2016-09-17 13:56:00Z' });
  assert.match(sentences(rendering('DD'), late).join(), /^The start is .*: 60 s apart\.$/);
  const broken = rendering('DD', { end: '15:00' });
  assert.match(
    sentences(rendering('DD'), broken).join(),
    /^The end of the second .* cannot be read/,
  );
  const coarse = rendering('DD', { points: ['37S FV 03', ...rendering('DD').points.slice(1)] });
  assert.match(sentences(rendering('DD'), coarse).join(), /cannot be read|states no more than/);
});

test('any ring matches itself in any two forms, and a vertex moved by 200 m is named', () => {
  const forms = ['DD', 'DM', 'DMS', 'MGRS', 'UTM', 'SK42', 'SK42_DMS', 'PZ90_DMS', 'GEO'] as const;
  const form = fc.constantFrom<WrittenForm>(...forms);
  const corner = fc.record({
    latE7: fc.integer({ min: -700_000_000, max: 700_000_000 }),
    lonE7: fc.integer({ min: -1_790_000_000, max: 1_790_000_000 }),
  });
  fc.assert(
    fc.property(corner, form, form, fc.nat({ max: 4 }), (first, a, b, at) => {
      const ring = [0, 72, 144, 216, 288].map((azimuth) => direct(first, azimuth, 5000));
      assert.deepEqual(sentences(rendering(a, {}, ring), rendering(b, {}, ring)), []);
      const moved = ring.map((vertex, i) => (i === at ? direct(vertex, 45, 200) : vertex));
      const found = compareRenderings(rendering(a, {}, ring), rendering(b, {}, moved), TOLERANCE);
      assert.ok(found.result === 'mismatch');
      const vertices = found.differences.map((each) => 'vertex' in each && each.vertex);
      assert.deepEqual(vertices, [at]);
    }),
    { numRuns: 300 },
  );
});
