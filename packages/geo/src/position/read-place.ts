// Reads a position that is told from a named place: "9 km south of Deir ez-Zor airport". A name
// that may be two places is refused with both: on 17 September 2016 one was taken for the other.
import { builtInPlaces } from '../place/built-in.ts';
import type { Place, PlaceMatch } from '../place/gazetteer-port.ts';
import { placeReachMetres } from '../place/place-reach.ts';
import { writePlace } from '../place/place-words.ts';
import { direct, inverse } from '../shape/geodesic.ts';
import { compassSector } from './compass-words.ts';
import { placeSaying } from './place-grammar.ts';
import type { PlaceSaying, Words } from './place-grammar.ts';
import type { PositionOutcome, PositionReading, Theatre } from './position.ts';
import { placesNamed } from './said-place.ts';
import { saidDistance } from './said-distance.ts';
import type { SaidDistance } from './said-distance.ts';
import { refuse } from '../reading/reading.ts';
import type { ReadRefusal } from '../reading/reading.ts';

/** A direction with how far to either side its words may mean. */
type Direction = { readonly degrees: number; readonly halfWidth: number };

/**
 * Reads "9 km south of Deir ez-Zor airport", "bearing 221 true 4.2 km from OSDZ", "OSDZ 221T/4.2
 * NM", "at OSDZ", "в 9 км южнее аэродрома Дейр-эз-Зор", and what `renderPlaceText` writes, one
 * clause, in five languages. Undefined when `text` is of no such form. The position is reached by
 * the geodesic from the place's point. Its precision is the diameter of all that is meant: the
 * sector of the compass word or the last digit of the bearing, the last digit of the distance, and
 * the reach of the place, by root of sum of squares; `accuracyMetres` is that reach alone. Refused:
 * names of several places, or of none; spellings that only resemble a name; a bearing that is not
 * called true (ICAO Doc 4444 writes "OSDZ221004" in degrees magnetic); miles that may be statute or
 * nautical; a distance over 1,000 km. Never throws.
 */
export function readPlace(text: string, theatre: Theatre): PositionOutcome | undefined {
  const plain = plainOf(text);
  const saying = placeSaying(plain.text);
  if (saying === undefined) return undefined;
  const outcome = readSaying(plain.text, saying, theatre);
  if (outcome === undefined) return undefined;
  const entered = (reading: PositionReading): PositionReading => ({ ...reading, asEntered: text });
  if (outcome.ok) return { ok: true, value: entered(outcome.value) };
  const { at, expected, candidates } = outcome;
  const length = outcome.length ?? 1;
  const from = plain.from[at] ?? text.length;
  const to = (plain.from[at + length - 1] ?? text.length - 1) + 1;
  const { refusal } = refuse(text, from, expected, Math.max(1, to - from));
  return {
    ok: false,
    refusal: { ...refusal, ...(candidates && { candidates: candidates.map(entered) }) },
  };
}

type Fault = Pick<ReadRefusal, 'at' | 'expected'> & {
  readonly ok: false;
  readonly length?: number;
  readonly candidates?: readonly PositionReading[];
};
type Read = { readonly ok: true; readonly value: PositionReading };

function readSaying(text: string, saying: PlaceSaying, theatre: Theatre): Read | Fault | undefined {
  const gazetteer = theatre.places ?? builtInPlaces;
  const named = placesNamed(saying.place.text, saying.kind, gazetteer);
  if (named.length === 0) {
    return saying.certain
      ? faultAt(saying.place, 'a listed place, by its name or its code')
      : undefined;
  }
  const distance = distanceOf(saying);
  if (distance === undefined) return undefined;
  if (!distance.ok) return distance;
  const direction = directionOf(saying);
  if (!direction.ok) return direction;
  const places = byDistance(named, theatre);
  const read = ({ place }: PlaceMatch, metres: SaidDistance['options'][number]) =>
    readingOf(text, place, metres, distance.value, direction.value);
  const readings = places.flatMap((match) =>
    distance.value.options.map((metres) => read(match, metres)),
  );
  const fault = firstFault(saying, places, distance.value, direction.certain, text);
  const [only] = readings;
  if (fault === undefined && only !== undefined) return { ok: true, value: only };
  return fault === undefined ? undefined : { ...fault, candidates: readings };
}

