// Words against geometry: what contradicts is found, what is right is left alone. The first case
// is Deir ez-Zor, 17 September 2016: nine kilometres were said, three to six were meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInWorld, direct, findingsOf } from '../src/index.ts';
import type { Described, Outline, TextFinding } from '../src/index.ts';
import { at } from './oracle.ts';

const OSDZ = at(35.2854, 40.176);
/** From 3.1 to 6.0 km, bearings 200 to 228, of Deir ez-Zor airport; its centre on bearing 214. */
const AREA: Outline = {
  kind: 'polygon',
  ring: [
    direct(OSDZ, 200, 3200),
    direct(OSDZ, 228, 3200),
    direct(OSDZ, 228, 6000),
    direct(OSDZ, 200, 6000),
  ],
};

/** At any height and time, so that only the place is held against the words. */
function textFindings(words: string, outlines: readonly Outline[]): readonly TextFinding[] {
  const volumes = outlines.map((outline): Described => {
    const band = { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } } as const;
    return { outline, band, window: { startMs: 0, endMs: 7_258_118_400_000 } };
  });
  return findingsOf(words, volumes, builtInWorld);
}

test('nine kilometres south of the airfield are found to be three to six', () => {
  const [finding, ...others] = textFindings('Strikes 9 km south of the airfield.', [AREA]);
  assert.deepEqual(others, []);
  assert.ok(finding !== undefined);
  assert.equal(finding.code, 'distance-differs');
  assert.equal(finding.said, '9 km south of the airfield');
  assert.equal(finding.place.code, 'OSDZ');
  assert.equal(finding.saidLeastMetres, 9000);
  assert.ok(Math.abs(finding.nearestMetres - 3105) < 5, String(finding.nearestMetres));
  assert.ok(Math.abs(finding.farthestMetres - 6000) < 0.1);
  assert.ok(Math.abs(finding.measuredBearingDegrees - 214) < 0.1);
  assert.ok(Math.abs((finding.differsMetres ?? 0) - 3000) < 0.1);
  assert.equal('saidBearingDegrees' in finding, false);
  assert.equal(
    finding.sentence,
    'The text says "9 km south of the airfield". The area lies 3.1 to 6.0 km from ' +
      'Deir ez-Zor airport OSDZ, bearing 214 degrees: 3.0 km off. ' +
      'It would be right from the town Deir ez-Zor.',
  );
});

const WRONG: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    '9 km south of Deir ez-Zor airfield',
    [['distance-differs', '9 km south of Deir ez-Zor airfield']],
  ],
  [
    'nine kilometres south-west of the airfield of Deir Ezzor',
    [['distance-differs', 'nine kilometres south-west of the airfield of Deir Ezzor']],
  ],
  ['5 NM SW of OSDZ until 1500Z', [['distance-differs', '5 NM SW of OSDZ']]],
  [
    '5 nautical miles southwest of DEZ',
    [['distance-differs', '5 nautical miles southwest of DEZ']],
  ],
  ['bearing 214 from OSDZ, 9 km', [['distance-differs', 'bearing 214 from OSDZ, 9 km']]],
  ['bearing 180 from OSDZ, 4.2 km', [['direction-differs', 'bearing 180 from OSDZ, 4.2 km']]],
  ['4.5 km north of the airfield', [['direction-differs', '4.5 km north of the airfield']]],
  ['north of Deir ez-Zor airport', [['direction-differs', 'north of Deir ez-Zor airport']]],
  ['west of the airport', [['direction-differs', 'west of the airport']]],
  [
    '9 km NNW of the airfield',
    [
      ['distance-differs', '9 km NNW of the airfield'],
      ['direction-differs', '9 km NNW of the airfield'],
    ],
  ],
  ['7 to 9 km south-west of OSDZ', [['distance-differs', '7 to 9 km south-west of OSDZ']]],
  ['twenty-five miles from OSDZ', [['distance-differs', 'twenty-five miles from OSDZ']]],
  ['within 2 km of the airport', [['distance-differs', 'within 2 km of the airport']]],
  ['more than 20 km from the airport', [['distance-differs', 'more than 20 km from the airport']]],
  ['9 000 m south of the airbase', [['distance-differs', '9 000 m south of the airbase']]],
  ['9,5 km from the airfield (OSDZ)', [['distance-differs', '9,5 km from the airfield (OSDZ)']]],
  [
    '5 km SW of Damascus airport',
    [
      ['distance-differs', '5 km SW of Damascus airport'],
      ['direction-differs', '5 km SW of Damascus airport'],
    ],
  ],
  ['centre 35.3359, 40.1408.', [['position-outside', '35.3359, 40.1408']]],
  ["at 35°20.15'N 040°08.45'E", [['position-outside', "35°20.15'N 040°08.45'E"]]],
  ['at 352009N0400827E from 1300Z', [['position-outside', '352009N0400827E']]],
  ['grid 37S FV 0367 1089', [['position-outside', '37S FV 0367 1089']]],
];

