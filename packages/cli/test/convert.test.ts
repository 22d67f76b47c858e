// `parley convert`, called as the command line calls it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { convert } from '../src/convert/convert.ts';

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await convert(
    args,
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { code, out, err };
}

test('a position is printed in every form, one a line, with what was done', async () => {
  const { code, out, err } = await run('35.3359, 40.1408');
  assert.deepEqual([code, err], [0, []]);
  assert.deepEqual(
    out.map((line) => line.replaceAll(/ {2,}/g, '  ')),
    [
      'Read  35.3359, 40.1408  as DD, stated to 11.1 m',
      'On  WGS-84, as no datum was stated',
      'DD  35.3359000 N 40.1408000 E  WGS-84, exact to 1e-7 degree  within 0.01 m',
      "DM  35°20.1540'N 040°08.4480'E  WGS-84, rounded to 0.0001 minute  within 0.14 m",
      'DMS  35°20\'09.24"N 040°08\'26.88"E  WGS-84, rounded to 0.01 second  within 0.23 m',
      'ICAO  352009N0400827E  WGS-84, rounded to the second  within 22 m',
      'MGRS  37S FV 03674 10891  WGS-84, UTM/UPS, square of 1 m  within 0.72 m',
      'UTM  UTM 37N 603674mE 3910891mN  WGS-84, square of 1 m  within 0.72 m',
      `SK42  X 3912555.4 Y 7603824.9  ${SK42_ABROAD}  within 15.1 m`,
      `SK42_DMS  SK-42 35°20'10.17"N 040°08'31.12"E  ${SK42_ABROAD}  within 15.3 m`,
      'PZ90_DMS  PZ-90.11 35°20\'09.24"N 040°08\'26.89"E  ' +
        'PZ-90.11, GOST 32453-2017, height 0  within 0.4 m',
      'GARS  441LL15  WGS-84, cell of 5 minutes  within 6.56 km',
      'GEOREF  QJLF0844820154  WGS-84, cell of 0.001 minute  within 1.32 m',
      'PLUS  8H7284PR+987  WGS-84, cell of 1/40,000 degree  within 2.23 m',
      'GEO  geo:35.3359000,40.1408000  WGS-84, exact to 1e-7 degree  within 0.01 m',
      'Place  6.5 km, bearing 330° true (north-west), from Deir ez-Zor airport OSDZ; ' +
        'at the town of Deir ez-Zor; in Deir ez-Zor, Syria',
    ],
  );
  const columns = out.slice(2, -1).map((line) => line.lastIndexOf('within'));
  assert.equal(new Set(columns).size, 1, 'the last column is aligned');
});

const SK42_ABROAD = 'SK-42, EPSG:5044 (GOST 32453-2017), height 0, outside of its area of use';

test('SK-42 as Russian maps have it is read, with its transformation and accuracy', async () => {
  const { code, out } = await run('X 3912555 Y 7603825');
  assert.equal(code, 0);
  assert.match(out[0] ?? '', /^Read {6}X 3912555 Y 7603825 {2}as SK42, centre of a square of 1 m$/);
  assert.match(out[1] ?? '', /EPSG:5044.*, within 15 m$/);
});

test('what can be read in two ways is refused, and both ways are shown', async () => {
  const { code, out, err } = await run('37S 603674 3910891');
  assert.deepEqual([code, out], [1, []]);
  assert.match(err[0] ?? '', /the word UTM before a hemisphere/);
  assert.match(err[1] ?? '', /^It can be 54\.9\d+ S 40\.6\d+ E, as UTM/);
  assert.match(err[2] ?? '', /^It can be 35\.3359034 N 40\.1407948 E, as UTM/);
});

test('an easting without its zone is read with --zone, and refused without', async () => {
  assert.equal((await run('X 3912555 Y 603825')).code, 1);
  const { code, out } = await run('X 3912555 Y 603825', '--zone', '7');
  assert.equal(code, 0, out.join());
  assert.match(out[2] ?? '', /35\.3358966 N 40\.1408012 E/);
  assert.equal((await run('X 3912555 Y 603825', '--zone', '61')).code, 2);
});

test('a grid reference is the centre of its square; unquoted words are one position', async () => {
  const { code, out } = await run('37S', 'FV', '0412', '0287');
  assert.equal(code, 0);
  assert.equal(out[0], 'Read      37S FV 0412 0287  as MGRS, centre of a square of 10 m');
  assert.match(out[6] ?? '', /^MGRS {6}37S FV 04125 02875 /);
});

