// The packed index against comparing everything with everything by the exact test: in worlds at
// middle latitudes, at the poles, on the antimeridian, on the edges and a corner of charts; with
// and without minima; after volumes came and went. Both paths of the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictBetween, volumeFaults } from '../src/index.ts';
import type { Minima, Volume } from '../src/index.ts';
import { PackedIndex } from '../src/packed/packed-index.ts';
import { randomFrom, richVolumesOf, volumesOf } from './any-volume.ts';
import type { World } from './any-volume.ts';
import { at, NO_MINIMA } from './shapes.ts';

const WORLDS: readonly (World & { readonly name: string })[] = [
  { name: 'town', centre: at(35.3, 40.1), reachMetres: 6_000, sizeMetres: 4_000 },
  { name: 'country', centre: at(39, 26), reachMetres: 300_000, sizeMetres: 250_000 },
  { name: 'edge of charts', centre: at(10, 45), reachMetres: 60_000, sizeMetres: 60_000 },
  { name: 'corner of charts', centre: at(35.4, -135), reachMetres: 90_000, sizeMetres: 90_000 },
  { name: 'antimeridian', centre: at(-17, 179.9), reachMetres: 50_000, sizeMetres: 30_000 },
  { name: 'north pole', centre: at(89.9, 10), reachMetres: 70_000, sizeMetres: 50_000 },
  { name: 'south pole', centre: at(-90, 0), reachMetres: 700, sizeMetres: 900 },
  { name: 'continent', centre: at(20, 100), reachMetres: 2_500_000, sizeMetres: 1_900_000 },
];

const SOME_MINIMA: readonly Minima[] = [
  NO_MINIMA,
  { lateralCentimetres: 926_000, verticalCentimetres: 30_480, timeMs: 300_000 },
  { lateralCentimetres: 100, verticalCentimetres: 0, timeMs: 0 },
];

const BY_NUMBER = (a: number, b: number) => a - b;

function bruteForce(volumes: ReadonlyMap<number, Volume>, asked: Volume, minima: Minima): number[] {
  const found = [...volumes].filter(([, v]) => conflictBetween(asked, v, minima) !== undefined);
  return found.map(([slot]) => slot).sort(BY_NUMBER);
}

const CASES = (['plain', 'wasm'] as const).flatMap((path) =>
  WORLDS.flatMap((world, number) => [
    { path, world, number, kind: 'simple', volumesIn: volumesOf },
    { path, world, number, kind: 'rich', volumesIn: richVolumesOf },
  ]),
);

for (const { path, world, number, kind, volumesIn } of CASES) {
  test(`${path}, ${kind}, ${world.name}: as comparing each with each`, (t) => {
    const volumes = volumesIn(world, 150, 71 + number);
    const asked = volumesIn(world, 40, 1071 + number);
    for (const volume of [...volumes, ...asked]) assert.deepEqual(volumeFaults(volume), []);
    const loaded = new PackedIndex(path);
    const slots = loaded.load(volumes);
    const grown = new PackedIndex(path);
    const held = new Map<number, Volume>();
    // One by one, with others that come and go.
    for (const [i, volume] of volumes.entries()) {
      const guest = grown.add(asked[i % 40] ?? volume);
      held.set(grown.add(volume), volume);
      grown.remove(guest);
    }
    const byLoad = new Map(slots.map((slot, i) => [slot, volumes[i] ?? assert.fail()]));
    let pairs = 0;
    for (const minima of SOME_MINIMA) {
      for (const volume of asked) {
        const wanted = bruteForce(byLoad, volume, minima);
        pairs += wanted.length;
        assert.deepEqual(loaded.query(volume, minima).sort(BY_NUMBER), wanted);
        const inGrown = bruteForce(held, volume, minima);
        assert.deepEqual(grown.query(volume, minima).sort(BY_NUMBER), inGrown);
      }
    }
    t.diagnostic(`${pairs} pairs in conflict, ${loaded.unsure} verdicts left to the exact test`);
    assert.ok(pairs > 20);
  });
}

for (const path of ['plain', 'wasm'] as const) {
  test(`${path}: volumes come and go in any order`, () => {
    const [world] = WORLDS;
    if (world === undefined) assert.fail();
    const volumes = volumesOf(world, 900, 5);
    const random = randomFrom(6);
    const index = new PackedIndex(path);
    const held = new Map<number, Volume>();
    for (const [i, volume] of volumes.entries()) {
      held.set(index.add(volume), volume);
      if (random() < 0.45) {
        const slot = [...held.keys()][Math.floor(random() * held.size)] ?? 0;
        index.remove(slot);
        held.delete(slot);
      }
      if (i % 60 === 0) {
        const wanted = bruteForce(held, volume, NO_MINIMA);
        assert.deepEqual(index.query(volume, NO_MINIMA).sort(BY_NUMBER), wanted);
      }
    }
    assert.equal(index.size, held.size);
    for (const slot of held.keys()) index.remove(slot);
    assert.equal(index.size, 0);
    assert.deepEqual(index.query(volumes[0] ?? assert.fail(), NO_MINIMA), []);
  });
}
