// PostGIS as a second oracle: its geography type compares areas on the ellipsoid, with code of its
// own. Its edges are great circles of the sphere of latitudes, which are up to 2 cm off on 20 km.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCluster } from '../../../bench/conflict/cluster.ts';
import type { Cluster } from '../../../bench/conflict/cluster.ts';
import { conflictBetween } from '../src/index.ts';
import type { Volume } from '../src/index.ts';
import { volumesOf } from './any-volume.ts';
import type { World } from './any-volume.ts';
import { at, lateral } from './shapes.ts';

const worlds: readonly (World & { readonly name: string })[] = [
  { name: 'town', centre: at(35.3, 40.1), reachMetres: 9_000, sizeMetres: 4_000 },
  { name: 'valley', centre: at(-47, 169), reachMetres: 60_000, sizeMetres: 18_000 },
  { name: 'antimeridian', centre: at(-17, 179.95), reachMetres: 50_000, sizeMetres: 18_000 },
  { name: 'far north', centre: at(78, 15), reachMetres: 50_000, sizeMetres: 18_000 },
];
/** What the two kinds of edges, and the rounding of positions, may come to. */
const EDGES_METRES = 0.02;
/** PostGIS takes the nearest points of the sphere: on the ellipsoid others are nearer still. */
const SPHERE_SHARE = 5e-4;
const APART_METRES = 30_000;

type Answer = { readonly a: number; readonly b: number; readonly metres: number };

/** All pairs nearer than 30 km, with the distance by PostGIS. */
async function askPostgis({ client }: Cluster, areas: readonly Volume[]): Promise<Answer[]> {
  await client.query('CREATE TEMP TABLE area (id int, ring geography)');
  for (const [id, { outline }] of areas.entries()) {
    if (outline.kind !== 'polygon') throw new Error('bug: areas alone');
    const [first] = outline.ring;
    const closed = [...outline.ring, first ?? assert.fail()];
    const text = closed.map(({ latE7, lonE7 }) => `${lonE7 / 1e7} ${latE7 / 1e7}`).join(',');
    await client.query('INSERT INTO area VALUES ($1, $2)', [id, `POLYGON((${text}))`]);
  }
  const { rows } = await client.query<Answer>(`SELECT p.id AS a, q.id AS b,
    ST_Distance(p.ring, q.ring) AS metres FROM area p, area q
    WHERE p.id < q.id AND ST_DWithin(p.ring, q.ring, ${APART_METRES})`);
  await client.query('DROP TABLE area');
  return rows;
}

test('areas meet and are as far apart as PostGIS says, on the ellipsoid', async (t) => {
  const cluster = await startCluster();
  if (typeof cluster === 'string') {
    t.skip(cluster);
    return;
  }
  try {
    for (const world of worlds) {
      const areas = volumesOf(world, 220, 4711)
        .filter(({ outline }) => outline.kind === 'polygon')
        .map(({ outline }) => ({ ...base, outline }));
      const answers = await askPostgis(cluster, areas);
      const seen = { meeting: 0, apart: 0 };
      for (const { a, b, metres } of answers) {
        const [one, other] = [areas[a] ?? assert.fail(), areas[b] ?? assert.fail()];
        const found = conflictBetween(one, other, lateral(metres + 1));
        const ours = (found?.separation.lateralCentimetres ?? NaN) / 100;
        const off = ours - metres;
        const isNear = off <= EDGES_METRES && off >= -EDGES_METRES - SPHERE_SHARE * metres;
        assert.ok(isNear, `${world.name} ${a} ${b}: ${ours} and ${metres} m`);
        seen[ours === 0 ? 'meeting' : 'apart'] += 1;
      }
      assert.ok(seen.meeting > 50 && seen.apart > 200, `${world.name}: ${JSON.stringify(seen)}`);
    }
  } finally {
    await cluster.stop();
  }
});

const limit = (centimetres: number) =>
  ({ kind: 'height', centimetres, unit: 'm', reference: 'HAE' }) as const;
const base = {
  band: { lower: limit(0), upper: limit(100_000) },
  window: { startMs: 0, endMs: 3_600_000 },
};
