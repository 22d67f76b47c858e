// Between what an altimeter shows and the height above the sea: by the pressure at sea level and
// the warmth of the air, as wide as both may be. Ranges only widen, in both directions.
import { isaHeightMetres } from './atmosphere.ts';
import type { Height } from './height.ts';
import { minus, plus, widened } from './range.ts';
import type { Range } from './range.ts';

/** The pressure at sea level, as far as it is known. */
export type SeaPressure = {
  /** Pressure altitude of the sea, metres: where the standard atmosphere has that pressure. */
  readonly metres: Range;
  /** How much further the temperature may carry a reading that is right at its station, metres. */
  readonly stationMetres: number;
};

/** Dry land, above mean sea level: the shore of the Dead Sea, with room for its fall; Everest. */
export const GROUND_METRES: Range = [-450, 8849];
/** Pressure altitude of 950 and 1050 hPa, metres: Doc 7488's tables give 540 and -302. */
const QNH_950_METRES = 540.4;
const QNH_1050_METRES = -301.6;
/** Nothing is known of the pressure: 950 to 1050 hPa at sea level. */
export const ANY_PRESSURE: SeaPressure = {
  metres: [QNH_1050_METRES, QNH_950_METRES],
  stationMetres: 0,
};
/**
 * ICAO Doc 8168: 4 % of the height per 10 degrees off standard; here for air up to 25 off. That
 * holds low down. In the cold of the tropopause 25 degrees are 25 / 216.65 of the height, and a
 * metre of geopotential is up to 1.3 % more than one of height there (gravity at the equator, and
 * R / (R - H) of the U.S. Standard Atmosphere 1976): 13 % of all above 8 km.
 */
const TEMPERATURE_SHARE = 0.1;
const TEMPERATURE_SHARE_ALOFT = 0.13;
const ALOFT_METRES = 8000;
/** A reading on QNH is right at its station, which may lie as low as the shore of the Dead Sea. */
const STATION_METRES = TEMPERATURE_SHARE * -GROUND_METRES[0];
/** Stated in inches, millimetres or whole hPa, a setting was rounded to tenths of hPa. */
const ROUNDING_DECIHECTOPASCALS = 0.5;
/** ICAO Annex 3, appendix 3: a reported pressure is rounded down to the hPa. */
export const GIVEN_DECIHECTOPASCALS = 10;
/**
 * A setting is that of a station up to 100 NM off (14 CFR 91.121), or of some hours ago: 10 hPa,
 * which over 100 NM is the gradient of a gale, 5 hPa per 100 km.
 */
export const STATED_DECIHECTOPASCALS = 100;
/** 10 hPa where a hPa is tallest: at 940 hPa for QNH, at 490 hPa for QFE, metres. */
const UNSTATED_QNH_METRES = 89;
const UNSTATED_QFE_METRES = 155;

/** The pressure at sea level, within some tenths of hPa of one that was stated. */
export function pressureNear(decihectopascals: number, within: number): SeaPressure {
  return { metres: settingMetres(decihectopascals, within), stationMetres: STATION_METRES };
}

/** The pressure altitude of a setting, metres: the difference between STD and what it shows. */
export function settingMetres(decihectopascals: number, within = ROUNDING_DECIHECTOPASCALS): Range {
  return [
    isaHeightMetres((decihectopascals + within) / 10),
    isaHeightMetres((decihectopascals - within) / 10),
  ];
}

/** The heights above the sea, metres, that a pressure altitude may be. */
export function aboveSea(pressureAltitude: Range, sea: SeaPressure): Range {
  const standard = minus(pressureAltitude, sea.metres);
  return widened(warmed(standard), sea.stationMetres);
}

/** The pressure altitudes, metres, that a height above the sea may have: `aboveSea` inverted. */
export function pressureAltitudeOf(altitude: Range, sea: SeaPressure): Range {
  const [least, greatest] = widened(altitude, sea.stationMetres);
  return plus([unstretched(least), unshrunk(greatest)], sea.metres);
}

/** The pressure altitudes of a height on STD, QNH or QFE, metres. */
export function pressureAltitudeRange(height: Height, sea: SeaPressure): Range {
  const { reference, settingDecihectopascals: setting } = height;
  const stated = exact(height);
  if (reference === 'STD') return stated;
  if (setting !== undefined) return plus(stated, settingMetres(setting));
  // A QNH that was not stated is that of the place; a QFE has the aerodrome's height besides.
  if (reference === 'QNH') return plus(stated, sea.metres);
  return plus(widened(stated, UNSTATED_QFE_METRES), plus(GROUND_METRES, sea.metres));
}

/**
 * The heights above the sea of a height on STD, QNH or QFE, metres. `sea` is undefined when nothing
 * but the height's own setting tells of the pressure.
 */
export function altitudeRange(height: Height, sea: SeaPressure | undefined): Range {
  const { reference, settingDecihectopascals: setting } = height;
  if (reference === 'QFE') return aboveAerodrome(height, sea ?? ANY_PRESSURE);
  if (reference === 'STD') return aboveSea(exact(height), sea ?? ANY_PRESSURE);
  if (setting === undefined) {
    return widened(warmed(widened(exact(height), UNSTATED_QNH_METRES)), STATION_METRES);
  }
  const near = sea ?? pressureNear(setting, STATED_DECIHECTOPASCALS);
  return aboveSea(pressureAltitudeRange(height, near), near);
}

/** On QFE the reading is right at the aerodrome; only the air above it is warm or cold. */
function aboveAerodrome(height: Height, sea: SeaPressure): Range {
  const setting = height.settingDecihectopascals;
  const stated = exact(height);
  if (setting === undefined) {
    return plus(GROUND_METRES, warmed(widened(stated, UNSTATED_QFE_METRES)));
  }
  // The QNH is the QFE brought to the sea by the standard atmosphere, so no warmth comes in here.
  const aerodrome = minus(settingMetres(setting), sea.metres);
  const drift = settingMetres(setting, STATED_DECIHECTOPASCALS)[1] - isaHeightMetres(setting / 10);
  return plus(aerodrome, warmed(widened(stated, drift)));
}

function exact(height: Height): Range {
  return [height.centimetres / 100, height.centimetres / 100];
}

/** In air up to 25 degrees off standard. */
function warmed([least, greatest]: Range): Range {
  return [least - airMetres(least), greatest + airMetres(greatest)];
}

function airMetres(metres: number): number {
  const tall = Math.abs(metres);
  const aloft = Math.max(0, tall - ALOFT_METRES);
  return TEMPERATURE_SHARE * (tall - aloft) + TEMPERATURE_SHARE_ALOFT * aloft;
}

/** The height that the warmest air stretches to `metres`. */
function unstretched(metres: number): number {
  if (metres < 0) return -unshrunk(-metres);
  const knee = ALOFT_METRES * (1 + TEMPERATURE_SHARE);
  if (metres <= knee) return metres / (1 + TEMPERATURE_SHARE);
  return ALOFT_METRES + (metres - knee) / (1 + TEMPERATURE_SHARE_ALOFT);
}

/** The height that the coldest air shrinks to `metres`. */
function unshrunk(metres: number): number {
  if (metres < 0) return -unstretched(-metres);
  const knee = ALOFT_METRES * (1 - TEMPERATURE_SHARE);
  if (metres <= knee) return metres / (1 - TEMPERATURE_SHARE);
  return ALOFT_METRES + (metres - knee) / (1 - TEMPERATURE_SHARE_ALOFT);
}
