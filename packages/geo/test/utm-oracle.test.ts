// UTM and UPS against GeoConvert (GeographicLib): written, and read in every zone with its
// overlaps, in both hemispheres, in whole metres and in decimals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import { ask, everywhere, line, numbersFrom, numbersIn, worst } from './oracle.ts';

const MISSING = 'GeoConvert is not installed: apt-get install geographiclib-tools';
const ROUNDING_DEGREES = 0.50001e-7;

test('30,000 positions are written in UTM and UPS as GeoConvert writes them', (t) => {
  const positions = everywhere(20_000, 31);
  const theirs = ask('GeoConvert', ['-u', '-p', '6'], positions.map(line));
  if (theirs === undefined) return t.skip(MISSING);
  const differing = positions.flatMap((position, i) => {
    const [name = '', east, north] = (theirs[i] ?? '').split(' ');
    const whole = [east, north].map((metres) => Math.floor(Number(metres)));
    const letter = name.slice(-1).toUpperCase();
    const head = /^\d/.test(name) ? `UTM ${Number.parseInt(name, 10)}${letter}` : `UPS ${letter}`;
    const expected = `${head} ${whole[0]}mE ${whole[1]}mN`;
    const ours = writePosition(position, 'UTM');
    return ours === expected ? [] : [`${line(position)}: ${ours}, ${theirs[i]}`];
  });
  t.diagnostic(`${positions.length} compared, ${differing.length} differences`);
  assert.deepEqual(differing, []);
});

type Reference = {
  readonly zone: number;
  readonly letter: string;
  readonly east: number;
  readonly north: number;
};

/** Anywhere in a zone and its overlap, or in a cap beyond 80 degrees. */
function references(count: number, seed: number): Reference[] {
  const next = numbersFrom(seed);
  const within = (low: number, high: number): number => low + (high - low) * next();
  return Array.from({ length: count }, (_, i) => {
    const letter = next() < 0.5 ? 'N' : 'S';
    if (i % 10 === 0) {
      const square = (): number => within(1_250_000, 2_750_000);
      return { zone: 0, letter, east: square(), north: square() };
    }
    const theatre = i % 3 === 0;
    const zone = theatre ? 36 + Math.floor(3 * next()) : 1 + Math.floor(60 * next());
    const east = within(100_001, 899_999);
    if (theatre) return { zone, letter: 'N', east, north: within(3_300_000, 4_500_000) };
    const north = letter === 'N' ? within(0, 9_390_000) : within(1_100_000, 9_999_990);
    return { zone, letter, east, north };
  });
}

test('24,000 references in UTM and UPS are read as GeoConvert reads them', (t) => {
  const asked = references(24_000, 33).map((reference, i) => {
    const decimals = i % 4;
    const [east, north] = [reference.east, reference.north].map((metres) =>
      decimals === 0 ? String(Math.floor(metres)) : metres.toFixed(decimals),
    );
    return { ...reference, eastText: east ?? '', northText: north ?? '', decimals };
  });
  const lines = asked.map(({ zone, letter, eastText, northText, decimals }) => {
    // To us whole metres are a square, and the reading is its middle; to GeoConvert a corner.
    const half = decimals === 0 ? '.5' : '';
    const head = `${zone === 0 ? '' : zone}${letter.toLowerCase()}`;
    return `${head} ${eastText}${half} ${northText}${half}`;
  });
  const theirs = ask('GeoConvert', ['-g', '-p', '9'], lines);
  if (theirs === undefined) return t.skip(MISSING);
  const seen = worst();
  for (const [i, { zone, letter, eastText, northText }] of asked.entries()) {
    const head = zone === 0 ? `UPS ${letter}` : `UTM ${zone}${letter}`;
    const text = `${head} ${eastText}mE ${northText}mN`;
    const reading = readPosition(text);
    assert.ok(reading.ok, `${text}: ${theirs[i]}`);
    const { latE7, lonE7 } = reading.value.position;
    const [lat, lon] = numbersIn(theirs[i]);
    const turn = Math.abs(((lonE7 / 1e7 - lon + 540) % 360) - 180);
    seen.note(Math.max(Math.abs(latE7 / 1e7 - lat), Math.abs(lat) === 90 ? 0 : turn), text);
  }
  t.diagnostic(seen.text('degree'));
  assert.ok(seen.difference() <= ROUNDING_DEGREES, seen.text('degree'));
});
