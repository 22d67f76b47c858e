// ASTM F3548-21 volumes (the JSON of its Volume4D, and of operational intents that hold them).
// The standard says that a limit which is left out, or null, is no limit: that is made explicit
// here, and noted. Its polygons are not closed by repeating the first vertex.
import type { HeightBound, Outline } from '@parley/geo';
import { heightOf } from '@parley/geo';
import type { Volume } from '@parley/conflict';
import type { Findings } from './format-fault.ts';
import { isList, isMissing, isObject, shown } from './json-value.ts';
import type { JsonObject } from './json-value.ts';
import { VERTICES_MAX, VOLUMES_MAX } from './limits.ts';
import { readLatLon, readMetres, readName, readTime } from './read-fields.ts';
import type { StatedFeature } from './read-geojson.ts';

/** The widest window there is, 1970 to 2200: stands for a time that the standard leaves open. */
const TIME_MS_MIN = 0;
const TIME_MS_MAX = 7_258_118_400_000;

/** Whether a value has the shape of a Volume4D, or of an object that holds some. */
export function looksLikeF3548(value: unknown): value is JsonObject {
  return isObject(value) && (isObject(value['volume']) || volumesOf(value) !== undefined);
}

/** Reads one Volume4D, or an object with `volumes`, or an operational intent. */
export function readF3548(value: JsonObject, findings: Findings): StatedFeature {
  const reference = isObject(value['reference']) ? value['reference'] : value;
  const id = readName(value['id'] ?? reference['id'], 'id', findings);
  const owner = value['owner'] ?? value['manager'] ?? reference['manager'];
  const party = readName(owner, 'manager', findings) ?? '';
  const list = volumesOf(value);
  if (list === undefined) {
    const volume = readVolume4D(value, '', findings);
    return { id, party, volumes: volume === undefined ? [] : [volume] };
  }
  if (list.length === 0 || list.length > VOLUMES_MAX) {
    findings.refuse('volumes', `is ${shown(list)}`, `1 to ${VOLUMES_MAX} volumes`);
    return { id, party, volumes: [] };
  }
  const volumes = list.flatMap((item, i) => {
    const field = `volumes[${i}].`;
    if (isObject(item)) return readVolume4D(item, field, findings) ?? [];
    findings.refuse(`volumes[${i}]`, `is ${shown(item)}`, 'a Volume4D object');
    return [];
  });
  return { id, party, volumes };
}

/** `volumes`; in an operational intent, those of its details, off-nominal ones included. */
function volumesOf(value: JsonObject): readonly unknown[] | undefined {
  if (isList(value['volumes'])) return value['volumes'];
  const { details } = value;
  if (!isObject(details) || !isList(details['volumes'])) return undefined;
  const offNominal = details['off_nominal_volumes'];
  return [...details['volumes'], ...(isList(offNominal) ? offNominal : [])];
}

function readVolume4D(value: JsonObject, path: string, findings: Findings): Volume | undefined {
  const { volume, time_start: start, time_end: end } = value;
  if (!isObject(volume)) {
    return findings.refuse(`${path}volume`, `is ${shown(volume)}`, 'a Volume3D object');
  }
  const outline = readOutline(volume, `${path}volume.`, findings);
  const lower = readAltitude(volume['altitude_lower'], `${path}volume.altitude_lower`, findings);
  const upper = readAltitude(volume['altitude_upper'], `${path}volume.altitude_upper`, findings);
  const startMs = readF3548Time(start, `${path}time_start`, TIME_MS_MIN, findings);
  const endMs = readF3548Time(end, `${path}time_end`, TIME_MS_MAX, findings);
  if (outline === undefined || lower === undefined || upper === undefined) return undefined;
  if (startMs === undefined || endMs === undefined) return undefined;
  return { outline, band: { lower, upper }, window: { startMs, endMs } };
}

