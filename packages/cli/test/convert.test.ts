// `parley convert`, called as the command line calls it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../src/convert.ts';

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

test('a position is printed in every form, one a line, aligned, with its accuracy', async () => {
  assert.deepEqual(await run('35.3359, 40.1408'), {
    code: 0,
    err: [],
    out: [
      'Read   35.3359, 40.1408  as DD, stated to 11.1 m',
      'DD     35.3359000 N 40.1408000 E     WGS-84, exact to 1e-7 degree      within 0.01 m',
      "DM     35°20.1540'N 040°08.4480'E    WGS-84, rounded to 0.0001 minute  within 0.14 m",
      'DMS    35°20\'09.24"N 040°08\'26.88"E  WGS-84, rounded to 0.01 second    within 0.23 m',
      'MGRS   37S FV 03674 10891            WGS-84, UTM/UPS, square of 1 m    within 0.72 m',
      'Place  6.5 km, bearing 330 degrees true, from Deir ez-Zor airport OSDZ',
    ],
  });
});

test('a grid reference is the centre of its square; unquoted words are one position', async () => {
  const { code, out } = await run('37S', 'FV', '0412', '0287');
  assert.equal(code, 0);
  assert.equal(out[0], 'Read   37S FV 0412 0287  as MGRS, centre of a square of 10 m');
  assert.match(out[4] ?? '', /^MGRS {3}37S FV 04125 02875 /);
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
    assert.match(out[1] ?? '', /^DD {5}35\.3000000 S 40\.1000000 [EW] /);
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
    assert.deepEqual(read, { form: 'DD', precisionMetres: 11.1, asEntered: '35.3359, 40.1408' });
    assert.deepEqual(position, {
      latE7: 353_359_000,
      lonE7: 401_408_000,
      lat: 35.3359,
      lon: 40.1408,
    });
    assert.deepEqual(forms, {
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
    assert.equal(place.text, '6.5 km, bearing 330 degrees true, from Deir ez-Zor airport OSDZ');
    // GeodSolve -i from 35.2854 40.1760.
    assert.ok(Math.abs(place.distanceMetres - 6452.797) < 0.001);
    assert.ok(Math.abs(place.bearingDegrees - 330.26869) < 0.00001);
  }
});

test('a refused position ends with 1 and a sentence that names the character', async () => {
  const sentence = 'At character 1: found "95", expected a latitude of -90 to 90 degrees.';
  assert.deepEqual(await run('95, 40'), { code: 1, out: [], err: [sentence] });
  const { code, out, err } = await run('95, 40', '--json');
  assert.equal(code, 1);
  assert.deepEqual(err, [sentence]);
  assert.deepEqual(JSON.parse(out.join('')), {
    refusal: { at: 0, found: '95', expected: 'a latitude of -90 to 90 degrees', sentence },
  });
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
