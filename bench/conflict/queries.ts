// The same questions to every contender over the same volumes, and whether all answer the same.
import { conflictBetween, VolumeIndex } from '../../packages/conflict/src/index.ts';
import type { Minima, Volume } from '../../packages/conflict/src/index.ts';
import { PackedIndex } from '../../packages/conflict/src/packed/packed-index.ts';
import type { Row } from '../figures.ts';
import { boxOf } from './boxes.ts';
import type { Cluster } from './cluster.ts';
import { flatbush, rbush, rbush3d } from './js-peers.ts';
import { hashOf, medianMicroseconds } from './peer.ts';
import type { Peer } from './peer.ts';
import { measurePostgis } from './postgis.ts';
import { sqliteRtree } from './sqlite-rtree.ts';

export const NO_MINIMA: Minima = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };
const ROUNDS = 5;

type Pairs = readonly (readonly [asked: number, found: number])[];
type Measured = {
  readonly name: string;
  readonly loadMs: number;
  readonly microseconds: number;
  readonly pairs: Pairs;
};

/** A row for each contender: ours first, then the peers, then PostGIS where it is. */
export async function queryTable(
  volumes: readonly Volume[],
  asked: readonly Volume[],
  cluster: Cluster | undefined,
): Promise<Row[]> {
  const ours = measureOurs(volumes, asked);
  const measured: Measured[] = [measurePrepared(volumes, asked), ours];
  for (const make of [rbush, rbush3d, flatbush, sqliteRtree]) {
    measured.push(measurePeer(make(), volumes, asked));
  }
  if (cluster !== undefined) {
    for (const kind of ['gist', 'nd'] as const) {
      const figures = await measurePostgis(cluster, kind, volumes, asked, boxOf);
      const { name, loadMs, pairs, clientMicroseconds, serverMicroseconds } = figures;
      measured.push({ name, loadMs, pairs, microseconds: clientMicroseconds });
      const within = `${name}, server alone`;
      measured.push({ name: within, loadMs, pairs, microseconds: serverMicroseconds });
    }
  }
  return measured.map(({ name, loadMs, microseconds, pairs }) => ({
    contender: name,
    'load, ms': Math.round(loadMs),
    'query, us': microseconds.toFixed(microseconds < 100 ? 1 : 0),
    'times ours': (microseconds / ours.microseconds).toFixed(1),
    conflicts: pairs.length,
    hash: hashOf(pairs),
  }));
}

/** The index as it is used: a volume is asked about, what is in conflict with it comes back. */
function measureOurs(volumes: readonly Volume[], asked: readonly Volume[]): Measured {
  const index = new VolumeIndex();
  const items = volumes.map((volume, id) => ({ id: String(id), owner: '', volumes: [volume] }));
  const startMs = performance.now();
  index.load(items);
  const loadMs = performance.now() - startMs;
  const pairs = asked.flatMap((volume, at) =>
    index.pairs([volume], NO_MINIMA).map(({ item }) => [at, Number(item.id)] as const),
  );
  const microseconds = medianMicroseconds(asked, ROUNDS, (volume) => {
    index.pairs([volume], NO_MINIMA);
  });
  return { name: 'Parley', loadMs, microseconds, pairs };
}

/** The core alone: questions made ready before, numbers for answers. */
function measurePrepared(volumes: readonly Volume[], asked: readonly Volume[]): Measured {
  const index = new PackedIndex();
  const startMs = performance.now();
  index.load(volumes);
  const loadMs = performance.now() - startMs;
  const ready = asked.map((volume) => index.prepare(volume, 0));
  const pairs = ready.flatMap((one, at) =>
    index.queryPrepared(one, NO_MINIMA).map((slot) => [at, slot] as const),
  );
  const microseconds = medianMicroseconds(ready, ROUNDS, (one) => {
    index.queryPrepared(one, NO_MINIMA);
  });
  return { name: 'Parley, question prepared', loadMs, microseconds, pairs };
}

/** Candidates alone are timed: the exact test would come on top. It decides the answer. */
function measurePeer(peer: Peer, volumes: readonly Volume[], asked: readonly Volume[]): Measured {
  const [boxes, questions] = [volumes.map(boxOf), asked.map(boxOf)];
  const startMs = performance.now();
  peer.load(boxes);
  const loadMs = performance.now() - startMs;
  const pairs = questions.flatMap((box, at) =>
    peer.candidates(box).flatMap((id) => {
      const [volume, other] = [asked[at], volumes[id]];
      const met = volume && other && conflictBetween(volume, other, NO_MINIMA);
      return met === undefined ? [] : [[at, id] as const];
    }),
  );
  const microseconds = medianMicroseconds(questions, 3, (box) => {
    peer.candidates(box);
  });
  peer.close();
  return { name: `${peer.name}, candidates alone`, loadMs, microseconds, pairs };
}

/** Every volume against every question by the exact test: what all must answer. */
export function bruteForce(volumes: readonly Volume[], asked: readonly Volume[]): Pairs {
  return asked.flatMap((volume, at) =>
    volumes.flatMap((other, id) =>
      conflictBetween(volume, other, NO_MINIMA) === undefined ? [] : [[at, id] as const],
    ),
  );
}
