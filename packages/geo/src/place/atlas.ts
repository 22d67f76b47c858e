// The atlas that comes with geo: countries of the world, regions of the theatre and around it. It is
// silent about disputed land, and takes it for a part of each of its claimants.
import table from './areas.json' with { type: 'json' };
import { inverse } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';
import type { Area, AreaAtlas, AreaShare } from './area-port.ts';
import { arcOf, degreesOf, isInside, nearestOn, unpacked, vectorOf } from './atlas-arcs.ts';
import type { Arc, Shape } from './atlas-arcs.ts';
import { foldName } from './name-folding.ts';

type Extent = readonly [west: number, south: number, east: number, north: number];
type Drawn = {
  readonly area: Area;
  readonly packedArcs: string;
  /** Of all its parts. */
  readonly box: Extent;
  /** Of its main parts; east is above 180 where they lie across the antimeridian. */
  readonly main: Extent;
};
/** Land that several claim: drawn by borders of the map, by hand, or both. */
type Land = { readonly parties: ReadonlySet<string>; readonly shapes: readonly Shape[] };

const FINE_METRES = 2000;
const COARSE_METRES = 5000;
/** The map was clipped at 179.9 degrees and is drawn on from there without knowing the coast. */
const SEAM_DEGREES = 179.8;
const NAME_CHARACTERS_MAX = 100;
const FOUND_MAX = 20;
const SKELETON_LETTERS_MIN = 3;

const FINE = new Set(table.fineCountries.split(' '));
const AREAS: readonly Drawn[] = table.areas.map(drawnOf);
const DRAWN: ReadonlyMap<string, Drawn> = new Map(AREAS.map((drawn) => [drawn.area.id, drawn]));

/** Natural Earth 1:10m; see docs/adr/0006-areas.md for what it is silent about, and why. */
export const builtInAtlas: AreaAtlas = {
  title:
    `${table.source}; lines within ${FINE_METRES / 1000} km in and around the theatre, ` +
    `${COARSE_METRES / 1000} km elsewhere; silent about disputed land`,
  at,
  find,
  distanceMetres,
  shareOf,
};

function at(
  position: Position,
  clearMetres: number,
): { readonly country?: Area; readonly region?: Area } {
  const [lat, lon] = degreesOf(position);
  if (!(clearMetres >= 0) || Math.abs(lon) > SEAM_DEGREES) return {};
  const vector = vectorOf(lat, lon);
  const holder = (kind: Area['kind'], country?: string): Area | undefined =>
    AREAS.find(
      ({ area, box: [west, south, east, north] }) =>
        area.kind === kind &&
        (country === undefined || area.country === country) &&
        lat >= south &&
        lat <= north &&
        lon >= west &&
        lon <= east &&
        isInside(shapeOf(area), lat, lon),
    )?.area;
  const country = holder('country');
  if (country === undefined) return {};
  const reach = clearMetres + (FINE.has(country.id) ? FINE_METRES : COARSE_METRES);
  const isNear = (shape: Shape): boolean => nearestOn(shape, vector, reach) !== undefined;
  const isSilent = lands().some(({ shapes }) =>
    shapes.some((shape) => isInside(shape, lat, lon) || isNear(shape)),
  );
  if (isSilent || isNear(disputedLines())) return {};
  // Who is right about the coast is no matter of countries: only the disc itself must not reach it.
  const isClear = (area: Area): boolean => {
    const shape = shapeOf(area);
    const borders = shape.filter(({ isCoast }) => !isCoast);
    return !isNear(borders) && nearestOn(shape, vector, clearMetres) === undefined;
  };
  if (!isClear(country)) return {};
  const region = holder('region', country.id);
  return region === undefined || !isClear(region) ? { country } : { country, region };
}

function find(name: string): readonly Area[] {
  if (name.length > NAME_CHARACTERS_MAX) return [];
  const { folded, skeleton } = foldName(name);
  if (folded === '') return [];
  const { exact, forgiven } = nameIndex();
  const found = exact.get(folded);
  if (found !== undefined) return found;
  return skeleton.length < SKELETON_LETTERS_MIN ? [] : (forgiven.get(skeleton) ?? []);
}

function distanceMetres(area: Area, position: Position): number {
  const [lat, lon] = degreesOf(position);
  const claimed = lands().filter(({ parties }) => parties.has(area.id));
  const shapes = [shapeOf(area), ...claimed.flatMap((land) => land.shapes)];
  if (shapes.some((shape) => isInside(shape, lat, lon))) return 0;
  const vector = vectorOf(lat, lon);
  const nearest = present(nearestOn(shapes.flat(), vector, Infinity));
  const point = { latE7: Math.round(nearest.lat * 1e7), lonE7: Math.round(nearest.lon * 1e7) };
  return inverse(position, point).distanceMetres;
}

