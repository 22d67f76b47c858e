// When the sun rises and sets, and civil twilight: the computed instant, and the span in which it
// can be. Where the sun does not cross the horizon, or only grazes it, that is said.
import {
  Body,
  EquatorFromVector,
  GeoVector,
  MakeTime,
  RotateVector,
  Rotation_EQJ_EQD,
  SiderealTime,
} from 'astronomy-engine';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';
import type { Reading } from '../reading/reading.ts';
import { DAY_MS } from './calendar.ts';
import { writeInstant } from './time.ts';

/** Civil dawn: the sun's centre comes to 6 degrees below the horizon; dusk: it sinks that deep. */
export type SunEvent = 'sunrise' | 'sunset' | 'civil-dawn' | 'civil-dusk';

/** Instants in integer milliseconds UTC. The event is not before `earliestMs` or after `latestMs`,
 * as far as `SUN_MARGIN_DEGREES` covers what moves it. */
export type SunTime = {
  readonly ms: number;
  readonly earliestMs: number;
  readonly latestMs: number;
};

/** What the sun does where it does not clearly cross the altitude of the event. */
export type SunStays = 'stays above' | 'stays below' | 'only grazes';

/**
 * The altitude of the sun's centre, degrees, without refraction. -50' for rising and setting (34'
 * of refraction and 16' of semi-diameter, horizon at sea level) and -6 degrees for civil twilight:
 * the Explanatory Supplement to the Astronomical Almanac; ICAO Annex 11 for civil twilight.
 */
export const SUN_ALTITUDE_DEGREES: Readonly<Record<SunEvent, number>> = {
  sunrise: -50 / 60,
  sunset: -50 / 60,
  'civil-dawn': -6,
  'civil-dusk': -6,
};

/**
 * How far the sun may be from there when the event is seen or printed, degrees either way: 1.2
 * minutes at the equator, 1.9 at 50 degrees at an equinox, more where the sun sinks at a slant. It
 * covers half of the standard refraction or the dip of the horizon from 85 m up (1.76' times the
 * root of the metres), and tables rounded to a minute. A mountain horizon it does not cover.
 */
export const SUN_MARGIN_DEGREES = 0.3;

/** What the events of one day need of the sky. Kept by the caller, who may let it go any time. */
export type SunSky = Map<number, SkyOfDay>;

/** The unit vector to the sun in the true equator and equinox of date, and the sidereal time. */
type SkyOfDay = {
  readonly vector: readonly [number, number, number];
  readonly siderealDegrees: number;
};

const RADIANS = Math.PI / 180;
const J2000_MS = 946_728_000_000;
/** Degrees that the Earth turns in 86,400 s: IERS Conventions (2010), mean sidereal time. */
const TURN_DEGREES_PER_DAY = 360.985_647_366;

/**
 * The event of the solar day (midnight to midnight by the sun) whose noon at `position` is nearest
 * to `nearMs`, integer milliseconds UTC. The sun's place is astronomy-engine's. Refused, naming the
 * date of that noon in UTC, where the sun stays up or down, or only grazes that altitude.
 */
export function sunTimeNear(event: SunEvent, position: Position, nearMs: number): Reading<SunTime> {
  const solarDay = Math.round((nearMs - noonOf(0, position.lonE7)) / DAY_MS);
  const time = sunTimeOf(event, position, solarDay, new Map());
  if (typeof time !== 'string') return { ok: true, value: time };
  return noSunEvent(event, time, position, writeInstant(noonOf(solarDay, position.lonE7)));
}

/** The refusal of a day without the event; `date` is a text that begins with the date. */
export function noSunEvent(
  event: SunEvent,
  stays: SunStays,
  position: Position,
  date: string,
): { readonly ok: false; readonly refusal: { at: number; found: string } & Expectation } {
  const found = date.slice(0, 10);
  const [lat, lon] = [(position.latE7 / 1e7).toFixed(2), (position.lonE7 / 1e7).toFixed(2)];
  const expected = `a day with ${event === 'sunrise' || event === 'sunset' ? 'a' : 'the'} ${event}`;
  const level = event === 'sunrise' || event === 'sunset' ? 'the horizon' : '6 degrees below it';
  const sentence =
    `Expected ${expected}, but on ${found} at latitude ${lat}, longitude ${lon} ` +
    `the sun ${stays} ${level}.`;
  return { ok: false, refusal: { at: 0, found, expected, sentence } };
}

type Expectation = { expected: string; sentence: string };

/** Mean noon of a solar day at a longitude; day 0 is that of 1970-01-01 at Greenwich. */
export function noonOf(solarDay: number, lonE7: number): number {
  return Math.round((solarDay + 0.5 - lonE7 / 3.6e9) * DAY_MS);
}