function readOutline(volume: JsonObject, path: string, findings: Findings): Outline | undefined {
  const { outline_polygon: polygon, outline_circle: circle } = volume;
  if (isMissing(polygon) === isMissing(circle)) {
    const fault = isMissing(circle) ? 'has no outline' : 'has two outlines';
    const right = 'exactly one of outline_polygon and outline_circle';
    return findings.refuse(path.slice(0, -1), fault, right);
  }
  return isMissing(circle)
    ? readPolygon(polygon, `${path}outline_polygon.vertices`, findings)
    : readCircle(circle, `${path}outline_circle`, findings);
}

function readPolygon(polygon: unknown, field: string, findings: Findings): Outline | undefined {
  const vertices = isObject(polygon) ? polygon['vertices'] : undefined;
  if (!isList(vertices) || vertices.length > VERTICES_MAX) {
    const right = `a list of 3 to ${VERTICES_MAX} vertices`;
    return findings.refuse(field, `is ${shown(vertices)}`, right);
  }
  const ring = vertices.map((vertex, i) => readVertex(vertex, `${field}[${i}]`, findings));
  return ring.every((vertex) => vertex !== undefined) ? { kind: 'polygon', ring } : undefined;
}

function readCircle(circle: unknown, field: string, findings: Findings): Outline | undefined {
  const stated = isObject(circle) ? circle : {};
  const centre = readVertex(stated['center'], `${field}.center`, findings);
  const radius = isObject(stated['radius']) ? stated['radius'] : {};
  const radiusCentimetres = readMetres(radius['value'], `${field}.radius.value`, findings);
  if (!isExactly(radius['units'], 'M', `${field}.radius.units`, findings)) return undefined;
  if (centre === undefined || radiusCentimetres === undefined) return undefined;
  return { kind: 'circle', centre, radiusCentimetres };
}

function readVertex(vertex: unknown, field: string, findings: Findings) {
  if (isObject(vertex)) return readLatLon(vertex['lat'], vertex['lng'], field, findings);
  return findings.refuse(field, `is ${shown(vertex)}`, '{"lat": degrees, "lng": degrees}');
}

function readAltitude(value: unknown, field: string, findings: Findings): HeightBound | undefined {
  if (isMissing(value)) {
    const lower = field.endsWith('altitude_lower');
    const meant = lower ? 'from the surface up' : 'unlimited upwards';
    findings.notes.push(`${field} is not stated: by ASTM F3548 the volume is ${meant}`);
    return lower ? { kind: 'surface' } : { kind: 'unlimited' };
  }
  const stated = isObject(value) ? value : {};
  const metres = stated['value'];
  const reference = isExactly(stated['reference'], 'W84', `${field}.reference`, findings);
  const units = isExactly(stated['units'], 'M', `${field}.units`, findings);
  if (typeof metres !== 'number') {
    return findings.refuse(`${field}.value`, `is ${shown(metres)}`, 'a number of metres');
  }
  if (!reference || !units) return undefined;
  const height = heightOf(metres, 'm', 'HAE');
  if (height.ok) return height.value;
  return findings.refuse(`${field}.value`, `is ${metres}`, height.refusal.expected);
}

function readF3548Time(
  value: unknown,
  field: string,
  openMs: number,
  findings: Findings,
): number | undefined {
  if (isMissing(value)) {
    const meant = openMs === TIME_MS_MIN ? 'begun at any time' : 'without end';
    findings.notes.push(`${field} is not stated: by ASTM F3548 the volume is ${meant}`);
    return openMs;
  }
  const stated = isObject(value) ? value : {};
  if (!isExactly(stated['format'], 'RFC3339', `${field}.format`, findings)) return undefined;
  return readTime(stated['value'], `${field}.value`, findings);
}

/** The standard allows one value only; it must be there all the same. */
function isExactly(value: unknown, only: string, field: string, findings: Findings): boolean {
  if (value === only) return true;
  findings.refuse(field, `is ${shown(value)}`, JSON.stringify(only));
  return false;
}
