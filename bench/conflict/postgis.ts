// PostGIS as those use it who keep volumes in a database: a GiST over geometry, time and height, or
// its n-dimensional variant over XYZM boxes; the exact answer by ST_Intersects in the plane of
// longitude and latitude. Times with the client and without it.
import type { Volume } from '../../packages/conflict/src/index.ts';
import type { Box } from './boxes.ts';
import { ringOf } from './boxes.ts';
import type { Cluster } from './cluster.ts';

export type PostgisFigures = {
  readonly name: string;
  readonly loadMs: number;
  readonly clientMicroseconds: number;
  readonly serverMicroseconds: number;
  readonly pairs: readonly (readonly [asked: number, found: number])[];
};

const MATCHES = {
  gist: 'v.geom && q.geom AND v.held && q.held AND v.height && q.height',
  nd: 'v.box &&& q.box AND v.held && q.held AND v.height && q.height',
};
const INDEXES = {
  gist: 'CREATE INDEX ON volume USING gist (geom, held, height)',
  nd: 'CREATE INDEX ON volume USING gist (box gist_geometry_ops_nd)',
};

/** Loads the volumes, asks each of `asked`, by one of the two indexes. */
export async function measurePostgis(
  { client }: Cluster,
  kind: 'gist' | 'nd',
  volumes: readonly Volume[],
  asked: readonly Volume[],
  boxes: (volume: Volume, id: number) => Box,
): Promise<PostgisFigures> {
  const startMs = performance.now();
  await fill(client, 'volume', volumes, boxes);
  await client.query(`${INDEXES[kind]}; ANALYZE volume`);
  const loadMs = performance.now() - startMs;
  await fill(client, 'asked', asked, boxes);
  await client.query('CREATE INDEX ON asked (id); ANALYZE asked');
  const find = `SELECT v.id FROM volume v, asked q
    WHERE q.id = $1 AND ${MATCHES[kind]} AND ST_Intersects(v.geom, q.geom)`;
  const one = { name: `find-${kind}-${volumes.length}`, text: find };
  const pairs: (readonly [number, number])[] = [];
  for (const id of asked.keys()) {
    const { rows } = await client.query<{ id: number }>({ ...one, values: [id] });
    for (const row of rows) pairs.push([id, row.id]);
  }
  const again = performance.now();
  for (const id of asked.keys()) await client.query({ ...one, values: [id] });
  const clientMicroseconds = ((performance.now() - again) * 1000) / asked.length;
  const serverMicroseconds = await serverTime(client, kind, asked.length);
  await client.query('DROP TABLE volume, asked');
  return { name: `PostGIS ${kind}`, loadMs, clientMicroseconds, serverMicroseconds, pairs };
}

/** All questions in one statement, so that nothing but the server's own work is in the time. */
async function serverTime(
  client: Cluster['client'],
  kind: 'gist' | 'nd',
  count: number,
): Promise<number> {
  const all = `SELECT count(*) FROM asked q CROSS JOIN LATERAL (SELECT v.id FROM volume v
    WHERE ${MATCHES[kind]} AND ST_Intersects(v.geom, q.geom) OFFSET 0) found`;
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { 'Execution Time': number }[] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${all}`,
  );
  const milliseconds = rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? NaN;
  return (milliseconds * 1000) / count;
}

const ROWS_AT_ONCE = 5_000;

async function fill(
  client: Cluster['client'],
  table: string,
  volumes: readonly Volume[],
  boxes: (volume: Volume, id: number) => Box,
): Promise<void> {
  await client.query(`CREATE UNLOGGED TABLE ${table}
    (id int, geom geometry(Polygon, 4326), box geometry, held int8range, height int4range)`);
  const insert = `INSERT INTO ${table} SELECT id, ST_GeomFromText(shape, 4326),
    ST_MakeLine(ST_MakePoint(x0, y0, z0, t0), ST_MakePoint(x1, y1, z1, t1)),
    int8range(t0, t1), int4range(z0, z1) FROM unnest($1::int[], $2::text[], $3::float8[],
    $4::float8[], $5::float8[], $6::float8[], $7::int[], $8::int[], $9::int8[], $10::int8[])
    AS r(id, shape, x0, x1, y0, y1, z0, z1, t0, t1)`;
  for (let from = 0; from < volumes.length; from += ROWS_AT_ONCE) {
    const some = volumes.slice(from, from + ROWS_AT_ONCE);
    const of = some.map((volume, at) => boxes(volume, from + at));
    const column = (name: Exclude<keyof Box, 'id'>): number[] => of.map((box) => box[name]);
    await client.query(insert, [
      of.map(({ id }) => id),
      some.map(({ outline }) => textOf(outline)),
      column('minLon'),
      column('maxLon'),
      column('minLat'),
      column('maxLat'),
      column('lower'),
      column('upper'),
      column('start'),
      column('end'),
    ]);
  }
}

function textOf(outline: Volume['outline']): string {
  const ring = ringOf(outline);
  const [first] = ring;
  const closed = first === undefined ? ring : [...ring, first];
  return `POLYGON((${closed.map((p) => `${p.lonE7 / 1e7} ${p.latE7 / 1e7}`).join(',')}))`;
}