test('a position that begins with a minus is not an option', async () => {
  for (const args of [
    ['-35.3, 40.1'],
    ['-35.3,', '40.1'],
    ['--', '-35.3, 40.1'],
    ['-35.3', '-40.1'],
  ]) {
    const { code, out, err } = await run(...args);
    assert.equal(code, 0, err.join());
    assert.match(out[2] ?? '', /^DD {8}35\.3000000 S 40\.1000000 [EW] /);
  }
});

/** What --json prints, as far as the tests look into it. */
type Printed = {
  readonly read: unknown;
  readonly position: unknown;
  readonly forms: unknown;
  readonly accuracy: { readonly MGRS: unknown };
  readonly place: {
    readonly code: string;
    readonly text: string;
    readonly distanceMetres: number;
    readonly bearingDegrees: number;
  };
};

test('--json prints one object, wherever it stands', async () => {
  for (const args of [
    ['--json', '35.3359, 40.1408'],
    ['35.3359,', '40.1408', '--json'],
  ]) {
    const { code, out, err } = await run(...args);
    assert.equal(code, 0);
    assert.deepEqual(err, []);
    assert.equal(out.length, 1);
    const printed = JSON.parse(out[0] ?? '') as Printed;
    const { read, position, forms, accuracy, place } = printed;
    assert.deepEqual(read, {
      form: 'DD',
      precisionMetres: 11.1,
      transformation: 'WGS-84, as no datum was stated',
      accuracyMetres: 0,
      asEntered: '35.3359, 40.1408',
    });
    assert.deepEqual(position, {
      latE7: 353_359_000,
      lonE7: 401_408_000,
      lat: 35.3359,
      lon: 40.1408,
    });
    assert.deepEqual(forms, {
      ICAO: '352009N0400827E',
      UTM: 'UTM 37N 603674mE 3910891mN',
      SK42: 'X 3912555.4 Y 7603824.9',
      SK42_DMS: 'SK-42 35°20\'10.17"N 040°08\'31.12"E',
      PZ90_DMS: 'PZ-90.11 35°20\'09.24"N 040°08\'26.89"E',
      GARS: '441LL15',
      GEOREF: 'QJLF0844820154',
      PLUS: '8H7284PR+987',
      GEO: 'geo:35.3359000,40.1408000',
      DD: '35.3359000 N 40.1408000 E',
      DM: "35°20.1540'N 040°08.4480'E",
      DMS: '35°20\'09.24"N 040°08\'26.88"E',
      MGRS: '37S FV 03674 10891',
    });
    assert.deepEqual(accuracy.MGRS, {
      transformation: 'WGS-84, UTM/UPS, square of 1 m',
      accuracyMetres: 0.72,
    });
    assert.equal(place.code, 'OSDZ');
    assert.equal(
      place.text,
      '6.5 km, bearing 330° true (north-west), from Deir ez-Zor airport OSDZ; ' +
        'at the town of Deir ez-Zor; in Deir ez-Zor, Syria',
    );
    // GeodSolve -i from 35.2854 40.1760.
    assert.ok(Math.abs(place.distanceMetres - 6452.797) < 0.001);
    assert.ok(Math.abs(place.bearingDegrees - 330.26869) < 0.00001);
  }
});

test('a refused position ends with 1 and a sentence that names the character', async () => {
  const sentence = 'At character 1: found "95", expected a latitude of -90 to 90 degrees.';
  const exchanged = 'It can be 40.0000000 N 95.0000000 E, as DD: WGS-84, as no datum was stated.';
  assert.deepEqual(await run('95, 40'), { code: 1, out: [], err: [sentence, exchanged] });
  const { code, out, err } = await run('95, 200', '--json');
  assert.equal(code, 1);
  assert.deepEqual(err, [sentence]);
  assert.deepEqual(JSON.parse(out.join('')), {
    refusal: { at: 0, found: '95', expected: 'a latitude of -90 to 90 degrees', sentence },
  });
});

test('a magnetic bearing is turned to every north and unit', async () => {
  const where = ['--at', '35.3359, 40.1408', '--when', '2016-09-17T13:55:00Z'];
  const { code, out, err } = await run('--bearing', '216 magnetic', ...where);
  assert.deepEqual([code, err], [0, []]);
  assert.equal(out[0], 'Read  216 magnetic  as magnetic, degrees: 216° from there');
  // WMM-2015 has 5.06 east here; geo's own tests hold the model against NOAA's values.
  assert.match(out.join('\n'), /^221\.1° true +true north/m);
  assert.match(out.join('\n'), /^216\.0° magnetic +declination 5\.06 E by WMM-2015/m);
  assert.match(out.join('\n'), /mils \(6000\) grid SK-42/);
});