for (const [words, expected] of WRONG) {
  test(`"${words}" is found to differ`, () => {
    const findings = textFindings(words, [AREA]);
    assert.deepEqual(
      findings.map(({ code, said }) => [code, said]),
      expected,
    );
  });
}

const RIGHT: readonly string[] = [
  '',
  'Air activity, FL180 to FL240, 17 September 2016, 1355Z to 1500Z.',
  '4.5 km south-west of Deir ez-Zor airport',
  '4.5 km SSW of OSDZ',
  'four and a half',
  '3 to 6 km south-west of the airfield',
  'between 3 and 6 km south of Deir ez-Zor airfield',
  '3-6km SW of DEZ',
  '6.4 km from the airfield',
  '2.5 NM southwest of the airport',
  '2.5 miles south west of the airport',
  '3.5 miles SW of the airport',
  'bearing 214 from Deir ez-Zor airport, 4.5 km',
  '4.6 km, bearing 214 degrees true, from Deir ez-Zor airport OSDZ',
  'bearing 180 magnetic from OSDZ, 4.5 km',
  'within 10 km of the airport',
  'at least 2 km from the airport',
  'south-west of the airfield',
  '9 km south of the city',
  '9 km south of the airfield of Nowhere',
  'wind from the north of 9 km per hour',
  'at 5 500 m AMSL, south-west of the airport',
  'centre 35.2521 N 40.1483 E',
  'grid 37S FV 041 027 and 37S FV 00',
  'version 1.234 5.678x, ratio 16.000:9',
];

for (const words of RIGHT) {
  test(`"${words}" is left alone`, () => {
    assert.deepEqual(textFindings(words, [AREA]), []);
  });
}

test('a phrase that fits one of several areas is left alone', () => {
  const far: Outline = {
    kind: 'circle',
    centre: direct(OSDZ, 180, 9000),
    radiusCentimetres: 50_000,
  };
  assert.deepEqual(textFindings('9 km south of the airfield', [AREA, far]), []);
  assert.equal(textFindings('20 km south of the airfield', [AREA, far]).length, 1);
});

test('a bare name may be the town, and what fits from it is left alone', () => {
  assert.deepEqual(textFindings('9 km south of Deir ez-Zor', [AREA]), []);
});

test('a distance that fits a far town of the name clears it, a direction alone does not', () => {
  // 618 km on bearing 209 from Vancouver in Canada, 366 km on bearing 248 from the one in the USA.
  const offOregon: Outline = {
    kind: 'circle',
    centre: at(44.3429227, -126.9317129),
    radiusCentimetres: 100,
  };
  const codes = (words: string): string[] =>
    textFindings(words, [offOregon]).map(({ code }) => code);
  assert.deepEqual(codes('618 km south-west of the town of Vancouver'), []);
  assert.deepEqual(codes('366 km, bearing 248, from Vancouver'), []);
  assert.deepEqual(codes('south-west of Vancouver'), ['direction-differs']);
  assert.deepEqual(codes('500 km west of Vancouver'), ['distance-differs']);
});

test('a direction finding tells the angle to the edge of the area', () => {
  const [finding] = textFindings('west of OSDZ', [AREA]);
  assert.ok(finding?.code === 'direction-differs');
  assert.equal(finding.saidBearingDegrees, 270);
  assert.ok(Math.abs(finding.differsDegrees - 42) < 0.01);
});

test('a position is measured to the area, with its own precision allowed for', () => {
  // 7.73 km by GeodSolve from the position to the nearest corner of the area.
  const [finding] = textFindings('35.3359, 40.1408', [AREA]);
  assert.ok(finding?.code === 'position-outside');
  assert.match(
    finding.sentence,
    /^The text gives the position "35.3359, 40.1408". It lies 7.\d km/,
  );
  const edge = direct(OSDZ, 200, 6020);
  const text = `${(edge.latE7 / 1e7).toFixed(5)}, ${(edge.lonE7 / 1e7).toFixed(5)}`;
  assert.deepEqual(textFindings(text, [AREA]), []);
});

test('an area around the airfield lies in every direction from it', () => {
  const around: Outline = { kind: 'circle', centre: OSDZ, radiusCentimetres: 500_000 };
  assert.deepEqual(textFindings('4 km north of the airfield', [around]), []);
  const [finding] = textFindings('9 km north of the airfield', [around]);
  assert.equal(
    finding?.sentence,
    'The text says "9 km north of the airfield". The area holds Deir ez-Zor airport OSDZ and ' +
      'reaches 5.0 km from it: 4.0 km off. It would be right from the town Deir ez-Zor.',
  );
});

test('without an area there is nothing to differ from', () => {
  assert.deepEqual(textFindings('9 km south of the airfield', []), []);
});

test('a long text is read in a moment, whatever is in it', () => {
  const started = performance.now();
  for (const piece of [
    '1 ',
    '1.234 ',
    'north',
    '9 km south of ',
    '°',
    'N 1 ',
    '12:',
    'one hundred ',
  ]) {
    textFindings(piece.repeat(10_000 / piece.length), [AREA]);
  }
  assert.ok(performance.now() - started < 10_000);
});
