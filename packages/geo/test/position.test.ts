// Positions as people write them: what is read, what is refused and where, what is written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inverse, positionOf, positionTexts, readPosition, writePosition } from '../src/index.ts';
import { at, globe } from './oracle.ts';

const READ: readonly (readonly [string, number, number, string, number])[] = [
  ['35.3359, 40.1408', 353_359_000, 401_408_000, 'DD', 11.1],
  ['35.3359 40.1408', 353_359_000, 401_408_000, 'DD', 11.1],
  ['35.3359° 40.1408°', 353_359_000, 401_408_000, 'DD', 11.1],
  ['35.3359N;40.1408E', 353_359_000, 401_408_000, 'DD', 11.1],
  ['N 35.3359, E 40.1408', 353_359_000, 401_408_000, 'DD', 11.1],
  ['lat: 35.3359, lon: 40.1408', 353_359_000, 401_408_000, 'DD', 11.1],
  ['35.3359 north 40.1408 east', 353_359_000, 401_408_000, 'DD', 11.1],
  ['-35.3, -40.1', -353_000_000, -401_000_000, 'DD', 11_100],
  ['\u221235.3 +40.1', -353_000_000, 401_000_000, 'DD', 11_100],
  ['35.3S 40.1W', -353_000_000, -401_000_000, 'DD', 11_100],
  ['-0, -0', 0, 0, 'DD', 111_000],
  ['90, 180', 900_000_000, 1_800_000_000, 'DD', 111_000],
  ['-90, -180', -900_000_000, -1_800_000_000, 'DD', 111_000],
  ['35 20.15N 40 8.45E', 353_358_333, 401_408_333, 'DM', 18.5],
  ["35°20.15'N 040°08.45'E", 353_358_333, 401_408_333, 'DM', 18.5],
  ["35°20' 40°08'", 353_333_333, 401_333_333, 'DM', 1850],
  ['35°20\'09.2"N 040°08\'26.9"E', 353_358_889, 401_408_056, 'DMS', 3.09],
  ['35°20\u203209.2\u2033N, 40°08\u203226.9\u2033E', 353_358_889, 401_408_056, 'DMS', 3.09],
  ["35º20'09'' 40º08'26''", 353_358_333, 401_405_556, 'DMS', 30.9],
  ['35 20 09 40 08 27', 353_358_333, 401_408_333, 'DMS', 30.9],
  ['35:20:09N 40:08:27E', 353_358_333, 401_408_333, 'DMS', 30.9],
  ['N35 20 09 E040 08 27', 353_358_333, 401_408_333, 'DMS', 30.9],
  ['352009N0400827E', 353_358_333, 401_408_333, 'ICAO', 30.9],
  ['3520N 04008E', 353_333_333, 401_333_333, 'ICAO', 1850],
  // The squares below were read with GeoConvert -p 9.
  ['37S FV 03674 10891', 353_359_034, 401_407_948, 'MGRS', 1],
  ['37sfv0367410891', 353_359_034, 401_407_948, 'MGRS', 1],
  ['37S FV 0412 0287', 352_635_863, 401_447_327, 'MGRS', 10],
  ['MGRS 37S FV', 356_825_015, 406_576_130, 'MGRS', 100_000],
  ['ZAH 00000 00000', 899_999_936, 1_350_000_000, 'MGRS', 1],
];

for (const [text, latE7, lonE7, form, precisionMetres] of READ) {
  test(`"${text}" is read`, () => {
    const outcome = readPosition(text);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { cell, ...value } = outcome.value;
    assert.equal(cell?.length, form === 'MGRS' ? 4 : undefined);
    assert.deepEqual(
      { ok: true, value },
      {
        ok: true,
        value: {
          position: { latE7, lonE7 },
          form,
          precisionMetres,
          transformation: form === 'MGRS' ? 'WGS-84 as stated' : 'WGS-84, as no datum was stated',
          accuracyMetres: 0,
          asEntered: text,
        },
      },
    );
  });
}

const REFUSED: readonly (readonly [string, number, string, RegExp])[] = [
  ['', 0, 'the end of the text', /a position, such as/],
  ['   ', 3, 'the end of the text', /a position, such as/],
  ['95, 40', 0, '95', /latitude of -90 to 90/],
  ['35, 181', 4, '181', /longitude of -180 to 180/],
  ['90 0 1 N 0 0 0 E', 3, '0', /beyond 90/],
  ["35°61'N 40°00'E", 3, '61', /minutes below 60/],
  ['35 20 60 N 40 0 0 E', 6, '60', /seconds below 60/],
  ['40.1408E 35.3359', 7, 'E', /latitude comes first/],
  ['lon 40 35', 0, 'lon', /latitude comes first/],
  ['NaN', 0, 'NaN', /a number/],
  ['Infinity, 0', 0, 'Infinity', /a number/],
  ['35.3359', 7, 'the end of the text', /a longitude/],
  ['35 20 40', 3, '20', /split two ways/],
  ['35,40', 2, ',', /one number or two/],
  ['-35.3S, 40.1E', 5, 'S', /a sign or a hemisphere letter/],
  ['35.3N 40.1', 10, 'the end of the text', /E or W/],
  ['35.3, 40.1E', 6, '40.1E', /N or S/],
  ['35.3N S 40.1E', 6, 'S', /nothing after the letter/],
  ['35.5 20 N 40 0 E', 0, '35.5', /whole degrees/],
  ['35"20\' N 40 0 E', 2, '"', /the mark °/],
  ['35.3N, 40.1E.', 12, '.', /a number/],
  ['61S FV 0412 0287', 0, '61', /zone of 1 to 60/],
  ['37I FV 0412 0287', 2, 'I', /band letter/],
  ['37S FI 0412 0287', 4, 'FI', /lies in 37S/],
  ['37S FV 0412 028', 12, '028', /as many digits/],
  ['37S FV 041', 7, '041', /even number/],
  ['37S FV 0412 0287 X', 17, 'X', /or the end/],
  ['C AA 00000 00000', 0, 'C', /a number/],
];

