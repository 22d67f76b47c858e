// MGRS against GeoConvert (GeographicLib), which shares no code with us: written, read at every
// precision, in the overlaps of zones and in the polar squares; and angles as we write them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import { ask, everywhere, globe, line, numbersFrom, numbersIn } from './oracle.ts';

const MISSING = 'GeoConvert is not installed: apt-get install geographiclib-tools';
/** Half a unit of 1e-7 degree is the rounding of a position. */
const ROUNDING_DEGREES = 0.50001e-7;

test('30,000 positions are written in MGRS as GeoConvert writes them', (t) => {
  const positions = everywhere(20_000, 1);
  const theirs = ask('GeoConvert', ['-m', '-p', '0'], positions.map(line));
  if (theirs === undefined) return t.skip(MISSING);
  const differing = positions.flatMap((position, i) => {
    const ours = writePosition(position, 'MGRS');
    return ours.replaceAll(' ', '') === theirs[i]
      ? []
      : [`${line(position)}: ${ours}, ${theirs[i]}`];
  });
  t.diagnostic(`${positions.length} compared, ${differing.length} differences`);
  assert.deepEqual(differing, []);
});

/** What we read, beside GeoConvert's answer: the difference in words, or undefined. */
function differenceOf(text: string, theirs: string | undefined): string | undefined {
  const reading = readPosition(text);
  if (theirs === undefined || theirs.startsWith('ERROR')) {
    return reading.ok ? `${text}: read, but ${theirs}` : undefined;
  }
  if (!reading.ok) return `${text}: ${reading.refusal.sentence}, but ${theirs}`;
  const { latE7, lonE7 } = reading.value.position;
  const [lat, lon] = numbersIn(theirs);
  const turn = Math.abs(((lonE7 / 1e7 - lon + 540) % 360) - 180);
  const same =
    Math.abs(latE7 / 1e7 - lat) <= ROUNDING_DEGREES &&
    // At the pole itself every longitude is right.
    (turn <= ROUNDING_DEGREES || Math.abs(lat) === 90);
  return same ? undefined : `${text}: ${latE7} ${lonE7}, but ${theirs}`;
}

test('30,000 grid references of 0 to 5 digits are read as GeoConvert reads them', (t) => {
  const next = numbersFrom(2);
  const texts = everywhere(20_000, 3).map((position) => {
    const [, head = '', easting = '', northing = ''] =
      /^(.+) (\d{5}) (\d{5})$/.exec(writePosition(position, 'MGRS')) ?? [];
    const digits = Math.floor(next() * 6);
    return `${head.replaceAll(' ', '')}${easting.slice(0, digits)}${northing.slice(0, digits)}`;
  });
  const theirs = ask('GeoConvert', ['-g', '-p', '9'], texts);
  if (theirs === undefined) return t.skip(MISSING);
  const differing = texts.map((text, i) => differenceOf(text, theirs[i]));
  assert.deepEqual(
    differing.filter((difference) => difference !== undefined),
    [],
  );
  t.diagnostic(`${texts.length} compared, 0 differences`);
});

test('any letters of a square are read or refused as GeoConvert has them, in overlaps too', (t) => {
  const next = numbersFrom(4);
  const one = (letters: string): string => letters.charAt(Math.floor(next() * letters.length));
  const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const texts = Array.from({ length: 40_000 }, (_, i) => {
    const zone = next() < 0.1 ? '' : String(1 + Math.floor(next() * 60));
    const band = zone === '' ? one('ABYZ') : one('CDEFGHJKLMNPQRSTUVWX');
    const columns = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR'][Number(zone) % 3] ?? all;
    // Three of four have a column of their zone; the rest any letters at all.
    const [b, column] = i % 4 === 0 ? [one(all), one(all)] : [band, one(columns)];
    const digits = Math.floor(next() * 6);
    const number = (): string => String(Math.floor(next() * 10 ** digits)).padStart(digits, '0');
    const square = `${zone}${b}${column}${one('ABCDEFGHJKLMNPQRSTUV')}`;
    return digits === 0 ? square : `${square}${number()}${number()}`;
  });
  const theirs = ask('GeoConvert', ['-g', '-p', '9'], texts);
  if (theirs === undefined) return t.skip(MISSING);
  const differing = texts.map((text, i) => differenceOf(text, theirs[i]));
  const read = theirs.filter((answer) => !answer.startsWith('ERROR')).length;
  t.diagnostic(`${read} read, ${texts.length - read} refused by GeoConvert`);
  assert.deepEqual(
    differing.filter((difference) => difference !== undefined),
    [],
  );
  assert.ok(read > 10_000 && read < 30_000);
});

test('degrees, minutes and seconds as we write them mean the same position to GeoConvert', (t) => {
  const positions = globe(10_000, 5);
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
    assert.equal(differenceOf(text, theirs[i]), undefined);
  }
});
