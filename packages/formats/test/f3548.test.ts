// ASTM F3548-21 JSON: what its schema allows, what it leaves open, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVolumes } from '../src/index.ts';
import { volume4D, WINDOW } from './features.ts';

const HAE = { kind: 'height', unit: 'm', reference: 'HAE' };
const POLYGON = {
  outline_circle: null,
  outline_polygon: {
    vertices: [
      { lat: 35, lng: 40 },
      { lat: 35, lng: 41 },
      { lat: 36, lng: 40.5 },
    ],
  },
};

function faultsOf(value: object): string[] {
  return readVolumes(JSON.stringify(value)).faults.map((x) => `${x.field} | ${x.fault}`);
}

test('a Volume4D with a circle', () => {
  assert.deepEqual(readVolumes(JSON.stringify(volume4D())), {
    features: [
      {
        id: 'volume 1',
        party: '',
        volumes: [
          {
            outline: {
              kind: 'circle',
              centre: { latE7: 355_000_000, lonE7: 405_000_000 },
              radiusCentimetres: 30_018,
            },
            band: { lower: { ...HAE, centimetres: 1950 }, upper: { ...HAE, centimetres: 12_000 } },
            window: WINDOW,
          },
        ],
        line: 1,
      },
    ],
    faults: [],
    notes: [
      { line: 1, feature: 'volume 1', note: 'has no id, and is called "volume 1" by its place' },
    ],
  });
});

test('an object with volumes, an operational intent, and a list of Volume4D', () => {
  const volumes = [volume4D(), volume4D(POLYGON)];
  const read = readVolumes(
    JSON.stringify([
      { id: 'op', owner: 'uss1', volumes },
      {
        reference: { id: 'intent', manager: 'uss2' },
        details: { volumes, off_nominal_volumes: [volume4D()] },
      },
      volume4D(),
    ]),
  );
  assert.deepEqual(read.faults, []);
  assert.deepEqual(
    read.features.map(({ id, party, volumes: list }) => [id, party, list.length]),
    [
      ['op', 'uss1', 2],
      ['intent', 'uss2', 3],
      ['volume 3', '', 1],
    ],
  );
  assert.deepEqual(read.features[0]?.volumes[1]?.outline, {
    kind: 'polygon',
    ring: [
      { latE7: 350_000_000, lonE7: 400_000_000 },
      { latE7: 350_000_000, lonE7: 410_000_000 },
      { latE7: 360_000_000, lonE7: 405_000_000 },
    ],
  });
});

test('limits that are left out are no limits by the standard: explicit, and noted', () => {
  const open = volume4D({ altitude_lower: null, altitude_upper: undefined }, { time_end: null });
  const { features, faults, notes } = readVolumes(JSON.stringify({ id: 'x', volumes: [open] }));
  assert.deepEqual(faults, []);
  const [volume] = features[0]?.volumes ?? [];
  assert.deepEqual(volume?.band, { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } });
  // 2200-01-01T00:00:00Z
  assert.deepEqual(volume?.window, { startMs: WINDOW.startMs, endMs: 7_258_118_400_000 });
  assert.deepEqual(
    notes.map(({ note }) => note.replace('volumes[0].', '')),
    [
      'volume.altitude_lower is not stated: by ASTM F3548 the volume is from the surface up',
      'volume.altitude_upper is not stated: by ASTM F3548 the volume is unlimited upwards',
      'time_end is not stated: by ASTM F3548 the volume is without end',
    ],
  );
});

test('exactly one outline, and only the units, references and formats of the standard', () => {
  assert.deepEqual(faultsOf(volume4D({ outline_polygon: { vertices: [] } })), [
    'volume | has two outlines',
  ]);
  assert.deepEqual(faultsOf(volume4D({ outline_circle: null })), ['volume | has no outline']);
  assert.deepEqual(
    faultsOf(
      volume4D(
        {
          outline_circle: { center: { lat: 91, lng: 0 }, radius: { value: 5, units: 'FT' } },
          altitude_lower: { value: 5, reference: 'AGL', units: 'FT' },
          altitude_upper: { value: '9', reference: 'W84', units: 'M' },
        },
        { time_start: { value: '2026-09-17T13:00:00Z' }, time_end: '2026-09-17T14:00:00Z' },
      ),
    ),
    [
      'volume.outline_circle.center | is 91',
      'volume.outline_circle.radius.units | is "FT"',
      'volume.altitude_lower.reference | is "AGL"',
      'volume.altitude_lower.units | is "FT"',
      'volume.altitude_upper.value | is "9"',
      'time_start.format | is missing',
      'time_end.format | is missing',
    ],
  );
});

test('a polygon closed by repeating its first vertex is against the standard', () => {
  const vertices = [...POLYGON.outline_polygon.vertices, { lat: 35, lng: 40 }];
  assert.deepEqual(faultsOf(volume4D({ ...POLYGON, outline_polygon: { vertices } })), [
    'outline.ring[0] | is the same place as the last vertex',
  ]);
});
