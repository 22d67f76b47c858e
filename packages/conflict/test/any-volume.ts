// Random worlds with a seed: areas, circles and corridors of many sizes about one place, with
// windows and bands that often meet and often only touch.
import { fromMetres } from './places.ts';
import { centreOf, inverse } from '@parley/geo';
import type { HeightReference, Outline, Position } from '@parley/geo';
import { volumeFaults } from '../src/index.ts';
import type { Shape, Volume } from '../src/index.ts';

export type Random = () => number;

/** Numbers from 0 to 1 by a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type World = {
  readonly centre: Position;
  /** How far shapes lie from the centre, and how large they are at most. */
  readonly reachMetres: number;
  readonly sizeMetres: number;
};

/** Volumes of a world; the same for the same seed. */
export function volumesOf(world: World, count: number, seed: number): Volume[] {
  return made(count, seed, (random) => plainVolume(world, random));
}

/** Volumes with everything that one may have: holes, ellipses, repetition, margins. */
export function richVolumesOf(world: World, count: number, seed: number): Volume[] {
  return made(count, seed, (random) => richer(plainVolume(world, random), random));
}

function plainVolume(world: World, random: Random): Volume {
  return { outline: outlineIn(world, random), band: bandOf(random), window: windowOf(random) };
}

function made(count: number, seed: number, make: (random: Random) => Volume): Volume[] {
  const random = randomFrom(seed);
  const volumes: Volume[] = [];
  while (volumes.length < count) {
    const volume = make(random);
    // A star's spikes may cross each other: such volumes are refused everywhere.
    if (volumeFaults(volume).length === 0) volumes.push(volume);
  }
  return volumes;
}

function richer(volume: Volume, random: Random): Volume {
  const some = (part: number, most: number): number =>
    random() < part ? Math.floor(most * random()) : 0;
  const { outline, band, window } = volume;
  const repeats = { everyMs: 24 * 3_600_000, times: 2 + Math.floor(5 * random()) };
  const buffer = {
    lateralCentimetres: some(0.5, 100_000),
    belowCentimetres: some(0.5, 50_000),
    aboveCentimetres: some(0.5, 50_000),
    beforeMs: some(0.5, 1_800_000),
    afterMs: some(0.5, 1_800_000),
  };
  return {
    outline: richerShape(outline, random),
    band: { ...band, uncertaintyCentimetres: some(0.3, 30_000) },
    window: random() < 0.3 ? { ...window, repeats } : window,
    ...(random() < 0.3 ? { buffer } : {}),
  };
}

/** Some circles become ellipses, and some areas have a hole: their border at half of its reach. */
function richerShape(outline: Shape, random: Random): Shape {
  if (outline.kind === 'circle' && random() < 0.7) {
    const { centre, radiusCentimetres: semiMajorCentimetres } = outline;
    const semiMinorCentimetres = Math.ceil(semiMajorCentimetres * random());
    const azimuthMillidegrees = Math.floor(360_000 * random());
    return {
      kind: 'ellipse',
      centre,
      semiMajorCentimetres,
      semiMinorCentimetres,
      azimuthMillidegrees,
    };
  }
  if (outline.kind !== 'polygon' || random() < 0.5) return outline;
  const middle = centreOf(outline);
  const hole = outline.ring.map((corner) => {
    const { azimuthDegrees, distanceMetres } = inverse(middle, corner);
    return fromMetres(middle, azimuthDegrees, distanceMetres / 2);
  });
  return { ...outline, holes: [hole] };
}

function outlineIn(world: World, random: Random): Outline {
  const away = world.reachMetres * Math.sqrt(random());
  const middle = fromMetres(world.centre, 360 * random(), away);
  const size = world.sizeMetres * (0.02 + 0.98 * random() ** 3);
  const kind = random();
  if (kind < 0.2) {
    const radiusCentimetres = Math.ceil(100 * Math.min(400_000, size / 2));
    return { kind: 'circle', centre: middle, radiusCentimetres };
  }
  if (kind < 0.4) {
    const bearing = 360 * random();
    const bend = fromMetres(middle, bearing, size / 2);
    const end = fromMetres(bend, bearing + 100 * (random() - 0.5), size / 2);
    const halfWidthCentimetres = Math.ceil(100 * Math.min(300_000, size * (0.02 + 0.1 * random())));
    return { kind: 'corridor', line: [middle, bend, end], halfWidthCentimetres };
  }
  // Spikes, and now and then the smooth outline of a circle.
  const smooth = random() < 0.5;
  const corners = 3 + Math.floor(12 * random());
  const turn = 360 * random();
  const ring = Array.from({ length: corners }, (_, i) => {
    const reach = (size / 2) * (smooth ? 1 : 0.2 + 0.8 * random());
    return fromMetres(middle, turn + (360 * i) / corners, reach);
  });
  return { kind: 'polygon', ring };
}

const REFERENCES: readonly HeightReference[] = ['HAE', 'HAE', 'STD', 'AMSL', 'AGL'];

function bandOf(random: Random): Volume['band'] {
  const reference = REFERENCES[Math.floor(5 * random())] ?? 'HAE';
  const lower = 50_000 * Math.floor(12 * random());
  const limit = (centimetres: number) =>
    ({ kind: 'height', centimetres, unit: 'm', reference }) as const;
  const upper = limit(lower + 50_000 * Math.floor(5 * random()));
  const above = limit(upper.centimetres + 50_000);
  const kind = random();
  if (kind < 0.1) return { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } };
  if (kind < 0.2) return { lower: { kind: 'surface' }, upper };
  if (kind < 0.25) return { lower: limit(lower), upper: { kind: 'unlimited' } };
  if (kind < 0.3) return { lower: limit(lower), upper: { ...above, excluded: true } };
  return { lower: limit(lower), upper };
}

function windowOf(random: Random): Volume['window'] {
  const startMs = 1_800_000_000_000 + 600_000 * Math.floor(40 * random());
  return { startMs, endMs: startMs + 600_000 * (1 + Math.floor(20 * random())) };
}
