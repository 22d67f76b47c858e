// The packed core alone: load, query, insert and remove, points, join, memory, on the data of
// PERFORMANCE.md section 1. `node bench/conflict-core.ts [N ...]`.
import { loadavg } from 'node:os';
import { PackedIndex } from '../packages/conflict/src/packed/packed-index.ts';
import type { Minima } from '../packages/conflict/src/index.ts';
import { machineLine } from './figures.ts';
import { realisticVolumes } from './realistic-volumes.ts';

const NO_MINIMA: Minima = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };
const sizes = process.argv.slice(2).map(Number);

console.log(machineLine());
for (const path of ['wasm', 'plain'] as const) {
  for (const n of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    const volumes = realisticVolumes(n, 1);
    const asked = realisticVolumes(2000, 2);
    const index = new PackedIndex(path);
    const loadMs = timed(() => index.load(volumes));
    let hits = 0;
    const rounds = Array.from({ length: 5 }, () => {
      hits = 0;
      return timed(() => {
        for (const volume of asked) hits += index.query(volume, NO_MINIMA).length;
      });
    });
    const unsure = index.unsure / 5;
    const prepared = asked.map((volume) => index.prepare(volume, 0));
    const again = Array.from({ length: 5 }, () =>
      timed(() => {
        for (const one of prepared) index.queryPrepared(one, NO_MINIMA);
      }),
    );
    const more = realisticVolumes(50_000, 3);
    let slots: number[] = [];
    const insertMs = timed(() => {
      slots = more.map((volume) => index.add(volume));
    });
    const removeMs = timed(() => {
      for (const slot of slots) index.remove(slot);
    });
    const us = rounds.map((ms) => (1000 * ms) / asked.length);
    console.log(
      `${path} ${n}: load ${loadMs.toFixed(0)} ms, query min ${Math.min(...us).toFixed(2)} ` +
        `median ${us.toSorted((a, b) => a - b)[2]?.toFixed(2)} us, ` +
        `prepared min ${((1000 * Math.min(...again)) / asked.length).toFixed(2)} us, ` +
        `${hits} hits, ${unsure} unsure, insert ${((1000 * insertMs) / 50_000).toFixed(2)} us, ` +
        `remove ${((1000 * removeMs) / 50_000).toFixed(2)} us, ` +
        `${(index.bytes / 1e6).toFixed(0)} MB, load average ${loadavg()[0]?.toFixed(1)}`,
    );
  }
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
