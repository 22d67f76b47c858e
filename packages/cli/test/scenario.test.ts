import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readScenario } from '../src/index.ts';
import type { Scenario } from '../src/index.ts';
import { folder, parley } from './terminal.ts';

const FOLDER = fileURLToPath(new URL('../../../scenarios', import.meta.url));
const FILE = join(FOLDER, 'deir-ez-zor-2016.json');
const TEXT = readFileSync(FILE, 'utf8');

function scenario(): Scenario {
  const read = readScenario(JSON.parse(TEXT));
  assert.ok(read.ok);
  return read.value;
}

test('the case of Deir ez-Zor plays on two real nodes as its file says', async () => {
  const { code, out, err } = await parley('replay', FILE, '--check');
  assert.equal(err, '');
  assert.equal(code, 0, out);
  assert.match(out, /^deir-ez-zor-2016: 25 of 25 steps as expected, \d+ checks, 0 failed$/m);
});

const OTHERS = readdirSync(FOLDER).filter((name) => !name.startsWith('deir-ez-zor-2016'));

for (const name of OTHERS) {
  test(`${name} plays on real nodes as its file says`, async () => {
    const { code, out, err } = await parley('replay', join(FOLDER, name), '--check');
    assert.equal(err, '');
    assert.equal(code, 0, out);
    assert.match(out, /: (\d+) of \1 steps as expected, \d+ checks, 0 failed$/m);
  });

  test(`${name} has sources, no target, and nothing that could be taken for real`, () => {
    const read = readScenario(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    assert.ok(read.ok);
    const { sources, contested, steps } = read.value;
    assert.ok(sources.length > 0 && sources.every((source) => URL.canParse(source)));
    assert.ok(contested.every(({ versions }) => versions.length > 1));
    assert.ok(steps.some(({ lineOfTheDay }) => lineOfTheDay !== undefined));
    for (const { lineOfTheDay, label } of steps) {
      if (lineOfTheDay !== undefined) assert.ok(lineOfTheDay.sources.length > 0, label);
    }
    assert.ok(steps.filter(({ expect }) => expect !== undefined).length >= 4);
    const messages = JSON.stringify(steps.map(({ say, draft }) => say ?? draft ?? ''));
    assert.doesNotMatch(messages, /"status":"actual"/);
    assert.doesNotMatch(messages, /aim ?point|munition|"unit-/i);
  });
}

test('the fourteen failures of record and the talks are played by these files', () => {
  assert.deepEqual(readdirSync(FOLDER).toSorted(), [
    'accident-2022.json',
    'deir-ez-zor-2016.json',
    'forged-claim-2017.json',
    'il-20-2018.json',
    'khasham-2018.json',
    'korea-2023.json',
    'kunduz-2015.json',
    'mh17-2014.json',
    'protected-list-2019.json',
    'shayrat-2017.json',
    'talks-2015.json',
    'vienna-document-2022.json',
    'world-central-kitchen-2024.json',
  ]);
});

test('a wrong literal fails the check and is named with what was found', async (t) => {
  const { steps, ...rest } = JSON.parse(TEXT) as { steps: { label: string }[] };
  const short = steps.slice(
    0,
    steps.findIndex(({ label }) => label === 'read-1'),
  );
  const file = join(folder(t), 'wrong.json');
  const wrong = JSON.stringify({ ...rest, steps: short })
    .replaceAll('"leadMinutes":49', '"leadMinutes":48')
    .replace('"drafter-may-not-release"', '"role-lacking"');
  writeFileSync(file, wrong);
  const { code, out } = await parley('replay', file, '--check');
  assert.equal(code, 1);
  assert.match(out, /expected Watch A of russia: lead in minutes 48; found 49$/m);
  assert.match(out, /expected refused: role-lacking; found refused: drafter-may-not-release /);
  assert.match(out, /^deir-ez-zor-2016: 1 of 3 steps as expected, \d+ checks, \d+ failed$/m);
});

test('the corners of the area lie 3.0 to 6.0 km south-west of the airfield, by GeodSolve', (t) => {
  const airfield = '35.2854 40.1760';
  const { steps } = JSON.parse(TEXT) as { steps: { draft?: { volumes?: { area: string[] }[] } }[] };
  const area = steps[0]?.draft?.volumes?.[0]?.area ?? [];
  assert.equal(area.length, 4);
  const pairs = area.map((corner) => `${airfield} ${corner.replaceAll(/[NE]/g, '')}`).join('\n');
  const solved = spawnSync('GeodSolve', ['-i', '-p', '1'], {
    input: `${pairs}\n`,
    encoding: 'utf8',
  });
  if (solved.error !== undefined) {
    t.skip('GeodSolve is not installed: apt-get install geographiclib-tools');
    return;
  }
  const rows = solved.stdout
    .trim()
    .split('\n')
    .map((row) => row.split(' ').map(Number));
  for (const [azimuth = 0, , metres = 0] of rows) {
    assert.ok(metres >= 3_000 && metres <= 6_000, `${metres} m`);
    const bearing = (azimuth + 360) % 360;
    assert.ok(bearing >= 203 && bearing <= 248, `${bearing} degrees`);
  }
});

test('every word of the day has a source, and no message carries a target', () => {
  const { steps, sources, contested } = scenario();
  for (const { lineOfTheDay, label } of steps) {
    if (lineOfTheDay !== undefined) assert.ok(lineOfTheDay.sources.length > 0, label);
  }
  assert.ok(sources.every((source) => URL.canParse(source)));
  assert.ok(contested.every(({ versions }) => versions.length > 1));
  const messages = JSON.stringify(steps.map(({ say, draft }) => say ?? draft ?? ''));
  assert.doesNotMatch(messages, /"status":"actual"/);
  assert.doesNotMatch(messages, /target|aim|weapon|unit/i);
});

test('the hours are those of the day: 15:55 to 16:56 in Damascus, at UTC+3', () => {
  const at = new Map(scenario().steps.map((step) => [step.label, step.at]));
  assert.equal(at.get('strikes-begin'), Date.parse('2016-09-17T15:55:00+03:00'));
  assert.equal(at.get('strikes-end'), Date.parse('2016-09-17T16:56:00+03:00'));
  assert.equal((at.get('strikes-end') ?? 0) - (at.get('warning') ?? 0), 27 * 60_000);
});

const BROKEN: readonly (readonly [change: (file: string) => string, sentence: RegExp])[] = [
  [(file) => file.slice(1), /JSON\.$/],
  [
    (file) => file.replace('"leadMinutes"', '"leadMinuts"'),
    /steps\[2\]\.expect\[0\]\.leadMinuts: found 49; right would be no such field/,
  ],
  [
    (file) => file.replace('"seat": "Watch 1"', '"seat": "Watch 9"'),
    /steps\[0\]\.seat: found "Watch 9"; right would be a seat of the party/,
  ],
  [
    (file) => file.replace('2016-09-17T12:05:00Z', '2016-09-17T11:05:00Z'),
    /steps\[1\]\.at: .*right would be a time that is not before/,
  ],
  [(file) => file.replace('2016-09-17T12:05:00Z', 'noon'), /steps\[1\]\.at: found "noon"/],
  [
    (file) => file.replace('"release": "draft-1"', '"release": "draft-9"'),
    /steps\[1\]\.release: found "draft-9"; right would be the label of a draft above/,
  ],
  [
    (file) => file.replace('"scenario": 1', '"scenario": 2'),
    /scenario: found 2; right would be 1\.$/,
  ],
  [
    (file) => file.replace('"label": "self-release"', '"label": "draft-1"'),
    /steps\[1\]\.label: .*right would be a label of its own/,
  ],
];

for (const [change, sentence] of BROKEN) {
  test(`a faulty scenario is refused before it starts: ${sentence.source}`, async (t) => {
    const file = join(folder(t), 'broken.json');
    const broken = change(TEXT);
    assert.notEqual(broken, TEXT);
    writeFileSync(file, broken);
    const { code, out, err } = await parley('replay', file, '--check');
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, sentence);
  });
}