test('a height is given in every reference, with its accuracy', async () => {
  const { code, out, err } = await run('--height', '5500 m AMSL', '--at', '35.3359, 40.1408');
  assert.deepEqual([code, err], [0, []]);
  assert.equal(out[0], 'Read  5500 m AMSL  as 5 500 m AMSL');
  assert.match(out[2] ?? '', /^5 519 to 5 522 m HAE +± 1 m +EGM96, bilinear on 15'$/);
  assert.match(out.join('\n'), /^FL154 to FL219 +± 977 m +ISA .*QNH not stated/m);
  const missing = await run('--height', 'FL180');
  assert.match(missing.err[0] ?? '', /--at POSITION is missing/);
  assert.equal((await run('--height', 'FL180', '--at', '35, 40', '--qnh', '29.92')).code, 2);
  assert.equal((await run('--height', '18000 ft', '--at', '35, 40')).code, 1);
});

test('a time is given in Zulu and by the clocks of the zones asked for', async () => {
  const { code, out, err } = await run('--time', '17.09.2016 16:55 МСК', '--in', 'Damascus,Tehran');
  assert.deepEqual([code, err], [0, []]);
  assert.deepEqual(out, [
    'Read  17.09.2016 16:55 МСК  as DOTS, zone Europe/Moscow, stated to the minute',
    '2016-09-17 13:55:00Z',
    '171355ZSEP16',
    '2016-09-17 16:55:00 +03:00 Asia/Damascus',
    '171655CSEP16',
    '2016-09-17 18:25:00 +04:30 Asia/Tehran',
  ]);
  const window = await run('--time', '171355Z-171655ZSEP16', '--in', 'Moscow');
  assert.deepEqual(
    [window.code, window.out[1], window.out[4]?.trim()],
    [0, 'From', '2016-09-17 16:55:00 +03:00 Europe/Moscow'],
  );
  const open = await run('--time', '09/10/2016 13:55Z');
  assert.equal(open.code, 1);
  assert.deepEqual(open.err.slice(1), [
    'It can be 2016-10-09 13:55:00Z.',
    'It can be 2016-09-10 13:55:00Z.',
  ]);
});

test('names of a deployment are read, and a faulty file is refused by its field', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-gazetteer-'));
  const site = { id: 'cp-4', kind: 'site', name: 'Checkpoint 4', country: 'SY' };
  const write = (name: string, position: string): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ title: 'Ours', places: [{ ...site, position }] }));
    return file;
  };
  const good = write('ours.json', '37S FV 0412 0287');
  const { code, out } = await run('2 km north of Checkpoint 4', '--gazetteer', good);
  assert.equal(code, 0);
  assert.match(out[1] ?? '', /geodesic from the site Checkpoint 4 \(Ours\)/);
  const bad = await run('OSDZ', '--gazetteer', write('bad.json', '95, 40'));
  assert.equal(bad.code, 2);
  assert.match(bad.err[0] ?? '', /places\[0\]\.position: expected a latitude of -90 to 90/);
  rmSync(folder, { recursive: true });
});

test('a bearing without its north, its place or its date is refused', async () => {
  const north = await run('--bearing', '216');
  assert.equal(north.code, 1);
  assert.match(north.err.join('\n'), /It can be magnetic, degrees/);
  const place = await run('--bearing', '216 magnetic');
  assert.deepEqual(place.err, [
    'A bearing is turned at a place and on a date: --at POSITION is missing.',
  ]);
  assert.equal((await run('--bearing', '216T', '--at', '95, 40')).code, 2);
});

test('an empty position is refused, and no position is wrong usage', async () => {
  assert.equal((await run('')).code, 1);
  const none = await run();
  assert.equal(none.code, 2);
  assert.equal(none.err[0], 'There is no position.');
  assert.equal((await run('--json')).code, 2);
});

test('an unknown option is wrong usage and named', async () => {
  const { code, out, err } = await run('--sk42', '35.3, 40.1');
  assert.equal(code, 2);
  assert.deepEqual(out, []);
  assert.equal(err[0], 'There is no option --sk42.');
});

test('--help prints the usage', async () => {
  const { code, out, err } = await run('--help');
  assert.equal(code, 0);
  assert.deepEqual(err, []);
  assert.match(out[0] ?? '', /^usage: parley convert/);
});