/** The event on a solar day by its number, as `noonOf` counts them. */
export function sunTimeOf(
  event: SunEvent,
  position: Position,
  solarDay: number,
  sky: SunSky,
): SunTime | SunStays {
  const rising = event === 'sunrise' || event === 'civil-dawn';
  const noonMs = transitNear(noonOf(solarDay, position.lonE7), position, 0, sky);
  const away = rising ? -DAY_MS / 2 : DAY_MS / 2;
  const nightMs = transitNear(noonMs + away, position, 180, sky);
  const altitude = SUN_ALTITUDE_DEGREES[event];
  const highest = altitudeDegrees(noonMs, position, sky);
  const lowest = altitudeDegrees(nightMs, position, sky);
  if (highest < altitude - SUN_MARGIN_DEGREES) return 'stays below';
  if (lowest > altitude + SUN_MARGIN_DEGREES) return 'stays above';
  if (highest <= altitude + SUN_MARGIN_DEGREES) return 'only grazes';
  if (lowest >= altitude - SUN_MARGIN_DEGREES) return 'only grazes';
  const at = (target: number): number => crossing(nightMs, noonMs, target, position, sky);
  const [low, high] = [at(altitude - SUN_MARGIN_DEGREES), at(altitude + SUN_MARGIN_DEGREES)];
  return { ms: at(altitude), earliestMs: Math.min(low, high), latestMs: Math.max(low, high) };
}

/** Halves the span from the lowest to the highest sun until a millisecond is left. */
function crossing(
  lowMs: number,
  highMs: number,
  target: number,
  position: Position,
  sky: SunSky,
): number {
  let [low, high] = [lowMs, highMs];
  while (Math.abs(high - low) > 1) {
    const middle = Math.round((low + high) / 2);
    if (altitudeDegrees(middle, position, sky) < target) low = middle;
    else high = middle;
  }
  return high;
}

/** When the sun's hour angle is 0 or 180 degrees, nearest to `ms`. */
function transitNear(ms: number, position: Position, hourAngle: 0 | 180, sky: SunSky): number {
  let at = ms;
  for (let turn = 0; turn < 3; turn += 1) {
    const { vector, siderealDegrees } = skyAt(at, sky);
    const rightAscension = Math.atan2(vector[1], vector[0]) / RADIANS;
    const off = siderealDegrees + position.lonE7 / 1e7 - rightAscension - hourAngle;
    at -= ((off - 360 * Math.round(off / 360)) / 360) * DAY_MS;
  }
  return Math.round(at);
}

/** Of the sun's centre above the plane of the horizon, without refraction and parallax (9"). */
function altitudeDegrees(ms: number, position: Position, sky: SunSky): number {
  const { vector, siderealDegrees } = skyAt(ms, sky);
  const lat = (position.latE7 / 1e7) * RADIANS;
  const turned = (siderealDegrees + position.lonE7 / 1e7) * RADIANS;
  const [x, y, z] = vector;
  const outward = x * Math.cos(turned) + y * Math.sin(turned);
  const sine = Math.cos(lat) * outward + Math.sin(lat) * z;
  return Math.asin(Math.max(-1, Math.min(1, sine / Math.hypot(x, y, z)))) / RADIANS;
}

/** Between days by a parabola through three: within 0.1" (the third difference of the way). */
function skyAt(ms: number, sky: SunSky): SkyOfDay {
  const days = (ms - J2000_MS) / DAY_MS;
  const day = Math.round(days);
  const t = days - day;
  const [before, now, after] = [day - 1, day, day + 1].map((each) => skyOfDay(each, sky));
  const between = (axis: 0 | 1 | 2): number => {
    const [a, b, c] = [before, now, after].map((each) => present(each).vector[axis]);
    const [low, middle, high] = [present(a), present(b), present(c)];
    return middle + (t * (high - low)) / 2 + (t * t * (high - 2 * middle + low)) / 2;
  };
  const siderealDegrees = present(now).siderealDegrees + t * TURN_DEGREES_PER_DAY;
  return { vector: [between(0), between(1), between(2)], siderealDegrees };
}

function skyOfDay(day: number, sky: SunSky): SkyOfDay {
  const kept = sky.get(day);
  if (kept !== undefined) return kept;
  const time = MakeTime(day);
  const apparent = RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true));
  const { x, y, z } = EquatorFromVector(apparent).vec;
  const size = Math.hypot(x, y, z);
  const made: SkyOfDay = {
    vector: [x / size, y / size, z / size],
    siderealDegrees: SiderealTime(time) * 15,
  };
  sky.set(day, made);
  return made;
}
