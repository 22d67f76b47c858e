// A GeoJSON Feature (RFC 7946) as volumes. Its properties state what GeoJSON has no place for:
// id, party, lower, upper, start, end, and radiusMetres (Point) or halfWidthMetres (LineString).
import type { Outline, Position } from '@parley/geo';
import type { Volume } from '@parley/conflict';
import type { Findings } from './format-fault.ts';
import { isList, isMissing, isObject, shown } from './json-value.ts';
import type { JsonObject } from './json-value.ts';
import { VERTICES_MAX, VOLUMES_MAX } from './limits.ts';
import { readBound, readLatLon, readMetres, readName, readTime } from './read-fields.ts';

/** What a format states of one feature; parts that were refused are left out. */
export type StatedFeature = {
  readonly id: string | undefined;
  readonly party: string;
  readonly volumes: readonly Volume[];
};

const GEOMETRIES =
  'a Polygon, MultiPolygon, Point with radiusMetres or LineString with halfWidthMetres';

/** Reads one Feature; with any finding, the feature as a whole is to be refused. */
export function readGeoJsonFeature(feature: JsonObject, findings: Findings): StatedFeature {
  const { properties: stated, geometry } = feature;
  const properties = isObject(stated) ? stated : {};
  const id = readName(properties['id'] ?? feature['id'], 'id', findings);
  if (id === undefined && isMissing(properties['id'] ?? feature['id'])) {
    findings.refuse('id', 'missing', 'an id that no other feature has');
  }
  const party = readName(properties['party'], 'party', findings) ?? '';
  const lower = readBound(properties['lower'], 'lower', findings);
  const upper = readBound(properties['upper'], 'upper', findings);
  const startMs = readTime(properties['start'], 'start', findings);
  const endMs = readTime(properties['end'], 'end', findings);
  const outlines = isObject(geometry) ? readGeometry(geometry, properties, findings) : undefined;
  if (!isObject(geometry)) findings.refuse('geometry', `is ${shown(geometry)}`, GEOMETRIES);
  if (lower === undefined || upper === undefined || startMs === undefined || endMs === undefined) {
    return { id, party, volumes: [] };
  }
  const volumes = (outlines ?? []).map((outline) => ({
    outline,
    band: { lower, upper },
    window: { startMs, endMs },
  }));
  return { id, party, volumes };
}

function readGeometry(
  geometry: JsonObject,
  properties: JsonObject,
  findings: Findings,
): Outline[] | undefined {
  const { type, coordinates } = geometry;
  const field = 'geometry.coordinates';
  if (type === 'Polygon') return listOf(readPolygon(coordinates, field, findings));
  if (type === 'MultiPolygon') return readPolygons(coordinates, field, findings);
  if (type === 'Point') return listOf(readCircle(coordinates, properties, findings));
  if (type === 'LineString') return listOf(readCorridor(coordinates, properties, findings));
  return findings.refuse('geometry.type', `is ${shown(type)}`, GEOMETRIES);
}

function readPolygons(
  coordinates: unknown,
  field: string,
  findings: Findings,
): Outline[] | undefined {
  if (!isList(coordinates) || coordinates.length === 0 || coordinates.length > VOLUMES_MAX) {
    return findings.refuse(field, `is ${shown(coordinates)}`, `1 to ${VOLUMES_MAX} polygons`);
  }
  return coordinates.flatMap(
    (rings, i) => listOf(readPolygon(rings, `${field}[${i}]`, findings)) ?? [],
  );
}

function readPolygon(rings: unknown, field: string, findings: Findings): Outline | undefined {
  if (!isList(rings) || rings.length === 0) {
    return findings.refuse(field, `is ${shown(rings)}`, 'a list of one ring');
  }
  if (rings.length > 1) {
    const fault = `has ${rings.length - 1} hole${rings.length > 2 ? 's' : ''}`;
    const right = 'one ring: a volume has no holes, so state the area around the hole as several';
    return findings.refuse(field, fault, right);
  }
  const ring = readLine(rings[0], `${field}[0]`, VERTICES_MAX + 1, findings);
  if (ring === undefined) return undefined;
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.latE7 !== last?.latE7 || first?.lonE7 !== last?.lonE7) {
    const right = 'four positions or more, the last the same as the first (RFC 7946, 3.1.6)';
    return findings.refuse(`${field}[0]`, `is not closed, or shorter than four positions`, right);
  }
  return { kind: 'polygon', ring: ring.slice(0, -1) };
}

function readCircle(
  coordinates: unknown,
  properties: JsonObject,
  findings: Findings,
): Outline | undefined {
  const centre = readPoint(coordinates, 'geometry.coordinates', findings);
  const radiusCentimetres = readMetres(properties['radiusMetres'], 'radiusMetres', findings);
  if (centre === undefined || radiusCentimetres === undefined) return undefined;
  return { kind: 'circle', centre, radiusCentimetres };
}

function readCorridor(
  coordinates: unknown,
  properties: JsonObject,
  findings: Findings,
): Outline | undefined {
  const line = readLine(coordinates, 'geometry.coordinates', VERTICES_MAX, findings);
  const halfWidth = readMetres(properties['halfWidthMetres'], 'halfWidthMetres', findings);
  if (line === undefined || halfWidth === undefined) return undefined;
  return { kind: 'corridor', line, halfWidthCentimetres: halfWidth };
}

function readLine(
  coordinates: unknown,
  field: string,
  most: number,
  findings: Findings,
): Position[] | undefined {
  if (!isList(coordinates) || coordinates.length > most) {
    return findings.refuse(field, `is ${shown(coordinates)}`, `a list of up to ${most} positions`);
  }
  const points = coordinates.map((point, i) => readPoint(point, `${field}[${i}]`, findings));
  return points.every((point) => point !== undefined) ? points : undefined;
}

/** A GeoJSON position: longitude before latitude. A third number is not the volume's height. */
function readPoint(value: unknown, field: string, findings: Findings): Position | undefined {
  if (!isList(value) || value.length < 2) {
    return findings.refuse(field, `is ${shown(value)}`, '[longitude, latitude]');
  }
  if (value.length > 2 && findings.notes.length === 0) {
    findings.notes.push('heights in the coordinates are not used: lower and upper state the band');
  }
  return readLatLon(value[1], value[0], field, findings);
}

function listOf<T>(item: T | undefined): T[] | undefined {
  return item === undefined ? undefined : [item];
}
