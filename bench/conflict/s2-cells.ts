// The scheme of the UTM reference (InterUSS DSS): the level-13 S2 cells of each volume as an array
// under a GIN index, with bounds of height and time beside it. It finds candidates, a cell wide,
// and leaves the geometry to the parties. Areas of more than 2,500 square kilometres are refused
// there, so they are left out here.
import { s2 } from 's2js';
import type { Volume } from '../../packages/conflict/src/index.ts';
import { ringOf } from './boxes.ts';
import type { Box } from './boxes.ts';
import type { Cluster } from './cluster.ts';

const LEVEL = 13;
/** A cell of level 13 is some 1.3 km across. */
const CELLS_MAX = 3_000;
const AREA_SQUARE_KILOMETRES_MAX = 2_500;

export type S2Figures = {
  readonly held: number;
  readonly coverMs: number;
  readonly clientMicroseconds: number;
  readonly candidates: number;
};

export async function measureS2(
  { client }: Cluster,
  volumes: readonly Volume[],
  asked: readonly Volume[],
  boxes: (volume: Volume, id: number) => Box,
): Promise<S2Figures> {
  await client.query(`CREATE UNLOGGED TABLE operation (id int, cells bigint[], lower int,
    upper int, starts int8, ends int8)`);
  let coverMs = 0;
  let held = 0;
  for (const [id, volume] of volumes.entries()) {
    if (squareKilometresOf(volume) > AREA_SQUARE_KILOMETRES_MAX) continue;
    const startMs = performance.now();
    const cells = cellsOf(volume);
    coverMs += performance.now() - startMs;
    held += 1;
    const { lower, upper, start, end } = boxes(volume, id);
    const values = [id, cells, lower, upper, start, end];
    await client.query('INSERT INTO operation VALUES ($1, $2, $3, $4, $5, $6)', values);
  }
  await client.query('CREATE INDEX ON operation USING gin (cells); ANALYZE operation');
  const text = `SELECT id FROM operation WHERE cells && $1::bigint[]
    AND lower < $3 AND upper > $2 AND starts < $5 AND ends > $4`;
  const questions = asked.flatMap((volume, id) => {
    if (squareKilometresOf(volume) > AREA_SQUARE_KILOMETRES_MAX) return [];
    const { lower, upper, start, end } = boxes(volume, id);
    return [[cellsOf(volume), lower, upper, start, end]];
  });
  let candidates = 0;
  const startMs = performance.now();
  for (const values of questions) {
    candidates += (await client.query({ name: `s2-${volumes.length}`, text, values })).rows.length;
  }
  const clientMicroseconds = ((performance.now() - startMs) * 1000) / questions.length;
  await client.query('DROP TABLE operation');
  return { held, coverMs, clientMicroseconds, candidates: candidates / questions.length };
}

/** The cells of a volume, as signed 64-bit numbers in decimal. */
function cellsOf({ outline }: Volume): string[] {
  const points = ringOf(outline).map((p) =>
    s2.Point.fromLatLng(s2.LatLng.fromDegrees(p.latE7 / 1e7, p.lonE7 / 1e7)),
  );
  const loop = new s2.Loop(points);
  loop.normalize();
  const options = { minLevel: LEVEL, maxLevel: LEVEL, maxCells: CELLS_MAX };
  return [...new s2.RegionCoverer(options).covering(loop)].map((cell) =>
    BigInt.asIntN(64, cell).toString(),
  );
}

/** In the plane of longitude and latitude: good enough to tell what is left out. */
function squareKilometresOf({ outline }: Volume): number {
  const ring = ringOf(outline);
  let twice = 0;
  for (const [i, { latE7, lonE7 }] of ring.entries()) {
    const next = ring[(i + 1) % ring.length];
    if (next !== undefined) twice += (lonE7 * next.latE7 - next.lonE7 * latE7) / 1e14;
  }
  const lat = ((ring[0]?.latE7 ?? 0) / 1e7) * (Math.PI / 180);
  return (Math.abs(twice) / 2) * 111.195 ** 2 * Math.cos(lat);
}
