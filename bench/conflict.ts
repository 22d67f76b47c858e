// The conflict engine beside its peers, in one run: `node bench/conflict.ts [N ...]`, by default
// 10,000, 100,000 and 1,000,000 volumes. PostGIS and the S2 scheme need Debian's PostGIS.
import { PackedIndex } from '../packages/conflict/src/packed/packed-index.ts';
import { boxOf } from './conflict/boxes.ts';
import { startCluster } from './conflict/cluster.ts';
import type { Cluster } from './conflict/cluster.ts';
import { aircraftRow, alternativeRow, changeTable, joinRow } from './conflict/live.ts';
import { memoryFloor } from './conflict/memory.ts';
import { hashOf, medianMicroseconds } from './conflict/peer.ts';
import { bruteForce, NO_MINIMA, queryTable } from './conflict/queries.ts';
import { measureS2 } from './conflict/s2-cells.ts';
import { printTable } from './figures.ts';
import { realisticVolumes } from './realistic-volumes.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const QUESTIONS = 2_000;
/** Beyond it the cells of all volumes take hours to compute, and brute force does. */
const SMALL = 10_000;
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : SIZES;
const asked = realisticVolumes(QUESTIONS, 2);

const cluster = await startCluster();
if (typeof cluster === 'string') console.log(`Left out: ${cluster}`);
const held: Cluster | undefined = typeof cluster === 'string' ? undefined : cluster;
try {
  printMemory();
  for (const n of sizes) {
    const volumes = realisticVolumes(n, 1);
    printTable(`Queries, ${n} volumes, fixed area`, await queryTable(volumes, asked, held));
    if (n <= SMALL) {
      const all = bruteForce(volumes, asked);
      console.log(`Each with each: ${all.length} conflicts, hash ${hashOf(all)}`);
    }
    if (n <= SMALL && held !== undefined) await printS2(held, n);
    printTable(`Changes, ${n} volumes`, changeTable(volumes, realisticVolumes(20_000, 3)));
    printTable('Aircraft', [aircraftRow(volumes, realisticVolumes(10_000, 4))]);
    printTable('Alternatives', [alternativeRow(volumes, asked)]);
    if (n <= 100_000) printTable('Join', [joinRow(volumes, realisticVolumes(n, 5))]);
  }
  printGrowth();
} finally {
  await held?.stop();
}

function printMemory(): void {
  const rows = [2 ** 20, 2 ** 24, 2 ** 28].map((bytes) => {
    const floor = memoryFloor(bytes);
    return {
      'working set, MB': bytes / 2 ** 20,
      'load that waits, ns': floor.dependentNanoseconds.toFixed(1),
      'load, ns': floor.independentNanoseconds.toFixed(1),
      'stream, GB/s': floor.streamGigabytesPerSecond.toFixed(1),
    };
  });
  printTable('Memory of this machine', rows);
}

async function printS2(at: Cluster, n: number): Promise<void> {
  const figures = await measureS2(at, realisticVolumes(n, 1), asked.slice(0, 500), boxOf);
  const row = {
    volumes: figures.held,
    'cells of all, s': (figures.coverMs / 1000).toFixed(1),
    'query, us': Math.round(figures.clientMicroseconds),
    'candidates a query': figures.candidates.toFixed(1),
  };
  printTable('S2 cells under GIN, candidates alone, areas up to 2,500 cells', [row]);
}

/** The same density everywhere: the region and its airfields grow with the number of volumes. */
function printGrowth(): void {
  const rows = sizes.map((n) => {
    const factor = Math.sqrt(n / 100_000);
    const index = new PackedIndex();
    index.load(realisticVolumes(n, 1, factor));
    const ready = realisticVolumes(QUESTIONS, 2, factor).map((one) => index.prepare(one, 0));
    let conflicts = 0;
    for (const one of ready) conflicts += index.queryPrepared(one, NO_MINIMA).length;
    const us = medianMicroseconds(ready, 5, (one) => void index.queryPrepared(one, NO_MINIMA));
    return { volumes: n, us, conflicts, megabytes: index.bytes / 1e6 };
  });
  const [first, last] = [rows[0], rows.at(-1)];
  printTable(
    'Queries at one density, question prepared',
    rows.map(({ volumes, us, conflicts, megabytes }) => ({
      volumes,
      'query, us': us.toFixed(1),
      conflicts,
      'memory, MB': Math.round(megabytes),
    })),
  );
  if (first === undefined || last === undefined || first === last) return;
  const exponent = Math.log(last.us / first.us) / Math.log(last.volumes / first.volumes);
  console.log(`Grows with the number of volumes to the power of ${exponent.toFixed(2)}`);
}
