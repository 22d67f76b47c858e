// `geo:` URIs (RFC 5870): WGS-84 latitude and longitude, with an uncertainty in metres.
import type { Position, PositionOutcome } from '../position/position.ts';
import { positionOf } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';

/** "geo:35.3358889,40.1408056", always with seven decimals: fewer would say less than is known. */
export function writeGeoUri({ latE7, lonE7 }: Position): string {
  const degrees = (e7: number): string => (e7 / 1e7).toFixed(7);
  return `geo:${degrees(latE7)},${degrees(lonE7)}`;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const URI = new RegExp(`^(${NUMBER}),(${NUMBER})(,${NUMBER})?((?:;[^;]*)*)$`, 'i');
const METRES_PER_DEGREE = 111_120;

/**
 * Reads a URI that begins with "geo:"; undefined for any other text. An altitude is refused,
 * because a height has a field of its own; so are other reference systems, and parameters that are
 * not known.
 */
export function readGeoUri(text: string): PositionOutcome | undefined {
  const start = /^\s*geo:/i.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const parts = URI.exec(text.slice(start).trimEnd());
  if (parts === null) return refuse(text, start, 'latitude and longitude, as in geo:35.3,40.1');
  const [, lat = '', lon = '', altitude, parameters = ''] = parts;
  const lonAt = start + lat.length + 1;
  if (altitude !== undefined) {
    return refuse(text, lonAt + lon.length, 'no altitude: a height is entered as a height', 2);
  }
  const position = positionOf(Number(lat), Number(lon));
  if (!position.ok) {
    const atLat = !(Math.abs(Number(lat)) <= 90);
    return refuse(text, atLat ? start : lonAt, position.refusal.expected);
  }
  let uncertain = 0;
  let at = lonAt + lon.length;
  for (const parameter of parameters.split(';').slice(1)) {
    const [name = '', value = ''] = parameter.split('=');
    const isCrs = name.toLowerCase() === 'crs' && value.toLowerCase() === 'wgs84';
    const isUncertainty = name.toLowerCase() === 'u' && /^\d+(?:\.\d+)?$/.test(value);
    if (!isCrs && !isUncertainty) {
      return refuse(text, at + 1, 'crs=wgs84 or u= with metres', Math.max(1, parameter.length));
    }
    if (isUncertainty) uncertain = Number(value);
    at += parameter.length + 1;
  }
  const decimals = Math.min(decimalsOf(lat), decimalsOf(lon));
  const digit = Number((METRES_PER_DEGREE / 10 ** decimals).toPrecision(3));
  const precisionMetres = Math.max(uncertain, digit);
  const transformation = 'WGS-84 as stated';
  const value = { position: position.value, form: 'GEO' as const, precisionMetres };
  return { ok: true, value: { ...value, transformation, accuracyMetres: 0, asEntered: text } };
}

function decimalsOf(text: string): number {
  return (text.split('.')[1] ?? '').length;
}
