// Finds the places nearest to a position: those whose chord is short, among the ones that lie on
// about its latitude, by unit vectors in the order of latitude. The nearest are then measured.
import { inverse } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import type { Place, PlaceKind } from './gazetteer-port.ts';
import { present } from '../reading/present.ts';

export type NearPlaces = (
  position: Position,
  withinMetres: number,
  kind?: PlaceKind,
) => readonly Place[];

const NEAR_MAX = 50;
/** No geodesic is shorter than its chord on a sphere of the least radius of curvature. */
const RADIUS_METRES_MIN = 6_335_000;
const START_METRES = 20_000;
/** Chords on a sphere and geodesics differ by less than 1.5 %, squares by less than 3 %. */
const SQUARED_MARGIN = 1.03;

/** A search round a position through `places`; equals go in the order of the table. */
export function nearIndex(places: () => readonly Place[]): NearPlaces {
  let made: Field | undefined;
  return (position, withinMetres, kind) => {
    made ??= fieldOf(places());
    const only = kind === undefined ? -1 : KINDS.indexOf(kind);
    if (only >= 0 && !made.kinds.includes(only)) return [];
    return nearest(made, position, withinMetres, only);
  };
}

const KINDS: readonly PlaceKind[] = ['aerodrome', 'town', 'site'];

/** The places as numbers, from south to north: where in the table, x, y, z, and the kind. */
type Field = {
  readonly places: readonly Place[];
  readonly numbers: Int32Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
  readonly kinds: Uint8Array;
};

function fieldOf(places: readonly Place[]): Field {
  const all = places.map((place, number) => {
    const [x, y, z] = unitVector(place.position);
    return { number, x, y, z, kind: KINDS.indexOf(place.kind) };
  });
  all.sort((a, b) => a.z - b.z);
  return {
    places,
    numbers: Int32Array.from(all, ({ number }) => number),
    xs: Float64Array.from(all, ({ x }) => x),
    ys: Float64Array.from(all, ({ y }) => y),
    zs: Float64Array.from(all, ({ z }) => z),
    kinds: Uint8Array.from(all, ({ kind }) => kind),
  };
}

type Candidate = { readonly number: number; readonly square: number };

function nearest(
  field: Field,
  position: Position,
  withinMetres: number,
  kind: number,
): readonly Place[] {
  // Over half the circumference there is nothing farther: 4 is the square of the diameter.
  const most = Math.min(4, (withinMetres / RADIUS_METRES_MIN) ** 2) * SQUARED_MARGIN + 1e-12;
  let limit = Math.min(most, (START_METRES / RADIUS_METRES_MIN) ** 2);
  let candidates = within(field, position, limit * SQUARED_MARGIN, kind);
  while (limit < most && candidates.filter(({ square }) => square <= limit).length < NEAR_MAX) {
    limit = Math.min(most, limit * 2);
    candidates = within(field, position, limit * SQUARED_MARGIN, kind);
  }
  candidates.sort((a, b) => a.square - b.square || a.number - b.number);
  const last = candidates[NEAR_MAX - 1];
  const bound = last === undefined ? Infinity : last.square * SQUARED_MARGIN;
  const found: { readonly place: Place; readonly metres: number }[] = [];
  for (const { number, square } of candidates) {
    if (square > bound) break;
    const place = present(field.places[number]);
    const metres = inverse(position, place.position).distanceMetres;
    if (metres <= withinMetres) found.push({ place, metres });
  }
  return found
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAR_MAX)
    .map(({ place }) => place);
}

/** The places of a kind (-1: of any) whose chord, squared, is at most the limit. */
function within(
  { numbers, xs, ys, zs, kinds }: Field,
  position: Position,
  limit: number,
  kind: number,
): Candidate[] {
  const [x, y, z] = unitVector(position);
  const chord = Math.sqrt(limit);
  const found: Candidate[] = [];
  for (let i = firstFrom(zs, z - chord); i < zs.length && (zs[i] ?? 0) <= z + chord; i += 1) {
    if (kind >= 0 && kinds[i] !== kind) continue;
    const dx = (xs[i] ?? 0) - x;
    const dy = (ys[i] ?? 0) - y;
    const dz = (zs[i] ?? 0) - z;
    const square = dx * dx + dy * dy + dz * dz;
    if (square <= limit) found.push({ number: numbers[i] ?? 0, square });
  }
  return found;
}

/** The place of the first value that is not below `least`, by halving. */
function firstFrom(values: Float64Array, least: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

function unitVector({ latE7, lonE7 }: Position): [number, number, number] {
  const lat = (latE7 / 1e7) * (Math.PI / 180);
  const lon = (lonE7 / 1e7) * (Math.PI / 180);
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}
