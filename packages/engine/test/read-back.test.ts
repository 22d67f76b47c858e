// READ-BACK: what the reader saw, in its own conventions, against the geometry that was sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadBack, Ref } from '@parley/protocol';
import { compareReadBack, renderVolumes } from '../src/index.ts';
import { eastward, RENDERED, readBack, volume } from './bodies.ts';

const REF: Ref = { party: 'north', index: 0, leaf: '0'.repeat(64) } as Ref;

function differences(volumes: ReadBack['volumes'], sent = [volume()]): readonly string[] {
  const comparison = compareReadBack(sent, readBack(REF, { volumes }));
  return comparison.result === 'match' ? [] : comparison.differences;
}

test('the same in decimal degrees matches', () => {
  assert.deepEqual(differences([RENDERED]), []);
});

test('the same in the other forms of position matches', () => {
  // GeoConvert gives these for 35.26 40.15: -d, -: and -m -p 0.
  for (const point of ['35°15\'36.00"N 040°09\'00.00"E', "35°15.6000'N 040°09.0000'E"]) {
    assert.deepEqual(differences([{ ...RENDERED, points: [point] }]), []);
  }
});

test('every form that a node writes reads back as a match', () => {
  const square = volume({
    outline: {
      kind: 'polygon',
      ring: [
        { latE7: -123_456_789, lonE7: -1_799_999_999 },
        { latE7: -123_456_789, lonE7: -1_795_000_001 },
        { latE7: -120_000_003, lonE7: -1_795_000_001 },
      ],
    },
    band: {
      lower: { kind: 'surface' },
      upper: { kind: 'height', centimetres: 123_457, unit: 'ft', reference: 'AMSL' },
    },
  });
  for (const form of ['DD', 'DM', 'DMS', 'MGRS'] as const) {
    for (const sent of [[volume()], [square, volume()]]) {
      const volumes = renderVolumes(sent, form);
      const body = readBack(REF, { form, volumes });
      assert.deepEqual(compareReadBack(sent, body), { result: 'match' }, form);
    }
  }
});

test('a rendering is what a reader would write by hand', () => {
  assert.deepEqual(renderVolumes([volume()], 'DD'), [RENDERED]);
});

test('a vertex 9.1 km away is named with its distance', () => {
  // By GeodSolve, 35.26 N 40.15 E to 35.26 N 40.25 E is 9,099.85 m.
  const points = ['35.2600000 N 040.2500000 E'];
  assert.deepEqual(differences([{ ...RENDERED, points }]), [
    'vertex 1 is 9100 m from where it was sent',
  ]);
});

test('positions agree within 2 m, and no further', () => {
  // 0.0000179 degree of latitude is 1.99 m there, 0.0000190 is 2.11 m.
  assert.deepEqual(differences([{ ...RENDERED, points: ['35.2600179 N 040.1500000 E'] }]), []);
  assert.deepEqual(differences([{ ...RENDERED, points: ['35.2600190 N 040.1500000 E'] }]), [
    'vertex 1 is 2 m from where it was sent',
  ]);
});

test('seconds are compared as seconds, and a cell of kilometres is no read-back', () => {
  // 35.26 N 40.15 E is a whole second; half the diagonal of 30.9 m by 25.2 m is 19.9 m.
  assert.deepEqual(differences([{ ...RENDERED, points: ['351536N0400900E'] }]), []);
  assert.deepEqual(differences([{ ...RENDERED, points: ['351537N0400900E'] }]), [
    'vertex 1 is 31 m from where it was sent',
  ]);
  assert.deepEqual(differences([{ ...RENDERED, points: ['441LL15'] }]), [
    'vertex 1 is read back to 9260 m only',
  ]);
});

test('a vertex that cannot be read is named', () => {
  const [difference = ''] = differences([{ ...RENDERED, points: ['north of the river'] }]);
  assert.match(difference, /^vertex 1 cannot be read: /);
});

test('another number of vertices is named', () => {
  const points = [RENDERED.points[0] ?? '', RENDERED.points[0] ?? ''];
  assert.deepEqual(differences([{ ...RENDERED, points }]), ['vertices read back: 2, sent: 1']);
});

test('another radius is named', () => {
  assert.deepEqual(differences([{ ...RENDERED, extentCentimetres: 300_001 }]), [
    'the radius or half-width differs',
  ]);
});

test('another height, or the same number on another reference, is named', () => {
  assert.deepEqual(differences([{ ...RENDERED, lower: 'FL190' }]), [
    'the lower limit was read as FL190, sent as FL180',
  ]);
  assert.deepEqual(differences([{ ...RENDERED, upper: '24 000 ft AMSL' }]), [
    'the upper limit was read as 24 000 ft AMSL, sent as FL240',
  ]);
});

test('another time is named, a second off too', () => {
  assert.deepEqual(differences([{ ...RENDERED, end: '2026-09-21 16:13:21Z' }]), [
    'the end was read as 2026-09-21 16:13:21Z, sent as 2026-09-21 16:13:20Z',
  ]);
});

test('a volume left out is a mismatch, and the volume at fault is named', () => {
  assert.deepEqual(differences([RENDERED], [volume(), eastward(100)]), [
    'volumes read back: 1, sent: 2',
  ]);
  const second = { ...RENDERED, lower: 'FL100' };
  assert.deepEqual(differences([RENDERED, second], [volume(), volume()]), [
    'volume 2, the lower limit was read as FL100, sent as FL180',
  ]);
});

test('an officer who disputes makes a mismatch, though all figures agree', () => {
  assert.deepEqual(compareReadBack([volume()], readBack(REF, { officer: 'disputes' })), {
    result: 'mismatch',
    differences: ['the reading officer disputes it'],
  });
});

test('a limit that was read back without its exclusion is a mismatch', () => {
  const { lower } = volume().band;
  const upper = { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' } as const;
  const sent = volume({ band: { lower, upper: { ...upper, excluded: true } } });
  assert.deepEqual(differences([RENDERED], [sent]), [
    'the upper limit was read as FL240, sent as FL240 excl',
  ]);
});

test('a read-back on the wrong datum names it', () => {
  // SK-42 degrees of 35.26 40.15, by cs2cs with the parameters of EPSG:5044.
  const points = ['35.2602596 N 40.1511755 E'];
  const [difference] = differences([{ ...RENDERED, points }]);
  assert.match(
    difference ?? '',
    /^vertex 1 is 1[0-4]\d m from .* sent, as if SK-42 degrees had been taken for WGS-84$/,
  );
});
