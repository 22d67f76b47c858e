// `parley conflicts --alternatives`: what it prints, and what it refuses.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { conflicts } from '../src/conflicts.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-alternatives-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'two.geojson');

function circle(id: string, lon: number, radiusMetres: number, party: string): object {
  const limit = (value: number) => ({ value, unit: 'ft', reference: 'AMSL' });
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, 0] },
    properties: {
      id,
      radiusMetres,
      party,
      lower: limit(1000),
      upper: limit(2000),
      start: '2026-09-17T13:00:00Z',
      end: '2026-09-17T14:00:00Z',
    },
  };
}

// 1,113.2 m apart, 1,500 m wide together; one more of its own party, which does not count.
const features = [
  circle('a', 0, 1000, 'blue'),
  circle('b', 0.01, 500, 'red'),
  circle('c', 0, 900, 'blue'),
];
writeFileSync(path, features.map((one) => JSON.stringify(one)).join('\n'));

async function run(...args: string[]): Promise<{ status: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await conflicts(
    [path, ...args],
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { status, out, err };
}

test('for each feature in conflict, the ways by cost, then what there is no way of', async () => {
  const { status, out, err } = await run('--alternatives', '--hours', '0.5');
  assert.deepEqual([status, err], [0, []]);
  const from = out.indexOf('b, in conflict with 2 volumes, would be free:');
  assert.ok(from > 0, out.join('\n'));
  assert.deepEqual(out.slice(from + 1, from + 6), [
    '  moved 0.39 km towards 90 degrees true; cost 0.04',
    '  1000 ft higher; cost 0.50',
    '  1000 ft lower; cost 0.50',
    '  no way: later (none within bounds), earlier (none within bounds), cut (none within bounds)',
    'c, in conflict with 1 volume, would be free:',
  ]);
});

test('as JSON, with the volumes as they would be', async () => {
  const { out } = await run('--alternatives', '--json', '--cut', '95');
  const objects = out.map((line) => JSON.parse(line) as { feature?: string });
  const b = objects.find(({ feature }) => feature === 'b') as {
    alternatives: { kind: string; shiftSeconds?: number; volumes: { window: object }[] }[];
  };
  const later = b.alternatives.find(({ kind }) => kind === 'later');
  assert.equal(later?.shiftSeconds, 3600);
  assert.deepEqual(later.volumes[0]?.window, {
    start: '2026-09-17T14:00:00.000Z',
    end: '2026-09-17T15:00:00.000Z',
  });
  assert.ok(b.alternatives.some(({ kind }) => kind === 'cut'));
});

test('how far is refused when it is no number, too far, or for nothing', async () => {
  const said = async (...args: string[]) => (await run(...args)).err[0];
  assert.equal(
    await said('--alternatives', '--hours', 'soon'),
    '--hours soon is not a number of hours up to 8760.',
  );
  assert.equal(
    await said('--alternatives', '--cut', '100'),
    '--cut 100 is not a number of per cent up to 99.',
  );
  assert.equal(await said('--km', '5'), '--km says how far --alternatives may go.');
});
