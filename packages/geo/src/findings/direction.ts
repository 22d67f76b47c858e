// Directions as English and Russian words give them: compass words and their letters, and bearings
// in degrees. Magnetic and grid bearings are left alone, because their north is not known here.
import type { Groups } from './quantity.ts';

/** Degrees true; the half-width of what the words cover: half a compass sector, or 5 degrees. */
export type SaidDirection = { readonly degrees: number; readonly halfWidth: number };

const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
const BEARING_HALF_WIDTH_DEGREES = 5;

const POINT = '(?:north|south|east|west)(?:er[nl]y?|ward(?:s|ly)?)?';
const EN = `(?<!\\p{L})(?:${POINT}(?:[- ]?${POINT}){0,2}|[NSEW]{1,3})(?!\\p{L})`;
const RU_HEAD = '(?:(?:север|юг)о?[- ]?){0,2}(?:восток[- ]|запад[- ])?';
const RU_TAIL = '(?:север|юж|юг|восток|восточ|запад)(?:н\\p{L}+|у|а|е|ом|ее)?';
const RU = `(?<!\\p{L})(?:${RU_HEAD}${RU_TAIL}|[СЮЗВ]{1,3})(?!\\p{L})`;
/** A compass word or its letters, whatever its case or ending. */
export const COMPASS_WORD = `(?:${EN}|${RU})`;

const DEGREES = ' ?(?:°|º|degrees?|deg|град\\p{L}*\\.?)';
const STATED = '\\d{1,3}(?:[.,]\\d+)?';
const NAMED =
  '(?:(?:on |at )?(?:an? )?(?:true )?(?:bearing|azimuth|radial|course)(?: of)?|' +
  '(?:по |на )?(?:истинн\\p{L}+ )?(?:азимут|пеленг|радиал|курс)\\p{L}{0,2})';
const NORTH =
  '(?: ?(?<north>true|magnetic|mag|grid|[TMG](?!\\p{L})|ист\\p{L}*\\.?|магн\\p{L}*\\.?))?';
/** A direction with the named groups that `directionOf` reads. */
export const DIRECTION =
  `(?:(?<compass>${COMPASS_WORD})|(?:${NAMED} (?<bearing>${STATED})(?:${DEGREES})?|` +
  `(?<![\\d.,])(?<degrees>${STATED})${DEGREES})${NORTH})`;

/** Undefined for magnetic bearings and for words that name no point of the compass. */
export function directionOf(groups: Groups): SaidDirection | undefined {
  const { compass, bearing, degrees, north } = groups;
  const stated = bearing ?? degrees;
  if (stated !== undefined) {
    const value = Number(stated.replace(',', '.'));
    if (/^(?:m|g|магн)/iu.test(north ?? '') || value > 360) return undefined;
    return { degrees: value % 360, halfWidth: BEARING_HALF_WIDTH_DEGREES };
  }
  return compass === undefined ? undefined : compassOf(compass);
}

/** The direction of a compass word: "north-west", "SSW", "юго-западнее", "к северу", "СВ". */
export function compassOf(word: string): SaidDirection | undefined {
  const isCode = /^[NSEWСЮЗВ]{1,3}$/iu.test(word);
  // Small single letters are not directions, but parts of other words or units.
  if (isCode && word !== word.toUpperCase()) return undefined;
  const letters = isCode
    ? word.replace(/С/g, 'N').replace(/Ю/g, 'S').replace(/В/g, 'E').replace(/З/g, 'W')
    : word
        .toLowerCase()
        .replace(/north|север/g, 'N')
        .replace(/south|юж|юг/g, 'S')
        .replace(/east|восто[кч]/g, 'E')
        .replace(/west|запад/g, 'W');
  const point = COMPASS.indexOf(letters.replace(/[^NSEW]/g, ''));
  if (point < 0) return undefined;
  return { degrees: 22.5 * point, halfWidth: point % 2 === 0 ? 22.5 : 11.25 };
}