function shareOf(area: Area, position: Position): AreaShare {
  const [lat, lon] = degreesOf(position);
  const [west, south, east, north] = drawnOfArea(area).main;
  const middle = (west + east) / 2;
  const turns = Math.round((lon - middle) / 360) * 360;
  return {
    eastShare: (lon - turns - middle) / ((east - west) / 2),
    northShare: (lat - (south + north) / 2) / ((north - south) / 2),
  };
}

function drawnOf(line: string): Drawn {
  const [id = '', name = '', ru, ar, he, tr, aliases = '', packedArcs = '', box = '', main] =
    line.split('|');
  const [country = id] = id.split('/');
  const given = Object.entries({ ru, ar, he, tr }).filter(([, each]) => each !== '');
  const area: Area = {
    kind: id === country ? 'country' : 'region',
    id,
    name,
    names: { en: name, ...Object.fromEntries(given) },
    aliases: aliases === '' ? [] : aliases.split(';'),
    country,
  };
  return {
    area,
    packedArcs,
    box: extentOf(box),
    main: extentOf(main === '' ? box : (main ?? box)),
  };
}

function extentOf(packed: string): Extent {
  const degrees = unpacked(packed, 1).map((units) => units / table.unitsPerDegree);
  const [west = 0, south = 0, east = 0, north = 0] = degrees;
  return [west, south, east, north];
}

/** Areas go by their id, so that a copy of one is as good. */
function drawnOfArea({ id }: Area): Drawn {
  const drawn = DRAWN.get(id);
  if (drawn === undefined) throw new Error(`the built-in atlas has no area ${id}`);
  return drawn;
}

const arcs = new Map<number, Arc>();
const shapesById = new Map<string, Shape>();
let coastPlaces: ReadonlySet<number> | undefined;
let landsMade: readonly Land[] | undefined;
let linesMade: Shape | undefined;

function shapeOf(area: Area): Shape {
  const known = shapesById.get(area.id);
  if (known !== undefined) return known;
  const shape = shapeOfArcs(drawnOfArea(area).packedArcs);
  shapesById.set(area.id, shape);
  return shape;
}

function shapeOfArcs(packed: string): Shape {
  return unpacked(packed, 1).map(arcAt);
}

function arcAt(place: number): Arc {
  const known = arcs.get(place);
  if (known !== undefined) return known;
  coastPlaces ??= new Set(unpacked(table.coasts, 1));
  const arc = arcOf(present(table.arcs[place]), table.unitsPerDegree, coastPlaces.has(place));
  arcs.set(place, arc);
  return arc;
}

function lands(): readonly Land[] {
  landsMade ??= table.disputedLands.map((line) => {
    const [, parties = '', drawn = '', byHand = ''] = line.split('|');
    const shapes = [
      shapeOfArcs(drawn),
      byHand === '' ? [] : [arcOf(byHand, table.unitsPerDegree, false)],
    ];
    return {
      parties: new Set(parties.split(' ')),
      shapes: shapes.filter(({ length }) => length > 0),
    };
  });
  return landsMade;
}

function disputedLines(): Shape {
  linesMade ??= table.disputedLines.map((line) => arcOf(line, table.unitsPerDegree, false));
  return linesMade;
}

type NameIndex = {
  readonly exact: ReadonlyMap<string, readonly Area[]>;
  readonly forgiven: ReadonlyMap<string, readonly Area[]>;
};
let indexMade: NameIndex | undefined;

function nameIndex(): NameIndex {
  if (indexMade !== undefined) return indexMade;
  const [exact, forgiven] = [new Map<string, Area[]>(), new Map<string, Area[]>()];
  const enter = (index: Map<string, Area[]>, key: string, area: Area): void => {
    const listed = index.get(key) ?? [];
    if (key !== '' && !listed.includes(area) && listed.length < FOUND_MAX) listed.push(area);
    index.set(key, listed);
  };
  for (const { area } of AREAS) {
    for (const name of [...Object.values(area.names ?? {}), ...(area.aliases ?? [])]) {
      const { folded, skeleton } = foldName(name);
      enter(exact, folded, area);
      enter(forgiven, skeleton, area);
    }
  }
  indexMade = { exact, forgiven };
  return indexMade;
}
