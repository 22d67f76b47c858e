// GeoJSON in its three wrappings and four geometries, and what is refused of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVolumes } from '../src/index.ts';
import { feature, SQUARE, WINDOW } from './features.ts';

const BAND_READ = {
  lower: { kind: 'height', centimetres: 10_000, unit: 'm', reference: 'AMSL' },
  upper: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
};

function faultsOf(...features: readonly object[]): string[] {
  const { faults } = readVolumes(JSON.stringify({ type: 'FeatureCollection', features }));
  return faults.map(({ feature: name, field, fault }) => `${name} | ${field} | ${fault}`);
}

test('a polygon becomes an open ring in 1e-7 degree, latitude first', () => {
  assert.deepEqual(readVolumes(JSON.stringify(feature({ party: 'blue' }))), {
    features: [
      {
        id: 'A',
        party: 'blue',
        volumes: [
          {
            outline: {
              kind: 'polygon',
              ring: [
                { latE7: 350_000_000, lonE7: 400_000_000 },
                { latE7: 350_000_000, lonE7: 410_000_000 },
                { latE7: 360_000_000, lonE7: 410_000_000 },
                { latE7: 360_000_000, lonE7: 400_000_000 },
              ],
            },
            band: BAND_READ,
            window: WINDOW,
          },
        ],
        line: 1,
      },
    ],
    faults: [],
    notes: [],
  });
});

test('a Point with a radius, a LineString with a half-width, several polygons', () => {
  const { coordinates } = SQUARE;
  const elsewhere = [[[50, 5], [51, 5], [51, 6], [50, 5]]]; // prettier-ignore
  const read = readVolumes(
    [
      feature({ id: 1, radiusMetres: 1500.5 }, { type: 'Point', coordinates: [-180, 90] }),
      feature(
        { id: 'L', halfWidthMetres: 50 },
        { type: 'LineString', coordinates: [[1, 2], [3, 4]] }, // prettier-ignore
      ),
      feature({ id: 'M' }, { type: 'MultiPolygon', coordinates: [coordinates, elsewhere] }),
    ]
      .map((x) => JSON.stringify(x))
      .join('\n'),
  );
  assert.deepEqual(read.faults, []);
  assert.deepEqual(
    read.features.map(({ id, party, line, volumes }) => [id, party, line, volumes.length]),
    [
      ['1', '', 1, 1],
      ['L', '', 2, 1],
      ['M', '', 3, 2],
    ],
  );
  const outlines = read.features.map(({ volumes }) => volumes.at(-1)?.outline);
  assert.deepEqual(outlines[0], {
    kind: 'circle',
    centre: { latE7: 900_000_000, lonE7: -1_800_000_000 },
    radiusCentimetres: 150_050,
  });
  assert.deepEqual(outlines[1], {
    kind: 'corridor',
    line: [
      { latE7: 20_000_000, lonE7: 10_000_000 },
      { latE7: 40_000_000, lonE7: 30_000_000 },
    ],
    halfWidthCentimetres: 5000,
  });
  assert.equal(outlines[2]?.kind === 'polygon' && outlines[2].ring.length, 3);
});

test('heights may be text, and so may the surface and unlimited', () => {
  const read = readVolumes(JSON.stringify(feature({ lower: 'SFC', upper: '18000 ft AMSL' })));
  assert.deepEqual(read.features[0]?.volumes[0]?.band, {
    lower: { kind: 'surface' },
    upper: { kind: 'height', centimetres: 548_640, unit: 'ft', reference: 'AMSL' },
  });
});

test('lines are those on which the features begin, also in a collection over many lines', () => {
  const text = `{
  "type": "FeatureCollection", "note": "[{ \\" ,",
  "features": [
    ${JSON.stringify(feature({ id: 'one' }))}, ${JSON.stringify(feature({ id: 'two' }))},

    ${JSON.stringify(feature({ id: 'three', lower: null }), undefined, 2)},
    ${JSON.stringify(feature({ id: 'four' }))}
  ]
}`;
  const read = readVolumes(text);
  const lines = read.features.map(({ id, line }) => `${id} ${line}`);
  // JSON.stringify spreads feature three over lines 6 to 49.
  const fourth = text.slice(0, text.indexOf('"four"')).split('\n').length;
  assert.deepEqual(lines, ['one 4', 'two 4', `four ${fourth}`]);
  assert.deepEqual(
    read.faults.map((x) => `${x.feature} ${x.line} ${x.field}`),
    ['three 6 lower'],
  );
});

test('nothing is assumed: what is missing is refused by name, and the rest is read', () => {
  const bare = { type: 'Feature', properties: null, geometry: null };
  assert.deepEqual(faultsOf(bare, feature({ id: 'B' })), [
    'feature 1 | id | missing',
    'feature 1 | lower | missing',
    'feature 1 | upper | missing',
    'feature 1 | start | missing',
    'feature 1 | end | missing',
    'feature 1 | geometry | is missing',
  ]);
});

