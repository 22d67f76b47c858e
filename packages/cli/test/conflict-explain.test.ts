// `parley conflicts --explain`: the place, the times, the heights, what is lacking.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { conflicts } from '../src/conflicts.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-explain-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'two.geojson');

function square(id: string, corner: number, more: object): object {
  const end = corner + 0.02;
  const ring = [[corner, 0], [end, 0], [end, 0.02], [corner, 0.02], [corner, 0]]; // prettier-ignore
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {
      id,
      lower: { value: 0, unit: 'm', reference: 'HAE' },
      upper: { value: 500, unit: 'm', reference: 'HAE' },
      start: '2026-09-17T13:00:00Z',
      end: '2026-09-17T14:00:00Z',
      ...more,
    },
  };
}

const daily = { repeats: { everyHours: 24, times: 7 } };
const features = [square('a', 0, daily), square('b', 0.01, daily), square('c', 0.04, {})];
writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));

async function run(...args: string[]): Promise<string[]> {
  const out: string[] = [];
  const status = await conflicts(
    [path, ...args],
    (line) => out.push(line),
    (line) => assert.fail(line),
  );
  assert.equal(status, 0);
  return out;
}

test('an overlap has its middle, its size, its first five times and its heights', async () => {
  const out = await run('--explain');
  // 0.01 by 0.02 degrees on the equator: 1,113.19 by 2,211.49 m.
  assert.deepEqual(out.slice(1, 4), [
    '  both hold 2.46 km2, about 0.0100000 N 0.0150000 E',
    '  at one time 2026-09-17 13:00:00Z to 2026-09-17 14:00:00Z, 2026-09-18 13:00:00Z to ' +
      '2026-09-18 14:00:00Z, 2026-09-19 13:00:00Z to 2026-09-19 14:00:00Z, 2026-09-20 13:00:00Z ' +
      'to 2026-09-20 14:00:00Z, 2026-09-21 13:00:00Z to 2026-09-21 14:00:00Z, and 2 more',
    '  heights 0 to 500 m above the ellipsoid',
  ]);
  assert.equal(out.at(-1), '1 conflicting pair among 3 features.');
});

test('what is only near has no place in common, and what is lacking is said', async () => {
  const out = await run('--explain', '--lateral', '1200');
  const from = out.findIndex((line) => line.startsWith('b and c'));
  assert.deepEqual(out.slice(from + 1, from + 4), [
    '  at one time 2026-09-17 13:00:00Z to 2026-09-17 14:00:00Z',
    '  heights 0 to 500 m above the ellipsoid',
    '  short of the minima by 86.81 m on the ground',
  ]);
});

test('as JSON the explanation is fields of the pair', async () => {
  const [pair = ''] = await run('--explain', '--json');
  const { overlap, ...rest } = JSON.parse(pair) as Explained;
  assert.deepEqual(
    [overlap.lat, overlap.lon].map((x) => Math.round(x * 1e4)),
    [100, 150],
  );
  assert.ok(Math.abs(overlap.squareMetres - 1113.19 * 2211.49) < 25_000);
  assert.equal(rest.windows.length, 7);
  assert.deepEqual(rest.windows[6], {
    start: '2026-09-23T13:00:00.000Z',
    end: '2026-09-23T14:00:00.000Z',
  });
  assert.deepEqual(rest.ellipsoidMetres, [0, 500]);
  assert.deepEqual(rest.short, { lateralMetres: 0, verticalMetres: 0, timeSeconds: 0 });
});

type Explained = {
  readonly overlap: { readonly lat: number; readonly lon: number; readonly squareMetres: number };
  readonly windows: readonly unknown[];
  readonly ellipsoidMetres: unknown;
  readonly short: unknown;
};
