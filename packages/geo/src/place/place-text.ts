// Words about a place, made from the geometry and nothing else, so that every node makes the same.
import { centreOf } from '../shape/centre.ts';
import { nearestPlace } from './gazetteer.ts';
import type { Place } from './gazetteer.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Outline } from '../shape/outline.ts';
import { distanceRange } from '../shape/outline-range.ts';
import type { Position } from '../position/position.ts';

/** Where something lies, as seen from the nearest aerodrome. */
export type PlaceText = {
  readonly place: Place;
  readonly distanceMetres: number;
  /** True, clockwise from north, from the place to the position; 0 to below 360. */
  readonly bearingDegrees: number;
  /** "4.2 km, bearing 221 degrees true, from Deir ez-Zor airport OSDZ". */
  readonly text: string;
};

const AT_PLACE_METRES = 500;

/** The distance and bearing of a position from the nearest place; within 500 m it is "at" it. */
export function placeText(position: Position): PlaceText {
  const place = nearestPlace(position);
  const { distanceMetres, azimuthDegrees } = inverse(place.position, position);
  const text =
    distanceMetres < AT_PLACE_METRES
      ? `at ${writePlace(place)}`
      : `${writeDistance(distanceMetres)}, bearing ${writeBearing(azimuthDegrees)} degrees true, ` +
        `from ${writePlace(place)}`;
  return { place, distanceMetres, bearingDegrees: azimuthDegrees, text };
}

/**
 * The place text of the outline's centre, and the nearest and farthest distance of the outline
 * from that place in metres (nearest 0, and "at", when the place lies inside).
 */
export function outlinePlaceText(
  outline: Outline,
): PlaceText & { readonly nearestMetres: number; readonly farthestMetres: number } {
  const ofCentre = placeText(centreOf(outline));
  const range = distanceRange(ofCentre.place.position, outline);
  const inside = range.nearestMetres === 0;
  const text = inside ? `at ${writePlace(ofCentre.place)}` : ofCentre.text;
  return { ...ofCentre, ...range, text };
}

/** "Deir ez-Zor airport OSDZ": the name with the kind of place in small letters, and the code. */
export function writePlace(place: Place): string {
  return `${placeName(place)} ${place.code}`;
}

/** "Deir ez-Zor airport". */
export function placeName(place: Place): string {
  const kind = /(?: International)? (?:Airport|Airfield|Air ?base|Aerodrome|Airstrip|Heliport)$/i;
  return place.name.replace(kind, (words) => words.toLowerCase());
}

/** "4.2 km" up to 100 km, then whole kilometres. */
export function writeDistance(metres: number): string {
  return `${kilometres(metres)} km`;
}

/** The number of `writeDistance`. */
export function kilometres(metres: number): string {
  return (metres / 1000).toFixed(metres < 99_950 ? 1 : 0);
}

/** Whole degrees in three digits, "005"; 360 is written "000". */
export function writeBearing(degrees: number): string {
  return String(Math.round(degrees) % 360).padStart(3, '0');
}