test('a height on QNH or QFE carries its setting, and no other reference has one', () => {
  const on = (reference: string, hectopascals: unknown): string[] =>
    faultsOf(feature({ lower: { value: 300, unit: 'm', reference, hectopascals } }));
  for (const [reference, hectopascals] of [
    ['QNH', 1008],
    ['QFE', 985.5],
    ['QNH', null],
  ] as const) {
    assert.deepEqual(on(reference, hectopascals), []);
  }
  assert.deepEqual(
    [...on('QNH', '1008'), ...on('AMSL', 1008), ...on('QNH', 849)],
    [
      'A | lower.hectopascals | is "1008"',
      'A | lower | is 300 m AMSL 1008 hPa',
      'A | lower | is 300 m QNH 849 hPa',
    ],
  );
});

test('heights with a wrong unit, reference or value', () => {
  assert.deepEqual(
    faultsOf(
      feature({ lower: { value: '5', unit: 'yards', reference: 'QFF' } }),
      feature({ id: 'B', upper: { value: 180, unit: 'FL', reference: 'AMSL' } }),
      feature({ id: 'C', upper: 5000 }),
      feature({ id: 'D', upper: '5000' }),
      feature({ id: 'E', upper: { value: 1e9, unit: 'm', reference: 'HAE' } }),
    ),
    [
      'A | lower.value | is "5"',
      'A | lower.unit | is "yards"',
      'A | lower.reference | is "QFF"',
      'B | upper | is 180 FL AMSL',
      'C | upper | is 5000',
      'D | upper | is "5000"',
      'E | upper | is 1000000000 m HAE',
    ],
  );
});

test('times without a zone, impossible dates, an end before the start', () => {
  assert.deepEqual(
    faultsOf(
      feature({ start: '2026-09-17T13:00:00' }),
      feature({ id: 'B', end: '2026-02-30T13:00:00Z' }),
      feature({ id: 'C', end: '2026-09-17T12:00:00Z' }),
    ),
    [
      'A | start | is "2026-09-17T13:00:00"',
      'B | end | is "2026-02-30T13:00:00Z"',
      'C | window | end 2026-09-17 12:00:00Z is before start 2026-09-17 13:00:00Z',
    ],
  );
});

test('open rings, crossed rings, odd coordinates', () => {
  const [ring = []] = SQUARE.coordinates;
  const crossed = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]; // prettier-ignore
  assert.deepEqual(
    faultsOf(
      feature({}, { type: 'Polygon', coordinates: [ring.slice(0, -1)] }),
      feature({ id: 'B' }, { type: 'Polygon', coordinates: [crossed] }),
      feature({ id: 'C' }, { type: 'Point', coordinates: [40, 95] }),
      feature({ id: 'D', halfWidthMetres: 5 }, { type: 'LineString', coordinates: [['40', 5], 7] }),
      feature({ id: 'E' }, { type: 'GeometryCollection', geometries: [] }),
      feature({ id: 'F', radiusMetres: 0 }, { type: 'Point', coordinates: [40, 5] }),
    ),
    [
      'A | geometry.coordinates[0] | is not closed, or shorter than four positions',
      'B | outline.ring[0] | the edge from here to vertex 1 crosses the edge from 2 to 3',
      'C | geometry.coordinates | is 95',
      'C | radiusMetres | missing',
      'D | geometry.coordinates[0] | is 5 and "40"',
      'D | geometry.coordinates[1] | is 7',
      'E | geometry.type | is "GeometryCollection"',
      'F | outline.radiusCentimetres | 0 is out of range',
    ],
  );
});

test('an id that was used already is refused by name', () => {
  const { features, faults } = readVolumes(
    [feature({ id: 'X' }), feature({ id: 'X' }), feature({ id: 'Y' })]
      .map((x) => JSON.stringify(x))
      .join('\n'),
  );
  assert.deepEqual(
    features.map(({ id }) => id),
    ['X', 'Y'],
  );
  assert.deepEqual(faults, [
    {
      line: 2,
      feature: 'X',
      field: 'id',
      fault: '"X" is already the id of the feature on line 1',
      right: 'an id that no other feature has',
    },
  ]);
});

test('heights in coordinates are not used, and that is said', () => {
  const read = readVolumes(
    JSON.stringify(feature({ radiusMetres: 5 }, { type: 'Point', coordinates: [40, 35, 900] })),
  );
  assert.equal(read.features.length, 1);
  assert.deepEqual(read.notes, [
    {
      line: 1,
      feature: 'A',
      note: 'heights in the coordinates are not used: lower and upper state the band',
    },
  ]);
});
