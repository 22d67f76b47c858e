import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { linkOf, startBoth } from './nodes.ts';
import type { TestNode } from './nodes.ts';
import { folder, parley, parleyWith, PROGRAM, start } from './terminal.ts';
import type { SeatRole } from '@parley/protocol';

const AREA =
  '35.2596670 N 40.1613707 E; 37S FV 04463 03549; 35.2523711 N 40.1244802 E; ' +
  '35.2384416, 40.1455693';
const WINDOW = ['--start', '2098-09-17T12:55:00Z', '--end', '2098-09-17T15:00:00Z'];
const BAND = ['--lower', 'FL180', '--upper', 'FL240'];
const NOTICE_OPTIONS = [
  '--title',
  'Air activity',
  '--area',
  AREA,
  ...BAND,
  ...WINDOW,
  '--exercise',
];

/** A seat of a node, taken with the n-th link of a role; gives its file. */
async function seat(
  node: TestNode,
  path: string,
  name: string,
  role: SeatRole,
  nth = 0,
): Promise<string> {
  const file = join(path, `${node.party}-${name.replace(' ', '-')}.json`);
  const taken = await parley('seat', linkOf(node, role, nth), '--name', name, '--seat', file);
  assert.equal(taken.err, '');
  return file;
}

type Seats = { readonly drafter: string; readonly releaser: string; readonly theirs: string };

async function seats(t: TestContext): Promise<Seats> {
  const [coalition, russia] = await startBoth(t);
  const path = folder(t);
  return {
    drafter: await seat(coalition, path, 'Watch 1', 'releaser', 0),
    releaser: await seat(coalition, path, 'Duty officer', 'releaser', 1),
    theirs: await seat(russia, path, 'Watch A', 'watch'),
  };
}

/** Gives the first line of a process that matches, of those that came and those to come. */
function linesOf(child: { readonly stdout: Readable }): (pattern: RegExp) => Promise<string> {
  const seen: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => seen.push(line));
  return async (pattern) => {
    const signal = AbortSignal.timeout(20_000);
    for (;;) {
      const found = seen.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await once(lines, 'line', { signal });
    }
  };
}

/** `parley watch` as a process, stopped after the test as a person would stop it. */
function watching(t: TestContext, file: string): { until: ReturnType<typeof linesOf> } {
  const child = start(['watch', '--seat', file]);
  t.after(async () => {
    const gone = once(child, 'exit');
    child.kill('SIGINT');
    const [code] = (await gone) as [number | null];
    assert.equal(code, 0);
  });
  return { until: linesOf(child) };
}

