import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { exportedRecords, forkedRecord, longRecord } from './report-records.ts';
import { folder, parley } from './terminal.ts';

const PERIOD = ['--from', '2018-09-17T18:00:00Z', '--until', '2018-09-17T19:00:00Z'];

/** A folder with the sample records. */
function records(t: TestContext): { readonly root: string; readonly files: readonly string[] } {
  const root = folder(t);
  const files = Object.entries(exportedRecords()).map(([party, text]) => {
    const file = join(root, `${party}.record`);
    writeFileSync(file, text);
    return file;
  });
  return { root, files };
}

const PERIODS: readonly (readonly [string, readonly string[], string])[] = [
  [
    'a period the wrong way round',
    ['--from', '2018-09-17T19:00:00Z', '--until', '2018-09-17T18:00:00Z'],
    'parley report: --until: it is not after --from; right would be a later time.',
  ],
  [
    'a period of nothing',
    ['--from', '2018-09-17T19:00:00Z', '--until', '2018-09-17T19:00:00Z'],
    'parley report: --until: it is not after --from; right would be a later time.',
  ],
  [
    'a period of more than a year',
    ['--from', '2018-01-01T00:00:00Z', '--until', '2019-01-02T00:00:01Z'],
    'parley report: --until: the period has 367 days; right would be at most 366 days.',
  ],
  [
    'a period without an end',
    ['--from', '2018-01-01T00:00:00Z'],
    'parley report: --until: it is missing; right would be a time, as 2018-09-17T18:30:00Z.',
  ],
];

for (const [name, period, sentence] of PERIODS) {
  test(`${name} is refused, and nothing is written`, async (t) => {
    const { root, files } = records(t);
    const out = join(root, 'report');
    const ran = await parley('report', ...period, '--out', out, '--records', ...files);
    assert.deepEqual([ran.code, ran.err], [1, sentence]);
    assert.equal(existsSync(out), false);
  });
}

test('a period with more entries than a report holds is refused', async (t) => {
  const { root } = records(t);
  const [long, out] = [join(root, 'long.record'), join(root, 'report')];
  writeFileSync(long, longRecord(5_001));
  const ran = await parley('report', ...PERIOD, '--out', out, '--records', long);
  assert.equal(ran.code, 1);
  assert.equal(
    ran.err,
    'parley report: --until: the period has 5001 entries; ' +
      'right would be at most 5000: a shorter period.',
  );
  assert.equal(existsSync(out), false);
});

test('a time without a zone is refused', async (t) => {
  const { root, files } = records(t);
  const period = ['--from', '2018-09-17T18:00:00', '--until', '2018-09-17T19:00:00Z'];
  const out = join(root, 'report');
  const ran = await parley('report', ...period, '--out', out, '--records', ...files);
  assert.equal(ran.code, 1);
  assert.match(
    ran.err,
    /^parley report: --from: found "2018-09-17T18:00:00"; right would be .*zone/,
  );
});

test('a folder that is not empty, or a file, is refused and left as it is', async (t) => {
  const { root, files } = records(t);
  const held = join(root, 'held');
  mkdirSync(held);
  writeFileSync(join(held, 'notes.txt'), 'mine');
  const full = await parley('report', ...PERIOD, '--out', held, '--records', ...files);
  assert.equal(full.code, 1);
  assert.equal(
    full.err,
    `parley report: --out: ${held} is not empty: it has notes.txt; ` +
      'right would be a folder that is empty or not there yet.',
  );
  const file = join(held, 'notes.txt');
  const taken = await parley('report', ...PERIOD, '--out', file, '--records', ...files);
  assert.equal(taken.code, 1);
  assert.equal(
    taken.err,
    `parley report: --out: ${file}: it is a file; ` +
      'right would be a folder that is empty or not there yet.',
  );
});

test('a record that is damaged, absent or of another history is refused by its name', async (t) => {
  const { root, files } = records(t);
  const [north = '', south = ''] = files;
  const out = join(root, 'report');
  const made = async (...given: readonly string[]): Promise<string> => {
    const ran = await parley('report', ...PERIOD, '--out', out, '--records', ...given);
    assert.equal(ran.code, 1);
    assert.equal(existsSync(out), false);
    return ran.err.replaceAll(root, '');
  };
  const damaged = join(root, 'damaged.record');
  writeFileSync(damaged, exportedRecords().north.replace('Orbit KITE', 'Orbit KITS'));
  assert.match(
    await made(damaged, south),
    /^parley report: \/damaged\.record: .*; right would be a record exactly as it was exported\.$/,
  );
  assert.equal(
    await made(north, join(root, 'none.record')),
    'parley report: /none.record: it does not exist; right would be a file that can be read.',
  );
  const forked = join(root, 'forked.record');
  writeFileSync(forked, forkedRecord());
  assert.equal(
    await made(north, forked),
    'parley report: /forked.record: its entry 4 is another than that of /north.record: ' +
      'north has two histories; right would be copies of one record.',
  );
});

test('a seat that is not there is refused, and so are two sources at once', async (t) => {
  const { root, files } = records(t);
  const out = join(root, 'report');
  const seat = join(root, 'seat.json');
  const none = await parley('report', ...PERIOD, '--out', out, '--seat', seat);
  assert.deepEqual(
    [none.code, none.err],
    [
      1,
      `parley report: ${seat}: there is no seat in this file; ` +
        'right would be a seat taken with parley seat LINK.',
    ],
  );
  const both = await parley(
    'report',
    ...PERIOD,
    '--out',
    out,
    '--seat',
    seat,
    '--records',
    ...files,
  );
  assert.equal(both.code, 2);
  assert.match(both.err, /it goes by --records or by the node of --seat, not by both/);
  const nowhere = await parley('report', ...PERIOD, '--records', ...files);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.err, /--out DIR is missing/);
});