/** What is left open by the words, the place first. */
function firstFault(
  saying: PlaceSaying,
  places: readonly PlaceMatch[],
  distance: SaidDistance,
  trueBearing: boolean,
  text: string,
): Fault | undefined {
  const { place } = saying;
  const names = places.map((match) => `${match.place.kind} ${writePlace(match.place)}`);
  if (places.length > 1) {
    return faultAt(place, `the name of one place: it can be the ${names.join(', or the ')}`);
  }
  if (places.some(({ score }) => score < 0.8)) {
    return faultAt(place, `the name of a listed place, such as the ${names.join(', ')}`);
  }
  if (!trueBearing) {
    const { at } = saying.bearing ?? place;
    const end = text.length;
    return saying.unit === undefined
      ? faultAt({ text: text.slice(at, end), at }, 'a true bearing: this form is in magnetic ones')
      : faultAt(saying.bearing ?? place, 'a bearing that is called true or magnetic');
  }
  return distance.options.length > 1 && saying.unit !== undefined
    ? faultAt(saying.unit, 'statute miles or nautical miles')
    : undefined;
}

function readingOf(
  text: string,
  place: Place,
  metres: number,
  { halfDigitShare }: SaidDistance,
  { degrees, halfWidth }: Direction,
): PositionReading {
  const halfDigit = metres * halfDigitShare;
  const reach = placeReachMetres(place);
  const across = metres * Math.min(1, (halfWidth * Math.PI) / 180);
  const corner = (side: number, end: number) =>
    direct(place.position, degrees + side * halfWidth, Math.max(0, metres + end * halfDigit));
  const cell = [corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
  const { source } = place;
  return {
    position: direct(place.position, degrees, metres),
    form: 'PLACE',
    precisionMetres: Number((2 * Math.hypot(across, halfDigit, reach)).toPrecision(2)),
    ...(metres > 0 && { cell }),
    transformation:
      `WGS-84, geodesic from the ${place.kind} ${writePlace(place)}` +
      (source === undefined ? '' : ` (${source})`),
    accuracyMetres: reach,
    asEntered: text,
  };
}

/** The distance; of a position at the place itself it is 0. Undefined for no number at all. */
function distanceOf(
  saying: PlaceSaying,
): { readonly ok: true; readonly value: SaidDistance } | Fault | undefined {
  const { number, unit, about } = saying;
  if (number === undefined) return { ok: true, value: { options: [0], halfDigitShare: 0 } };
  const read = saidDistance(number.text, unit?.text ?? 'NM', about);
  if (read === undefined) return undefined;
  return read.ok ? read : faultAt(number, read.expected);
}

function directionOf(
  saying: PlaceSaying,
): { readonly ok: true; readonly value: Direction; readonly certain: boolean } | Fault {
  const { bearing, compass, reference, isTrue } = saying;
  if (compass !== undefined) {
    const sector = compassSector(compass.text);
    return sector === undefined
      ? faultAt(compass, 'a point of the compass, such as south or south-west')
      : { ok: true, value: sector, certain: true };
  }
  if (bearing === undefined) {
    return { ok: true, value: { degrees: 0, halfWidth: 0 }, certain: true };
  }
  const degrees = Number(bearing.text.replace(',', '.'));
  if (degrees > 360) return faultAt(bearing, 'a bearing of 0 to 360 degrees');
  if (reference !== undefined && !/^t|^ист/i.test(reference.text)) {
    return faultAt(reference, 'a true bearing: a magnetic or grid one is not converted here');
  }
  const decimals = /[.,](\d+)$/.exec(bearing.text)?.[1]?.length ?? 0;
  const value = { degrees: degrees % 360, halfWidth: 10 ** -decimals / 2 };
  return { ok: true, value, certain: isTrue || reference !== undefined };
}

/** The likeliest first: near the theatre, else as the gazetteer has them. */
function byDistance(places: readonly PlaceMatch[], { near }: Theatre): readonly PlaceMatch[] {
  if (near === undefined) return places;
  const metres = ({ place }: PlaceMatch): number => inverse(near, place.position).distanceMetres;
  return places.toSorted((a, b) => metres(a) - metres(b));
}

function faultAt({ text, at }: Words, expected: string): Fault {
  return { ok: false, at, length: text.length, expected };
}

const BIDI = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ZEROES = [0x06_60, 0x06_f0, 0xff_10];

/** Plain digits and spaces, no marks of direction; where each character came from. */
function plainOf(text: string): { readonly text: string; readonly from: readonly number[] } {
  const from: number[] = [];
  const letters: string[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    if (BIDI.test(letter)) continue;
    const code = text.charCodeAt(i);
    const zero = ZEROES.find((first) => code >= first && code <= first + 9);
    const plain = /\s/.test(letter) ? ' ' : zero === undefined ? letter : String(code - zero);
    if (plain === ' ' && letters.at(-1) === ' ') continue;
    letters.push(plain === '٫' ? '.' : plain);
    from.push(i);
  }
  return { text: letters.join(''), from };
}
