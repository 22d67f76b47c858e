// `parley check-text`, run as a function with files on disk: what it prints and how it exits.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkText } from '../src/check-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-check-text-'));
after(() => rmSync(folder, { recursive: true }));

/** The ground south-west of Deir ez-Zor's airfield, 3 to 6 km from it, FL180 to FL240. */
const AREA = join(folder, 'area.geojson');
writeFileSync(
  AREA,
  JSON.stringify({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [40.15, 35.25] },
    properties: {
      id: 'area',
      radiusMetres: 1300,
      lower: { value: 180, unit: 'FL', reference: 'STD' },
      upper: { value: 240, unit: 'FL', reference: 'STD' },
      start: '2016-09-17T13:00:00Z',
      end: '2016-09-17T15:00:00Z',
    },
  }),
);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await checkText(
    args,
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { status, out, err };
}

test('nine kilometres south is not where the area lies', async () => {
  const { status, out, err } = await run('9 km south of the airfield', '--geometry', AREA);
  assert.deepEqual([status, err], [1, []]);
  assert.match(
    out[0] ?? '',
    /^distance-differs: The text says "9 km south of the airfield"\. The area lies .* OSDZ/,
  );
});

test('a flight level outside of the band is found, one inside is not', async () => {
  const { status, out } = await run('Orbit at FL320', '--geometry', AREA);
  assert.equal(status, 1);
  assert.match(
    out[0] ?? '',
    /^altitude-differs: The text says ".*FL320"\. The band is FL180 – FL240/,
  );
  assert.deepEqual(await run('Orbit at FL200', '--geometry', AREA), {
    status: 0,
    out: ['No finding.'],
    err: [],
  });
});

test('--json prints one object a finding, and nothing when there is none', async () => {
  const { status, out } = await run('эшелон 320', '--geometry', AREA, '--json');
  assert.equal(status, 1);
  const printed = JSON.parse(out[0] ?? '') as { code: string; differsMetres: number };
  assert.equal(printed.code, 'altitude-differs');
  assert.ok(Math.abs(printed.differsMetres - 2438.4) < 0.001);
  assert.deepEqual((await run('FL200', '--geometry', AREA, '--json')).out, []);
});

test('wrong usage, a missing file and a file without volumes are refused by name', async () => {
  const empty = join(folder, 'empty.geojson');
  writeFileSync(empty, '{"type":"FeatureCollection","features":[]}');
  const broken = join(folder, 'broken.geojson');
  writeFileSync(broken, '{"type":"Feature"');
  for (const [args, fault] of [
    [[], /no text/],
    [['words'], /--geometry FILE/],
    [['words', '--geometry', join(folder, 'none')], /it does not exist/],
    [['words', '--geometry', folder], /a folder/],
    [['words', '--geometry', empty], /no volume/],
    [['words', '--geometry', broken], /broken\.geojson/],
    [['words', '--geometry', AREA, '--loud'], /--loud/],
  ] as const) {
    const { status, out, err } = await run(...args);
    assert.deepEqual([status, out], [2, []], args.join(' '));
    assert.match(err[0] ?? '', fault);
  }
});