test('a notice goes over and is read back; a warning rings and is taken', async (t) => {
  const { drafter, releaser, theirs } = await seats(t);
  assert.equal(statSync(drafter).mode & 0o777, 0o600);
  const watch = watching(t, theirs);
  await watch.until(/^LINE to coalition is alive/);

  const words = 'Air activity 9 km south of the airfield';
  const drafted = await parley('notice', ...NOTICE_OPTIONS, '--words', words, '--seat', drafter);
  assert.equal(drafted.err, '');
  assert.deepEqual(drafted.out.split('\n').slice(0, 3), [
    'Place: 4.5 km, bearing 220° true (south-west), from Deir ez-Zor airport OSDZ; 9.0 km south ' +
      'of the town of Deir ez-Zor; in Deir ez-Zor, Syria (3.0 to 6.0 km from OSDZ), ' +
      'FL180 – FL240, 2098-09-17 12:55:00Z to 2098-09-17 15:00:00Z',
    'FINDING: The text says "9 km south of the airfield". The area lies 3.0 to 6.0 km from ' +
      'Deir ez-Zor airport OSDZ, bearing 220 degrees: 3.0 km off. ' +
      'It would be right from the town Deir ez-Zor.',
    'No conflict with a notice.',
  ]);
  const id = /^Draft ([0-9a-f]{8}) is ready/m.exec(drafted.out)?.[1] ?? '';
  const own = await parley('release', id, '--seat', drafter);
  assert.equal(own.code, 1);
  assert.match(
    own.err,
    /^parley release: draftedBy: Watch 1 drafted it; .* another seat as releaser or commander\.$/,
  );
  const listed = await parley('drafts', '--seat', releaser);
  assert.match(
    listed.out,
    new RegExp(
      `^EXERCISE ${id}  ready, drafted by Watch 1, body [0-9a-f]{8}: AIR ACTIVITY PRIORITY`,
      'm',
    ),
  );

  const shown = /, body ([0-9a-f]{8}): /.exec(listed.out)?.[1] ?? '';
  const other = shown.startsWith('0') ? '1aaaaaaa' : '0aaaaaaa';
  const changed = await parley('release', id, '--body', other, '--seat', releaser);
  assert.equal(
    changed.err,
    `parley release: body: found "${other}", and the draft has ${shown} now; right would be ` +
      'the first 8 digits or more, as parley drafts shows them.',
  );
  const released = await parley('release', id, '--body', shown, '--seat', releaser);
  const notice = /^Released as (coalition\/\d+)\.$/m.exec(released.out)?.[1] ?? '';
  assert.notEqual(notice, '');
  const line = await watch.until(
    new RegExp(`^EXERCISE .*${notice}  +AIR ACTIVITY PRIORITY Air activity: `),
  );
  assert.match(line, /FINDING: The text says "9 km south of the airfield"\./);
  await watch.until(new RegExp(`^EXERCISE DUE PRIORITY ${notice}: Read it by `));

  assert.match(
    (await parley('say', 'read', notice, '--seat', theirs)).out,
    /^Said as russia\/\d+\.$/,
  );
  const readBack = await parley('say', 'read-back', notice, '--form', 'MGRS', '--seat', theirs);
  assert.equal(readBack.code, 0);
  const position = await parley('say', 'position', notice, 'noted', '--seat', theirs);
  assert.equal(position.code, 1);
  assert.match(
    position.err,
    /Watch A has the role watch; right would be a seat with the role releaser or commander\.$/,
  );

  const hazard = 'warn --hazard our-fire-about-to-enter --at-risk your-forces'.split(' ');
  const request = ['--request', 'leave-volume', '--about', notice, '--exercise'];
  const warned = await parley(...hazard, ...request, '--seat', drafter);
  const warning = /^Warned as (coalition\/\d+);/.exec(warned.out)?.[1] ?? '';
  const rung = await watch.until(new RegExp(`^\u0007EXERCISE .*${warning}  +WARNING FLASH`));
  assert.equal(rung.startsWith('\u0007'), true);
  assert.match(
    rung,
    /Our fire is about to enter this volume\. At risk: your forces\. Leave the volume\./,
  );
  await watch.until(new RegExp(`^EXERCISE DUE FLASH ${warning}: Take it by `));
  await parley('say', 'read', warning, '--seat', theirs);
  await watch.until(new RegExp(`^EXERCISE DUE FLASH ${warning}: Say what was done by `));
});

test('a warning that is waited for tells when it was taken, or that nobody did', async (t) => {
  const { drafter, theirs } = await seats(t);
  const circle = ['--circle', '35.26 N 40.15 E', '--radius', '3 km'];
  const codes = '--hazard aircraft-endangered --at-risk civil-aircraft --request turn-away'.split(
    ' ',
  );
  const warn = ['warn', ...codes, ...circle, '--test', '--seat', drafter, '--wait'];
  const alone = await parley(...warn, '--wait-seconds', '0.3');
  assert.equal(alone.code, 1);
  // What was not stated is taken as widely as it can be, and said.
  assert.match(alone.out, /^Where: 3\.7 km, .*OSDZ; .*, SFC – UNL, \d{4}-\d\d-\d\d [^ ]+Z to /m);
  assert.match(
    alone.err,
    /^parley warn: nobody has taken coalition\/\d+ after 0 s\. Use another way too\.$/,
  );

  const watch = watching(t, theirs);
  const waiting = parley(...warn, '--wait-seconds', '20', '--words', 'second');
  const second = await watch.until(/TEST \d{4}-.*WARNING FLASH .*"second"/);
  const id = /coalition\/\d+/.exec(second)?.[0] ?? '';
  await parley('say', 'read', id, '--seat', theirs);
  const { code, out } = await waiting;
  assert.equal(code, 0);
  assert.match(out, /^READ by Watch A of russia, \d+ ms after it was sent\.$/m);
});

