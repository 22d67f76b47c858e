// The countries of the world and the regions of the theatre, as Natural Earth draws them de facto.
// Parley serves parties that distrust each other: about land that more than one of them claims, and
// about everything near a disputed line, `at` says nothing at all (docs/adr/0006-areas.md).
import table from './areas.json' with { type: 'json' };
import { present } from '../reading/present.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import { boundaryOf } from './area-boundary.ts';
import type { Boundary } from './area-boundary.ts';
import { areaNamesOf } from './area-names.ts';
import type { Area, AreaAtlas, AreaShare } from './area-port.ts';

/** What an atlas is made of; areas.json says how its strings are written. */
export type AreaTable = {
  readonly source: string;
  readonly areas: readonly (readonly string[])[];
  /** A reason, then the rings in which nothing is said. */
  readonly silent: readonly (readonly string[])[];
  /** A name, then the disputed lines. */
  readonly lines: readonly (readonly string[])[];
};

type Drawn = { readonly area: Area; readonly boundary: Boundary; readonly offMetres: number };

/** Nothing is said this near to a disputed line. */
const DISPUTED_METRES = 15_000;
/** The nearest point is sought on a sphere: lengths there are up to 0.6 % from the ellipsoid's. */
const SPHERE_SHARE = 1.006;
const ANYWHERE_METRES = 30_000_000;
/** Beyond it nothing is said: no region of this data set means anything at a pole. */
const POLAR_LAT_E7 = 890_000_000;

/**
 * Natural Earth 1:10m v4.1.0: all countries, first-order regions of the theatre. Lines are off by
 * up to 3 km where there are regions, by up to 8 km elsewhere: 1 km of simplification in the source
 * (2 km more elsewhere) besides what 1:10m lacks.
 */
export const builtInAtlas: AreaAtlas = atlasOf(table);

/**
 * An atlas from its table. `at` names the area that a position lies in when everything within
 * `clearMetres` does, when no other area of its kind comes within `clearMetres` and the
 * uncertainty of both, and when no silent area comes that near and no disputed line within 15 km
 * either. Near a coast alone the uncertainty does not silence it: the sea off a coast is the coast
 * state's to 12 NM (UNCLOS, article 3), more than any line here is off. A `clearMetres` that is
 * negative or no number gives nothing. `distanceMetres` is geodesic to the point nearest by a
 * sphere, so right to 0.6 % at worst beside the lines' own error. An area of another atlas throws.
 */
export function atlasOf({ source, areas, silent, lines }: AreaTable): AreaAtlas {
  const drawn = areas.map(drawnOf);
  const byId = new Map(drawn.map((each) => [each.area.id, each]));
  const kinds = {
    country: drawn.filter(({ area }) => area.kind === 'country'),
    region: drawn.filter(({ area }) => area.kind === 'region'),
  };
  const silences = silent.map(([, ...rings]) => boundaryOf(rings));
  const disputed = lines.map(([, ...texts]) => boundaryOf(texts));
  const boundaryIn = (area: Area): Boundary => present(byId.get(area.id)).boundary;
  return {
    title: `${source}; lines off by up to 3 km in the theatre, 8 km elsewhere`,
    find: areaNamesOf(drawn.map(({ area }) => area)),
    at: (position, clearMetres) => {
      if (!(clearMetres >= 0) || Math.abs(position.latE7) > POLAR_LAT_E7) return {};
      const country = clearIn(kinds.country, position, clearMetres);
      if (country === undefined) return {};
      const reach = clearMetres + country.offMetres;
      if (silences.some((each) => each.has(position) || isNear(each, position, reach))) return {};
      const lineReach = Math.max(reach, DISPUTED_METRES);
      if (disputed.some((each) => isNear(each, position, lineReach))) return {};
      const region = clearIn(kinds.region, position, clearMetres);
      const isOfIt = region?.area.country === country.area.country;
      return { country: country.area, ...(region && isOfIt ? { region: region.area } : {}) };
    },
    distanceMetres: (area, position) => {
      const boundary = boundaryIn(area);
      if (boundary.has(position)) return 0;
      return inverse(position, present(boundary.nearest(position, ANYWHERE_METRES)).position)
        .distanceMetres;
    },
    shareOf: (area, position) => shareIn(boundaryIn(area), position),
  };
}

/** The area around the whole disc, if no other of the list comes near it. */
function clearIn(
  list: readonly Drawn[],
  position: Position,
  clearMetres: number,
): Drawn | undefined {
  const around = list.filter(({ boundary }) => boundary.has(position));
  const only = around[0];
  if (only === undefined || around.length > 1) return undefined;
  if (isNear(only.boundary, position, clearMetres)) return undefined;
  const isAlone = list.every(
    ({ boundary, offMetres }) =>
      boundary === only.boundary ||
      !isNear(boundary, position, clearMetres + Math.max(offMetres, only.offMetres)),
  );
  return isAlone ? only : undefined;
}

function isNear(boundary: Boundary, position: Position, metres: number): boolean {
  return boundary.nearest(position, metres * SPHERE_SHARE) !== undefined;
}

function shareIn(boundary: Boundary, { latE7, lonE7 }: Position): AreaShare {
  const { south, west, north, east } = boundary.extent();
  const middle = (west + east) / 2;
  const turn = lonE7 / 1e7 - middle;
  const wrapped = turn - 360 * Math.round(turn / 360);
  return {
    eastShare: (2 * wrapped) / (east - west),
    northShare: (latE7 / 1e7 - (south + north) / 2) / ((north - south) / 2),
  };
}

function drawnOf([line = '', ...rings]: readonly string[]): Drawn {
  const [id = '', metres, name = '', ru = '', ar = '', he = '', tr = '', aliases = ''] =
    line.split('|');
  const names = Object.entries({ en: name, ru, ar, he, tr }).filter(([, each]) => each !== '');
  const area: Area = {
    kind: id.includes('/') ? 'region' : 'country',
    id,
    name,
    names: Object.fromEntries(names),
    aliases: aliases === '' ? [] : aliases.split(';'),
    country: id.slice(0, 2),
  };
  return { area, boundary: boundaryOf(rings), offMetres: Number(metres) };
}
