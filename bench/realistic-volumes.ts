// Volumes as they are in a busy region: 60 airfields of unequal weight between 20 and 31.5 E and 35
// and 44 N; drones, bent corridors, wide areas; 14 days with day-time peaks. By a fixed seed.
import type { Outline, Position } from '../packages/geo/src/index.ts';
import type { Volume } from '../packages/conflict/src/index.ts';

const DAY_MS = 86_400_000;
const START_MS = 1_790_000_000_000;
const METRES_PER_DEGREE = 111_195;

type Random = () => number;

/**
 * `count` volumes; the same for the same seed. `areaFactor` scales the sides of the
 * region and the number of airfields with it.
 */
export function realisticVolumes(count: number, seed: number, areaFactor = 1): Volume[] {
  const fields = airfields(areaFactor);
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => oneOf(fields, random));
}

type Airfield = { readonly lat: number; readonly lon: number; readonly weight: number };

const AIRFIELDS = 60;

/** As many as keep the density around each the same, busy ones and quiet ones alike. */
function airfields(areaFactor: number): Airfield[] {
  const random = randomFrom(4711);
  const count = Math.max(1, Math.round(AIRFIELDS * areaFactor ** 2));
  const step = Math.max(1, AIRFIELDS / count);
  return Array.from({ length: count }, (_, i) => ({
    lat: 39.5 + (35 + 9 * random() - 39.5) * areaFactor,
    lon: 25.75 + (20 + 11.5 * random() - 25.75) * areaFactor,
    weight: 1 / (1 + ((i * step) % AIRFIELDS) * 0.15),
  }));
}

function oneOf(fields: readonly Airfield[], random: Random): Volume {
  const field = weighted(fields, random);
  const away = 40_000 * Math.abs(normal(random));
  const [lat, lon] = moved(field.lat, field.lon, 360 * random(), away);
  const kind = random();
  if (kind < 0.85) {
    const outline = roundArea(lat, lon, 500 + 2000 * random(), 1, random);
    return volumeOf(outline, 600_000, 8 * 3_600_000, random);
  }
  if (kind < 0.97) {
    return volumeOf(bentCorridor(lat, lon, random), 1_800_000, 4 * 3_600_000, random);
  }
  const outline = roundArea(lat, lon, 25_000 + 75_000 * random(), 0.55, random);
  return volumeOf(outline, 4 * 3_600_000, 3 * DAY_MS, random);
}

function volumeOf(outline: Outline, shortest: number, longest: number, random: Random): Volume {
  const day = Math.floor(14 * random());
  const hour = 12 + 4 * normal(random);
  const startMs = Math.round(
    START_MS + day * DAY_MS + Math.min(23.9, Math.max(0, hour)) * 3_600_000,
  );
  const endMs = startMs + Math.round(shortest + (longest - shortest) * random() ** 2);
  const lower = Math.round(1_200_000 * random() ** 2);
  const upper = Math.min(1_500_000, lower + 10_000 + Math.round(290_000 * random()));
  const limit = (centimetres: number) =>
    ({ kind: 'height', centimetres, unit: 'm', reference: 'AMSL' }) as const;
  return {
    outline,
    band: { lower: limit(lower), upper: limit(upper) },
    window: { startMs, endMs },
  };
}

/** An area of 8 to 20 corners about a place; `least`: how far in they may lie. */
function roundArea(
  lat: number,
  lon: number,
  radius: number,
  least: number,
  random: Random,
): Outline {
  const corners = 8 + Math.floor(13 * random());
  const ring = Array.from({ length: corners }, (_, i) => {
    const reach = radius * (least + (1 - least) * random());
    return place(...moved(lat, lon, (360 * i) / corners, reach));
  });
  return { kind: 'polygon', ring };
}

/** A corridor 80 to 200 km long and 6 to 12 km wide with two bends, as an area. */
function bentCorridor(lat: number, lon: number, random: Random): Outline {
  const length = 80_000 + 120_000 * random();
  const half = 3000 + 3000 * random();
  let bearing = 360 * random();
  const line = [[lat, lon] as const];
  for (let leg = 0; leg < 3; leg++) {
    const [fromLat, fromLon] = line[leg] ?? [lat, lon];
    line.push(moved(fromLat, fromLon, bearing, length / 3));
    bearing += 50 * (random() - 0.5);
  }
  const sides = line.map(([pLat, pLon], i) => {
    const [toLat, toLon] = line[Math.min(3, i + 1)] ?? [pLat, pLon];
    const [fromLat, fromLon] = line[Math.max(0, i - 1)] ?? [pLat, pLon];
    const east = (toLon - fromLon) * Math.cos((pLat * Math.PI) / 180);
    const along = (Math.atan2(east, toLat - fromLat) * 180) / Math.PI;
    return [moved(pLat, pLon, along - 90, half), moved(pLat, pLon, along + 90, half)] as const;
  });
  const left = sides.map(([side]) => place(...side));
  const right = sides.map(([, side]) => place(...side));
  return { kind: 'polygon', ring: [...left, ...right.toReversed()] };
}

/** On a sphere, good enough to make data with. */
function moved(lat: number, lon: number, bearing: number, metres: number): [number, number] {
  const angle = (bearing * Math.PI) / 180;
  const north = (metres * Math.cos(angle)) / METRES_PER_DEGREE;
  const east = (metres * Math.sin(angle)) / METRES_PER_DEGREE;
  return [lat + north, lon + east / Math.cos((lat * Math.PI) / 180)];
}

function place(lat: number, lon: number): Position {
  return { latE7: Math.round(lat * 1e7), lonE7: Math.round(lon * 1e7) };
}

function weighted(fields: readonly Airfield[], random: Random): Airfield {
  const total = fields.reduce((sum, { weight }) => sum + weight, 0);
  let left = total * random();
  for (const field of fields) {
    left -= field.weight;
    if (left <= 0) return field;
  }
  throw new Error('bug: the weights do not add up');
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

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
