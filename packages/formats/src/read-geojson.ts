// A GeoJSON Feature (RFC 7946) as volumes. Its properties state what GeoJSON has no place for:
// id, party, lower, upper, start, end; of a Point radiusMetres, or semiMajorMetres,
// semiMinorMetres and azimuthDegrees; of a LineString halfWidthMetres; and what a volume may have
// beside (read-extras.ts).
import type { Position } from '@parley/geo';
import type { Shape, Volume } from '@parley/conflict';
import type { Findings } from './format-fault.ts';
import { isList, isMissing, isObject, shown } from './json-value.ts';
import type { JsonObject } from './json-value.ts';
import { VERTICES_MAX, VOLUMES_MAX } from './limits.ts';
import { readExtras } from './read-extras.ts';
import {
  readBound,
  readLatLon,
  readMetres,
  readName,
  readNumber,
  readTime,
} from './read-fields.ts';

/** What a format states of one feature; parts that were refused are left out. */
export type StatedFeature = {
  readonly id: string | undefined;
  readonly party: string;
  readonly volumes: readonly Volume[];
};

const GEOMETRIES =
  'a Polygon, MultiPolygon, Point with radiusMetres or semiMajorMetres, or LineString with ' +
  'halfWidthMetres';

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
  const extras = readExtras(properties, findings);
  const volumes = (outlines ?? []).map((outline): Volume => ({
    outline,
    band: { lower, upper, ...extras.band },
    window: { startMs, endMs, ...extras.window },
    ...extras.volume,
  }));
  return { id, party, volumes };
}

function readGeometry(
  geometry: JsonObject,
  properties: JsonObject,
  findings: Findings,
): Shape[] | undefined {
  const { type, coordinates } = geometry;
  const field = 'geometry.coordinates';
  if (type === 'Polygon') return listOf(readPolygon(coordinates, field, findings));
  if (type === 'MultiPolygon') return readPolygons(coordinates, field, findings);
  if (type === 'Point') return listOf(readAround(coordinates, properties, findings));
  if (type === 'LineString') return listOf(readCorridor(coordinates, properties, findings));
  return findings.refuse('geometry.type', `is ${shown(type)}`, GEOMETRIES);
}

function readPolygons(
  coordinates: unknown,
  field: string,
  findings: Findings,
): Shape[] | undefined {
  if (!isList(coordinates) || coordinates.length === 0 || coordinates.length > VOLUMES_MAX) {
    return findings.refuse(field, `is ${shown(coordinates)}`, `1 to ${VOLUMES_MAX} polygons`);
  }
  return coordinates.flatMap(
    (rings, i) => listOf(readPolygon(rings, `${field}[${i}]`, findings)) ?? [],
  );
}

function readPolygon(rings: unknown, field: string, findings: Findings): Shape | undefined {
  if (!isList(rings) || rings.length === 0) {
    return findings.refuse(field, `is ${shown(rings)}`, 'a list of one ring');
  }
  if (rings.length > VERTICES_MAX / 3) {
    return findings.refuse(field, `has ${rings.length} rings`, 'one ring, and its holes');
  }
  const read = rings.map((ring, i) => readRing(ring, `${field}[${i}]`, findings));
  if (!read.every((ring) => ring !== undefined)) return undefined;
  const [ring, ...holes] = read;
  if (ring === undefined) return undefined;
  return holes.length === 0 ? { kind: 'polygon', ring } : { kind: 'polygon', ring, holes };
}

function readRing(stated: unknown, field: string, findings: Findings): Position[] | undefined {
  const ring = readLine(stated, field, VERTICES_MAX + 1, findings);
  if (ring === undefined) return undefined;
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.latE7 !== last?.latE7 || first?.lonE7 !== last?.lonE7) {
    const right = 'four positions or more, the last the same as the first (RFC 7946, 3.1.6)';
    return findings.refuse(field, `is not closed, or shorter than four positions`, right);
  }
  return ring.slice(0, -1);
}

/** All within a distance of a point, or an ellipse about it. */
function readAround(
  coordinates: unknown,
  properties: JsonObject,
  findings: Findings,
): Shape | undefined {
  const centre = readPoint(coordinates, 'geometry.coordinates', findings);
  if (!isMissing(properties['semiMajorMetres'])) return readEllipse(centre, properties, findings);
  const radiusCentimetres = readMetres(properties['radiusMetres'], 'radiusMetres', findings);
  if (centre === undefined || radiusCentimetres === undefined) return undefined;
  return { kind: 'circle', centre, radiusCentimetres };
}

function readEllipse(
  centre: Position | undefined,
  properties: JsonObject,
  findings: Findings,
): Shape | undefined {
  const metres = (name: string): number | undefined => readMetres(properties[name], name, findings);
  if (!isMissing(properties['radiusMetres'])) {
    const right = 'radiusMetres for a circle, or the axes of an ellipse';
    findings.refuse('radiusMetres', 'stands beside semiMajorMetres', right);
  }
  const [semiMajorCentimetres, semiMinorCentimetres] = [
    metres('semiMajorMetres'),
    metres('semiMinorMetres'),
  ];
  const azimuth = readNumber(properties['azimuthDegrees'], 'azimuthDegrees', 'degrees', findings);
  if (centre === undefined || semiMajorCentimetres === undefined) return undefined;
  if (semiMinorCentimetres === undefined || azimuth === undefined) return undefined;
  const azimuthMillidegrees = Math.round(azimuth * 1000);
  return {
    kind: 'ellipse',
    centre,
    semiMajorCentimetres,
    semiMinorCentimetres,
    azimuthMillidegrees,
  };
}

function readCorridor(
  coordinates: unknown,
  properties: JsonObject,
  findings: Findings,
): Shape | undefined {
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
