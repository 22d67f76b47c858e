// GARS, GEOREF and Plus codes against published examples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import { at } from './oracle.ts';

/** Position, form, text, from GeographicLib's manual and the test data of Plus codes. */
const PUBLISHED = [
  [57.64911, 10.40744, 'GARS', '381NH45'],
  [57.64911, 10.40744, 'GEOREF', 'NKLN2444638946'],
  [20.3701125, 2.78223535156, 'PLUS', '7FG49QCJ+2VX'],
  [47.0000625, 8.0000625, 'PLUS', '8FVC2222+22G'],
  [-41.2730625, 174.7859375, 'PLUS', '4VCPPQGP+Q9G'],
] as const;

for (const [lat, lon, form, text] of PUBLISHED) {
  test(`${lat}, ${lon} is ${text}`, () => {
    const written = writePosition(at(lat, lon), form);
    assert.equal(
      form === 'PLUS' ? written.slice(0, 11) : written,
      form === 'PLUS' ? text.slice(0, 11) : text,
    );
  });
}

/** Text, form, precision in metres, the south-west and north-east corners in degrees. */
const CELLS = [
  ['006AG39', 'GARS', 9260, [-87, -177.3333333], [-86.9166667, -177.25]],
  ['GARS 441LL', 'GARS', 55_600, [35, 40], [35.5, 40.5]],
  ['441LL1', 'GARS', 27_800, [35.25, 40], [35.5, 40.25]],
  ['MKPG1204', 'GEOREF', 1850, [51.0666667, -1.8], [51.0833333, -1.7833333]],
  ['GEOREF QJLF', 'GEOREF', 111_000, [35, 40], [36, 41]],
  ['8FVC2222+22', 'PLUS', 13.9, [47, 8], [47.000125, 8.000125]],
  ['8FVC0000+', 'PLUS', 111_000, [47, 8], [48, 9]],
  ['37S FV 04 02', 'MGRS', 1000, undefined, undefined],
] as const;

for (const [text, form, precisionMetres, southWest, northEast] of CELLS) {
  test(`"${text}" is a cell, not a point`, () => {
    const reading = readPosition(text);
    assert.ok(reading.ok, JSON.stringify(reading));
    assert.equal(reading.value.form, form);
    assert.equal(reading.value.precisionMetres, precisionMetres);
    assert.equal(reading.value.cell?.length, 4);
    if (southWest === undefined) return;
    assert.deepEqual(reading.value.cell[0], at(southWest[0], southWest[1]));
    assert.deepEqual(reading.value.cell[2], at(northEast[0], northEast[1]));
  });
}

/** Text, index of the fault, what was expected. */
const REFUSED = [
  ['721LL', 0, /column of 001 to 720/],
  ['441LI', 3, /AA to QZ/],
  ['441LL5', 5, /quadrant of 1 to 4/],
  ['441LL10', 6, /key of 1 to 9/],
  ['MKPZ1204', 3, /A to Q/],
  ['MKPG6104', 4, /minutes below 60/],
  ['MKPG123', 4, /4, 6, 8 or 10 digits/],
  ['9G8F+6W', 0, /a full code/],
  ['XFVC2222+22', 0, /first pair/],
  ['geo:95,40', 4, /latitude of -90 to 90/],
  ['geo:35,40,100', 9, /a height is entered as a height/],
  ['geo:35,40;crs=nad27', 10, /crs=wgs84/],
  ['UTM 61N 603674 3910891', 6, /zone of 1 to 60/],
  ['UTM 37N 950000 3910891', 6, /metres that lie in that zone/],
  ['ED50 35.3, 40.1', 0, /one of the datums/],
  ['NAD27 35.3, 40.1', 0, /one of the datums/],
  ['СК-95 35.3, 40.1', 0, /one of the datums/],
] as const;

for (const [text, index, expected] of REFUSED) {
  test(`"${text}" is refused at ${index}`, () => {
    const reading = readPosition(text);
    assert.ok(!reading.ok, JSON.stringify(reading));
    assert.match(reading.refusal.expected, expected);
    assert.equal(reading.refusal.at, index);
  });
}

test('degrees on a named datum are taken to WGS-84, and say by what', () => {
  const reading = readPosition('SK-42 35°20\'10.17"N 040°08\'31.12"E');
  assert.ok(reading.ok);
  const { position, form, transformation } = reading.value;
  assert.equal(form, 'SK42_DMS');
  assert.match(transformation, /EPSG:5044/);
  // cs2cs with the string of the standard: 35.3359 40.1408, to the hundredth of a second.
  assert.ok(Math.abs(position.latE7 - 353_359_000) < 15, String(position.latE7));
  assert.ok(Math.abs(position.lonE7 - 401_408_000) < 15, String(position.lonE7));
  assert.ok(readPosition('35.3, 40.1 WGS-84').ok);
  assert.ok(readPosition('35.3N 40.1E (PZ-90.11)'.replace(/[()]/g, '')).ok);
});
