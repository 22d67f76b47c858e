// Holds the words of a notice against its geometry. A phrase that places the area elsewhere is a
// finding; a phrase that fits any of the areas is not. English words; positions in any form.
import { centreOf } from '../shape/centre.ts';
import type { Place } from '../place/gazetteer.ts';
import { nearestPlace } from '../place/gazetteer.ts';
import { inverse, turnBetween } from '../shape/geodesic.ts';
import type { Outline } from '../shape/outline.ts';
import { outlinePoints } from '../shape/outline-points.ts';
import { bearingSpread, distanceRange } from '../shape/outline-range.ts';
import { distanceAfter, findPhrases } from './phrase.ts';
import type { Phrase, SaidDirection, SaidDistance } from './phrase.ts';
import { placeAt } from './place-phrase.ts';
import { kilometres, placeName, writeBearing, writeDistance } from '../place/place-words.ts';
import type { Position } from '../position/position.ts';
import { findPositions } from './position-phrase.ts';
import type { SaidPosition } from './position-phrase.ts';
import { present } from '../reading/present.ts';

/**
 * A phrase that does not fit the geometry. For a distance or a direction, the distances and the
 * bearing are measured from `place`. For a position, `place` is the aerodrome nearest to it, and
 * the distances and the bearing are measured from the position that the text gives.
 */
export type TextFinding = {
  readonly code: 'distance-differs' | 'direction-differs' | 'position-outside';
  /** The phrase as written. */
  readonly said: string;
  readonly place: Place;
  /** Of "3 to 6 km" the end that is farther from the truth. */
  readonly saidDistanceMetres?: number;
  readonly nearestMetres: number;
  readonly farthestMetres: number;
  readonly saidBearingDegrees?: number;
  /** To the centre of the area, true, 0 to below 360. */
  readonly measuredBearingDegrees: number;
  /** How far the distance said, or the position, lies outside of the area's own range. */
  readonly differsMetres?: number;
  /** The angle between the direction said and the nearest edge of the area. */
  readonly differsDegrees?: number;
  readonly sentence: string;
};

const CHARACTERS_MAX = 10_000;
const OUTLINES_MAX = 100;
const FINDINGS_MAX = 50;
const TOLERANCE_SHARE = 0.1;
const TOLERANCE_METRES = 500;
const BOUNDARY_POINTS = 200;

/**
 * Finds the phrases of `words` that do not fit `outlines`: "9 km south of Deir ez-Zor airfield",
 * "nine kilometres south-west of the airfield of X", "5 NM SW of OSDZ", "bearing 221 from X,
 * 4.2 km", "within 5 km of X", and written positions. "The airfield" without a name is the one
 * nearest to the geometry. Tolerances: a distance may lie outside the area's own range by 10 % or
 * 500 m, whichever is more; a compass word must lie within half its sector (22.5 degrees, 11.25
 * for words of three parts) of the area's bearings, a bearing in degrees within 5; a position
 * within its precision and 500 m of the area. A mile may be statute or nautical; magnetic bearings
 * are not checked. Reads the first 10,000 characters, 100 outlines; at most 50 findings, in the
 * order of the words.
 */
export function textFindings(words: string, outlines: readonly Outline[]): TextFinding[] {
  if (outlines.length === 0) return [];
  const text = words.slice(0, CHARACTERS_MAX).replace(/[\s\u00a0\u202f]/g, ' ');
  const areas = outlines.slice(0, OUTLINES_MAX).map(areaOf);
  const positions = findPositions(text);
  const found = positions.map((said) => ({
    at: said.from,
    findings: positionFindings(text, said, areas),
  }));
  let count = 0;
  for (const phrase of findPhrases(text)) {
    if (positions.some((said) => phrase.from < said.to && said.from < phrase.placeFrom)) continue;
    const findings = phraseFindings(text, phrase, areas);
    found.push({ at: phrase.from, findings });
    count += findings.length;
    if (count >= FINDINGS_MAX) break;
  }
  found.sort((a, b) => a.at - b.at);
  return found.flatMap(({ findings }) => findings).slice(0, FINDINGS_MAX);
}

type Area = { readonly outline: Outline; readonly centre: Position; readonly boundary: Position[] };

/** An area as seen from a place. */
type Seen = {
  readonly nearestMetres: number;
  readonly farthestMetres: number;
  readonly bearingDegrees: number;
  readonly leftDegrees: number;
  readonly rightDegrees: number;
};

type Said = {
  /** The phrase as written, and with the place's own name for "the airfield". */
  readonly phrase: string;
  readonly readAs: string;
  readonly isAerodrome: boolean;
  readonly distance: SaidDistance | undefined;
  readonly direction: SaidDirection | undefined;
};

function areaOf(outline: Outline): Area {
  const centre = centreOf(outline);
  const { farthestMetres } = distanceRange(centre, outline);
  const step = Math.max(1, (2 * Math.PI * farthestMetres) / BOUNDARY_POINTS);
  return { outline, centre, boundary: outlinePoints(outline, step) };
}

function seenFrom(from: Position, { outline, centre, boundary }: Area): Seen {
  const range = distanceRange(from, outline);
  const bearingDegrees = inverse(from, centre).azimuthDegrees;
  return { ...range, bearingDegrees, ...bearingSpread(from, bearingDegrees, boundary) };
}