for (const [text, where, found, expected] of REFUSED) {
  test(`"${text}" is refused at character ${where + 1}`, () => {
    const reading = readPosition(text);
    assert.ok(!reading.ok);
    const { refusal } = reading;
    assert.equal(refusal.at, where, refusal.sentence);
    assert.equal(refusal.found, found, refusal.sentence);
    assert.match(refusal.expected, expected);
    assert.match(refusal.sentence, new RegExp(`^At character ${where + 1}: found `));
  });
}

test('a text of more than 200 characters is refused', () => {
  const reading = readPosition(`35.3359, 40.1408${' '.repeat(200)}`);
  assert.ok(!reading.ok && reading.refusal.at === 200);
});

test('a position is written in every form, with what was done and how far it may be off', () => {
  // GeoConvert for UTM, MGRS, GARS and GEOREF; cs2cs for SK-42 (ECOSYSTEM's point) and PZ-90.11.
  const abroad = 'SK-42, EPSG:5044 (GOST 32453-2017), height 0, outside of its area of use';
  assert.deepEqual(
    positionTexts(at(35.3359, 40.1408)).map((each) => [
      each.form,
      each.text,
      each.transformation,
      each.accuracyMetres,
    ]),
    [
      ['DD', '35.3359000 N 40.1408000 E', 'WGS-84, exact to 1e-7 degree', 0.01],
      ['DM', "35°20.1540'N 040°08.4480'E", 'WGS-84, rounded to 0.0001 minute', 0.14],
      ['DMS', '35°20\'09.24"N 040°08\'26.88"E', 'WGS-84, rounded to 0.01 second', 0.23],
      ['ICAO', '352009N0400827E', 'WGS-84, rounded to the second', 22],
      ['MGRS', '37S FV 03674 10891', 'WGS-84, UTM/UPS, square of 1 m', 0.72],
      ['UTM', 'UTM 37N 603674mE 3910891mN', 'WGS-84, square of 1 m', 0.72],
      ['SK42', 'X 3912555.4 Y 7603824.9', abroad, 15.1],
      ['SK42_DMS', 'SK-42 35°20\'10.17"N 040°08\'31.12"E', abroad, 15.3],
      [
        'PZ90_DMS',
        'PZ-90.11 35°20\'09.24"N 040°08\'26.89"E',
        'PZ-90.11, GOST 32453-2017, height 0',
        0.4,
      ],
      ['GARS', '441LL15', 'WGS-84, cell of 5 minutes', 6560],
      ['GEOREF', 'QJLF0844820154', 'WGS-84, cell of 0.001 minute', 1.32],
      ['PLUS', '8H7284PR+987', 'WGS-84, cell of 1/40,000 degree', 2.23],
      ['GEO', 'geo:35.3359000,40.1408000', 'WGS-84, exact to 1e-7 degree', 0.01],
    ],
  );
});

test('what is written in any form is read back within the accuracy that it states', () => {
  for (const position of globe(400, 11)) {
    for (const { form, text, accuracyMetres } of positionTexts(position)) {
      const reading = readPosition(text);
      assert.ok(reading.ok, `${form} ${text}: ${JSON.stringify(reading)}`);
      const apart = inverse(position, reading.value.position).distanceMetres;
      assert.ok(apart <= accuracyMetres + 0.02, `${form} ${text}: ${apart} m`);
    }
  }
});

test('rounding carries into the degrees and never writes 60', () => {
  const almost = { latE7: -359_999_999, lonE7: -1_799_999_999 };
  assert.equal(writePosition(almost, 'DD'), '35.9999999 S 179.9999999 W');
  assert.equal(writePosition(almost, 'DM'), "36°00.0000'S 180°00.0000'W");
  assert.equal(writePosition(almost, 'DMS'), '36°00\'00.00"S 180°00\'00.00"W');
});

test('the poles and the antimeridian have a grid reference', () => {
  assert.equal(writePosition(at(90, 0), 'MGRS'), 'Z AH 00000 00000');
  assert.equal(writePosition(at(-90, 0), 'MGRS'), 'B AN 00000 00000');
  assert.equal(writePosition(at(0, 180), 'MGRS'), '01N AA 66021 00000');
  assert.equal(writePosition(at(60, 5), 'MGRS'), '32V KM 76979 58157');
});

test('degrees are rounded to 1e-7 and their range is checked', () => {
  assert.deepEqual(positionOf(35.33590004, -180), {
    ok: true,
    value: { latE7: 353_359_000, lonE7: -1_800_000_000 },
  });
  for (const [lat, lon] of [
    [90.0000001, 0],
    [0, 180.0000001],
    [NaN, 0],
    [0, NaN],
    [Infinity, 0],
  ] as const) {
    assert.equal(positionOf(lat, lon).ok, false);
  }
  const refused = positionOf(95, 40);
  assert.ok(!refused.ok);
  assert.equal(
    refused.refusal.sentence,
    'Expected a latitude of -90 to 90 degrees, but the latitude is 95.',
  );
});
