// `parley conflicts`, run as a function with files on disk: what it prints and how it exits.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { conflicts } from '../src/conflicts.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-conflicts-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(...features: readonly object[]): string {
  files += 1;
  const path = join(folder, `${files}.geojson`);
  writeFileSync(path, features.map((x) => JSON.stringify(x)).join('\n'));
  return path;
}

/** A circle on the equator, 0 to 1,000 m above the ellipsoid, from 13:00 to 14:00. */
function circle(id: string, lon: number, radiusMetres: number, more: object = {}): object {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, 0] },
    properties: {
      id,
      radiusMetres,
      lower: { value: 0, unit: 'm', reference: 'HAE' },
      upper: { value: 1000, unit: 'm', reference: 'HAE' },
      start: '2026-09-17T13:00:00Z',
      end: '2026-09-17T14:00:00Z',
      ...more,
    },
  };
}

async function run(...args: string[]): Promise<{ status: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await conflicts(
    args,
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { status, out, err };
}

test('every pair of one file, each once, in the order of the file', async () => {
  const path = file(
    circle('z', 0, 1000),
    circle('a', 0, 500),
    circle('far', 9, 500),
    circle('m', 0, 5),
  );
  const { status, out, err } = await run(path, '--json');
  assert.deepEqual([status, err], [0, []]);
  const pairs = out
    .map((line) => JSON.parse(line) as { a: string; b: string })
    .map(({ a, b }) => `${a} ${b}`);
  assert.deepEqual(pairs, ['z a', 'z m', 'a m']);
});

test('a pair as JSON: separations, window, place', async () => {
  // GeodSolve: one degree of the equator is 111319.491 m.
  const path = file(
    circle('a', 0, 50_000),
    circle('b', 1, 61_000, { start: '2026-09-17T14:01:30Z', end: '2026-09-17T15:00:00Z' }),
  );
  const { out } = await run(path, '--json', '--lateral', '319.5', '--time', '90.5');
  assert.deepEqual(
    out.map((line): unknown => JSON.parse(line)),
    [
      {
        a: 'a',
        b: 'b',
        lateralMetres: 319.49,
        verticalMetres: 0,
        timeSeconds: 90,
        window: { start: '2026-09-17T14:00:00Z', end: '2026-09-17T14:01:30Z' },
        at: { lat: 0, lon: 0.4505927 },
      },
    ],
  );
  assert.deepEqual((await run(path, '--json', '--lateral', '319.49', '--time', '90.5')).out, []);
  assert.deepEqual((await run(path, '--json', '--lateral', '319.5', '--time=90')).out, []);
});

test('a pair for a person: one line with ids, separations, when and where', async () => {
  const path = file(
    circle('a', 0, 1000),
    circle('b', 0, 500, { lower: '1300 m HAE', upper: 'UNL' }),
  );
  const { status, out } = await run(path, '--vertical', '301');
  assert.equal(status, 0);
  assert.equal(out.length, 2);
  const [separation, window, ...place] = (out[0] ?? '').split('; ');
  assert.equal(separation, 'a and b: 300 m apart vertically');
  assert.equal(window, 'from 2026-09-17 13:00:00Z to 2026-09-17 14:00:00Z');
  const where = /^at 0\.0000000 N 0\.0000000 E, .* km, bearing \d+° true \([a-z-]+\), from /;
  assert.match(place.join('; '), where);
  assert.equal(out[1], '1 conflicting pair among 2 features.');
  assert.deepEqual((await run(path)).out, ['No conflicts among 2 features.']);
});

test('features of one stated party are not in conflict; those of none are with all', async () => {
  const path = file(
    circle('b1', 0, 10, { party: 'blue' }),
    circle('b2', 0, 10, { party: 'blue' }),
    circle('g', 0, 10, { party: 'green' }),
    circle('n1', 0, 10),
    circle('n2', 0, 10),
  );
  const { out } = await run(path, '--json');
  const pairs = out
    .map((line) => JSON.parse(line) as { a: string; b: string })
    .map(({ a, b }) => `${a} ${b}`);
  const expected = ['b1 g', 'b1 n1', 'b1 n2', 'b2 g', 'b2 n1', 'b2 n2', 'g n1', 'g n2', 'n1 n2'];
  assert.deepEqual(pairs, expected);
});

test('--against compares the two files, not the features of either', async () => {
  const one = file(circle('a', 0, 1000), circle('b', 0, 500));
  const other = file(circle('a', 0, 10), circle('c', 5, 10));
  const { status, out } = await run(one, '--against', other, '--json');
  assert.equal(status, 0);
  const pairs = out
    .map((line) => JSON.parse(line) as { a: string; b: string })
    .map(({ a, b }) => `${a} ${b}`);
  assert.deepEqual(pairs, ['a a', 'b a']);
  const human = await run('--against', other, one);
  assert.equal(human.out.at(-1), '2 conflicting pairs between 2 features and 2.');
});

test('a refused feature: exit 1, a line that names it, and the others compared', async () => {
  const path = file(circle('a', 0, 1000), circle('bad', 0, -1), circle('b', 0, 500, {}));
  const { status, out, err } = await run(path, '--json');
  assert.equal(status, 1);
  assert.equal(out.length, 1);
  assert.deepEqual(err, [
    `${path}: line 2, bad, outline.radiusCentimetres: -100 is out of range; ` +
      'right would be a whole number from 1 to 50000000',
  ]);
});

test('wrong usage and missing files: exit 2 and a sentence', async () => {
  const path = file(circle('a', 0, 1000));
  for (const [args, sentence] of [
    [[], /^A file of volumes is needed/],
    [[path, path], /^One file is compared at a time/],
    [[path, '--lateral', 'far'], /^--lateral far is not a number of metres/],
    [[path, '--lateral=-5'], /^--lateral -5 is not a number of metres/],
    [[path, '--time', '1e3'], /^--time 1e3 is not a number of seconds/],
    [[path, '--sideways'], /--sideways/],
    [['-', '--against', '-'], /^Only one file can be standard input/],
    [[join(folder, 'none.geojson')], /none\.geojson cannot be read: .*no such file/],
    [[path, '--against', folder], /cannot be read: .*directory/],
  ] as const) {
    const { status, out, err } = await run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.deepEqual(out, []);
    assert.match(err[0] ?? '', sentence);
    assert.ok(err.every((line) => !line.includes('\n')));
  }
});

test('--help says what a conflict is and what the exit status means', async () => {
  const { status, out } = await run('--help');
  assert.equal(status, 0);
  assert.match(out.join('\n'), /same party are not in conflict/);
});

test('- reads standard input', () => {
  const source = JSON.stringify(import.meta.resolve('../src/conflicts.ts'));
  const script = `import { conflicts } from ${source};
process.exitCode = await conflicts(['-', '--json'], console.log, console.error);`;
  const input = [circle('a', 0, 1000), circle('b', 0, 500)]
    .map((x) => JSON.stringify(x))
    .join('\n');
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input });
  assert.equal(String(child.stderr), '');
  assert.equal(child.status, 0);
  const { a, b } = JSON.parse(String(child.stdout)) as { a: string; b: string };
  assert.deepEqual([a, b], ['a', 'b']);
});

test('the places of the first 1,000 pairs are told in words, the others by position', async () => {
  const path = file(...Array.from({ length: 46 }, (_, i) => circle(`c${i}`, 0, 1000)));
  const { status, out } = await run(path);
  assert.deepEqual([status, out.length], [0, 1036]);
  const inWords = out.map((line) => /at 0\.0000000 N 0\.0000000 E, .+ from /.test(line));
  assert.deepEqual(inWords.slice(0, 1000), Array(1000).fill(true));
  assert.deepEqual(inWords.slice(1000), Array(36).fill(false));
  assert.match(out[1000] ?? '', /at 0\.0000000 N 0\.0000000 E$/);
  assert.equal(out[1035], '1035 conflicting pairs among 46 features.');
});

test('a signal to stop ends it at once, in the middle of its file', async () => {
  const pipe = join(folder, 'never-ends');
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, [main, 'conflicts', pipe], { stdio: 'ignore' });
  // Opens when the command has it open.
  const writer = await open(pipe, 'w');
  child.kill('SIGINT');
  const [code, signal] = (await once(child, 'exit')) as unknown[];
  await writer.close();
  assert.deepEqual([code, signal], [null, 'SIGINT']);
});