test('a notice comes from a file or standard input as well', async (t) => {
  const { drafter } = await seats(t);
  const form = {
    type: 'notice',
    precedence: 'ROUTINE',
    status: 'exercise',
    activity: 'transit',
    asked: 'note',
    firmness: 'planned',
    title: 'Corridor',
    volumes: [
      {
        corridor: ['35.0 N 40.0 E', '36.0 N 41.0 E'],
        halfWidth: '2 NM',
        lower: '5000 ft AMSL',
        upper: 'FL120',
        start: '171255ZSEP98',
        end: '2098-09-17T18:00:00+03:00',
      },
    ],
  };
  const file = join(folder(t), 'notice.json');
  writeFileSync(file, JSON.stringify(form));
  const fromFile = await parley('notice', file, '--seat', drafter);
  const fromInput = await parleyWith(readFileSync(file, 'utf8'), 'notice', '-', '--seat', drafter);
  const place = (text: string): string => text.split('\n')[0] ?? '';
  assert.equal(fromFile.err, '');
  assert.match(
    place(fromFile.out),
    /5 000 ft AMSL – FL120, 2098-09-17 12:55:00Z to 2098-09-17 15:00:00Z$/,
  );
  assert.equal(place(fromInput.out), place(fromFile.out));
});

test('what is wrong with a notice is named: field, fault, what would be right', async (t) => {
  const { drafter } = await seats(t);
  const given = (changes: Readonly<Record<string, string>>): string[] =>
    Object.entries({
      '--title': 'Air activity',
      '--circle': '35.26 N 40.15 E',
      '--radius': '3km',
      '--lower': 'FL180',
      '--upper': 'FL240',
      '--start': '2098-09-17T12:55:00Z',
      '--end': '2098-09-17T15:00:00Z',
      ...changes,
    }).flat();
  const cases: readonly (readonly [changes: Readonly<Record<string, string>>, sentence: RegExp])[] =
    [
      [
        { '--circle': '95.26 N 40.15 E' },
        /^parley notice: volumes\[0\]\.circle: found "95\.26" at character 1 /,
      ],
      [
        { '--radius': '3 leagues' },
        /volumes\[0\]\.radius: found "3 leagues"; right would be "3 km"/,
      ],
      [{ '--lower': '18000 ft' }, /volumes\[0\]\.lower: found .* right would be /],
      [
        { '--start': '2098-09-17T12:55:00' },
        /volumes\[0\]\.start: found .* right would be the zone: Z, an offset/,
      ],
      [{ '--end': '2098-09-17T11:00:00Z' }, /volumes\[0\]\.window: end .* is before start/],
      [{ '--upper': 'FL100' }, /volumes\[0\]\.band: lower FL180 is above upper FL100/],
      [{ '--precedence': 'URGENT' }, /precedence: found "URGENT"; right would be /],
      [
        { '--supersedes': 'coalition/99' },
        /supersedes: "coalition\/99" is not on this line; right would be an object/,
      ],
      [
        { '--area': '1 N 1 E; 2 N 2 E; 1 N 2 E' },
        /volumes\[0\]: it has 2 of area, circle and corridor/,
      ],
    ];
  for (const [changes, sentence] of cases) {
    const { code, out, err } = await parley('notice', ...given(changes), '--seat', drafter);
    assert.equal(code, 1, `${JSON.stringify(changes)} ${out}`);
    assert.match(err, sentence);
  }
  const bowTie = '35.0 N 40.0 E; 35.1 N 40.1 E; 35.1 N 40.0 E; 35.0 N 40.1 E';
  const options = [
    '--lower',
    'SFC',
    '--upper',
    'UNL',
    '--start',
    '171255ZSEP98',
    '--end',
    '171500ZSEP98',
  ];
  const crossed = await parley(
    'notice',
    '--title',
    'A',
    '--area',
    bowTie,
    ...options,
    '--seat',
    drafter,
  );
  assert.equal(crossed.code, 1);
  assert.match(crossed.err, /cross/);
});