function phraseFindings(text: string, phrase: Phrase, areas: readonly Area[]): TextFinding[] {
  const place = placeAt(
    text.slice(phrase.placeFrom),
    areas.map(({ centre }) => centre),
  );
  if (place === undefined) return [];
  const placeTo = phrase.placeFrom + place.length;
  const after = phrase.distance === undefined ? distanceAfter(text.slice(placeTo)) : undefined;
  const to = placeTo + (after?.length ?? 0);
  let least: TextFinding[] | undefined;
  for (const meant of place.places) {
    const readAs =
      text.slice(phrase.from, phrase.placeFrom) + placeName(meant) + text.slice(placeTo, to);
    const said = {
      phrase: text.slice(phrase.from, to),
      readAs,
      isAerodrome: place.isAerodrome,
      distance: phrase.distance ?? after?.distance,
      direction: phrase.direction,
    };
    const seen = areas.map((area) => seenFrom(meant.position, area));
    const each = seen.map((of) => findingsOf(said, meant, of));
    if (each.some((findings) => findings.length === 0)) return [];
    // Nothing fits: report against the area that fits best, seen from the nearest place.
    least ??= each.reduce((best, findings) => (findings.length < best.length ? findings : best));
  }
  return least ?? [];
}

function findingsOf(said: Said, place: Place, seen: Seen): TextFinding[] {
  const { nearestMetres, farthestMetres, bearingDegrees: measuredBearingDegrees } = seen;
  const { phrase, distance, direction } = said;
  const measured = { place, nearestMetres, farthestMetres, measuredBearingDegrees };
  const sentence = sentenceOf(said, place, seen);
  const common = { said: phrase, ...measured, sentence };
  const findings: TextFinding[] = [];
  const away = distance === undefined ? undefined : distanceFault(distance, seen);
  if (away !== undefined) findings.push({ code: 'distance-differs', ...common, ...away });
  const turn = direction === undefined ? undefined : directionFault(direction, seen);
  if (turn !== undefined) findings.push({ code: 'direction-differs', ...common, ...turn });
  return findings;
}

function distanceFault(
  said: SaidDistance,
  seen: Seen,
): { readonly saidDistanceMetres: number; readonly differsMetres: number } | undefined {
  const [low, high] =
    said.bound === 'exact'
      ? [seen.nearestMetres, seen.farthestMetres]
      : said.bound === 'within'
        ? [seen.farthestMetres, Infinity]
        : [0, seen.nearestMetres];
  const outside = (metres: number): number => Math.max(0, low - metres, metres - high);
  const fits = (metres: number): boolean =>
    outside(metres) <= Math.max(TOLERANCE_SHARE * metres, TOLERANCE_METRES);
  const { least, greatest, otherMile = 1 } = said;
  if ([1, otherMile].some((factor) => fits(factor * least) && fits(factor * greatest))) {
    return undefined;
  }
  const saidDistanceMetres = outside(least) > outside(greatest) ? least : greatest;
  return { saidDistanceMetres, differsMetres: outside(saidDistanceMetres) };
}

function directionFault(
  said: SaidDirection,
  seen: Seen,
): { readonly saidBearingDegrees: number; readonly differsDegrees: number } | undefined {
  // From inside an area, or from its edge, it lies in every direction.
  if (seen.nearestMetres === 0) return undefined;
  const turn = turnBetween(seen.bearingDegrees, said.degrees);
  const differsDegrees = Math.max(0, turn - seen.rightDegrees, seen.leftDegrees - turn);
  if (differsDegrees <= said.halfWidth) return undefined;
  return { saidBearingDegrees: said.degrees, differsDegrees };
}

function sentenceOf({ readAs, isAerodrome }: Said, place: Place, seen: Seen): string {
  const near = kilometres(seen.nearestMetres);
  const far = writeDistance(seen.farthestMetres);
  const lies =
    seen.nearestMetres === 0
      ? `The area holds it and reaches ${far} from it.`
      : `The area lies ${near === kilometres(seen.farthestMetres) ? '' : `${near} to `}${far} ` +
        `from it, bearing ${writeBearing(seen.bearingDegrees)} degrees.`;
  const town = isAerodrome ? '' : ` The aerodrome ${place.code} is taken to be meant, not a town.`;
  return `The text says ${readAs}. ${lies}${town}`;
}

function positionFindings(
  text: string,
  { from, to, reading }: SaidPosition,
  areas: readonly Area[],
): TextFinding[] {
  const { position, precisionMetres } = reading;
  const ranges = areas.map(({ outline }) => distanceRange(position, outline));
  const near = ranges.reduce((a, b) => (b.nearestMetres < a.nearestMetres ? b : a));
  if (near.nearestMetres <= precisionMetres + TOLERANCE_METRES) return [];
  const { centre } = present(areas[ranges.indexOf(near)]);
  const measuredBearingDegrees = inverse(position, centre).azimuthDegrees;
  const said = text.slice(from, to);
  const sentence =
    `The text gives the position ${said}. It lies ${writeDistance(near.nearestMetres)} outside ` +
    `the area, which is on bearing ${writeBearing(measuredBearingDegrees)} degrees from it.`;
  const measured = { place: nearestPlace(position), ...near, measuredBearingDegrees };
  const differsMetres = near.nearestMetres;
  return [{ code: 'position-outside', said, ...measured, differsMetres, sentence }];
}
