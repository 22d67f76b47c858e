// MGRS against GeoConvert (GeographicLib), which shares no code with us.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import { ask, globe, line, numbersFrom, numbersIn } from './oracle.ts';

const MISSING = 'GeoConvert is not installed: apt-get install geographiclib-tools';

test('20,000 positions of the whole globe are written in MGRS as GeoConvert writes them', (t) => {
  const positions = globe(20_000, 1);
  const theirs = ask('GeoConvert', ['-m', '-p', '0'], positions.map(line));
  if (theirs === undefined) return t.skip(MISSING);
  const differing = positions.flatMap((position, i) => {
    const ours = writePosition(position, 'MGRS');
    return ours.replaceAll(' ', '') === theirs[i]
      ? []
      : [`${line(position)}: ${ours}, ${theirs[i]}`];
  });
  assert.deepEqual(differing, []);
});

test('6,000 grid references of every precision are read as GeoConvert reads them', (t) => {
  const next = numbersFrom(2);
  const positions = globe(6000, 3);
  const texts = positions.map((position) => {
    const [, head = '', easting = '', northing = ''] =
      /^(.+) (\d{5}) (\d{5})$/.exec(writePosition(position, 'MGRS')) ?? [];
    const digits = Math.floor(next() * 6);
    return `${head.replaceAll(' ', '')}${easting.slice(0, digits)}${northing.slice(0, digits)}`;
  });
  const theirs = ask('GeoConvert', ['-g', '-p', '9'], texts);
  if (theirs === undefined) return t.skip(MISSING);
  for (const [i, text] of texts.entries()) {
    const reading = readPosition(text);
    assert.ok(reading.ok, text);
    const { latE7, lonE7 } = reading.value.position;
    const [lat, lon] = numbersIn(theirs[i]);
    const turn = Math.abs(((lonE7 / 1e7 - lon + 540) % 360) - 180);
    // Half a unit of 1e-7 degree is the rounding of a position; longitude is lost at the pole.
    assert.ok(Math.abs(latE7 / 1e7 - lat) < 0.6e-7, `${text}: ${latE7}, ${lat}`);
    assert.ok(turn < 0.6e-7 || Math.abs(lat) === 90, `${text}: ${lonE7}, ${lon}`);
  }
});

test('letters of a square are refused where GeoConvert refuses them', (t) => {
  const next = numbersFrom(4);
  const letter = (): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(Math.floor(next() * 26));
  const texts = Array.from({ length: 6000 }, () => {
    const zone = next() < 0.1 ? '' : String(1 + Math.floor(next() * 60));
    return `${zone}${letter()}${letter()}${letter()}1234512345`;
  });
  const theirs = ask('GeoConvert', ['-g'], texts);
  if (theirs === undefined) return t.skip(MISSING);
  const differing = texts.filter(
    (text, i) => readPosition(text).ok === theirs[i]?.startsWith('ERROR'),
  );
  assert.deepEqual(differing, []);
  assert.ok(theirs.some((answer) => !answer.startsWith('ERROR')));
});

test('degrees, minutes and seconds as we write them mean the same position to GeoConvert', (t) => {
  const positions = globe(3000, 5);
  const written = positions.flatMap((p) => [writePosition(p, 'DM'), writePosition(p, 'DMS')]);
  const theirs = ask('GeoConvert', ['-g', '-p', '9'], written);
  if (theirs === undefined) return t.skip(MISSING);
  for (const [i, text] of written.entries()) {
    const position = positions[Math.floor(i / 2)] ?? { latE7: NaN, lonE7: NaN };
    const [lat, lon] = numbersIn(theirs[i]);
    // 0.00005 minute is 8.4e-7 degree, and 0.005 second 1.39e-6 degree.
    assert.ok(Math.abs(position.latE7 / 1e7 - lat) < 1.5e-6, text);
    const turn = Math.abs(((position.lonE7 / 1e7 - lon + 540) % 360) - 180);
    assert.ok(turn < 1.5e-6 || turn > 359, text);
    const reading = readPosition(text);
    assert.ok(reading.ok && Math.abs(reading.value.position.latE7 / 1e7 - lat) < 1.1e-7, text);
  }
});