test('each side proves what the other said, and anybody checks it with the cards', async (t) => {
  const [coalition, russia] = await startBoth(t);
  const path = folder(t);
  const ours = await seat(coalition, path, 'Watch 1', 'releaser');
  const theirs = await seat(russia, path, 'Watch A', 'watch');
  const said = await parley('say', 'line-check', '--seat', ours);
  const id = /coalition\/\d+/.exec(said.out)?.[0] ?? '';
  const watch = watching(t, theirs);
  await watch.until(new RegExp(`${id}  +LINE CHECK`));
  const cards = [coalition, russia].flatMap((node) => ['--card', join(node.folder, 'card.json')]);
  // A head is cosigned with the next heartbeat: the proof is asked for until there is one.
  const file = join(path, 'line-check.proof');
  for (let tries = 0; tries < 100; tries += 1) {
    const proof = await parley('proof', id, '--out', file, '--seat', theirs);
    if (proof.code === 0) break;
    assert.match(proof.err, /is not under a head yet/);
  }
  const checked = await parley('verify', file, '--entry', `${file}.entry.json`, ...cards);
  assert.equal(checked.err, '');
  assert.equal(checked.code, 0);
  assert.match(checked.out, /is exactly this: LINE CHECK IMMEDIATE$/m);
  assert.match(checked.out, /which is that of the card of coalition\.$/m);

  const record = join(path, 'coalition.record');
  const exported = await parley('export', 'coalition', '--out', record, '--seat', theirs);
  assert.equal(exported.code, 0);
  const whole = await parley('verify', record, ...cards);
  assert.equal(whole.code, 0);
  assert.match(whole.out, /\/witness held all of it, unchanged, at /);
  const tiles = join(path, 'tiles');
  const tiled = await parley('export', 'coalition', '--tiles', tiles, '--seat', theirs);
  assert.equal(tiled.code, 0, tiled.err);
  const files = await parley('verify', tiles, ...cards);
  assert.match(files.out, /^This is a record as tiles\.\nVALID\.\n/);
  assert.match(files.out, /\/witness held all of it, unchanged, at /);
  const [bundle = ''] = readdirSync(join(tiles, 'tile/entries/000.p'));
  appendFileSync(join(tiles, 'tile/entries/000.p', bundle), 'x');
  const altered = await parley('verify', tiles, ...cards);
  assert.equal(altered.code, 1);
  assert.match(
    altered.out,
    /NOT VALID: tile\/entries\/000\.p\/\d+: .+ longer than its \d+ entries, by 1 B$/m,
  );
  const unknown = await parley('export', 'nobody', '--seat', theirs);
  assert.equal(unknown.code, 1);
  assert.match(
    unknown.err,
    /party: "nobody" is no member of the line; right would be coalition, russia\.$/,
  );
});

test('on a terminal the key a takes the oldest warning, and nothing else does', async (t) => {
  const { drafter, theirs } = await seats(t);
  if (spawnSync('script', ['--version']).error !== undefined) {
    t.skip('script is not installed: apt-get install bsdutils');
    return;
  }
  // script gives the command a terminal of its own; what is written to it are keys.
  const command = `'${process.execPath}' '${PROGRAM}' watch --seat '${theirs}'`;
  const child = spawn('script', [
    '--quiet',
    '--flush',
    '--return',
    '--command',
    command,
    '/dev/null',
  ]);
  const until = linesOf(child);
  await until(/LINE to coalition is alive/);
  const hazard = 'warn --hazard loss-of-control --at-risk civilians --request hold --test'.split(
    ' ',
  );
  const circle = ['--circle', '35.26 N 40.15 E', '--radius', '3 km', ...BAND, ...WINDOW];
  const warned = await parley(...hazard, ...circle, '--seat', drafter);
  const id = /coalition\/\d+/.exec(warned.out)?.[0] ?? '';
  await until(new RegExp(`WARNING ${id} not taken for \\d+ s; press a to take it\\.`));
  child.stdin.write('a');
  await until(new RegExp(`READ ${id}  \\[Watch A\\]`));
  child.stdin.write('a');
  await until(/No warning waits to be taken\./);
  const gone = once(child, 'exit');
  child.stdin.write('\u0003');
  assert.deepEqual(await gone, [0, null]);
});
