// The base map in the box: coastlines of the world, no borders, served by the node itself. Its hash
// tells both sides which map the other one looked at.
import type { Feature, FeatureCollection, Position } from 'geojson';
import { feature } from 'topojson-client';
import landUrl from 'world-atlas/land-50m.json?url';
import { cell } from '../floor/cell.ts';
import { useCell } from '../floor/hooks.ts';
import { unwrappedDegrees } from './unwrap.ts';
import type { LonLat } from './unwrap.ts';

type Topology = Parameters<typeof feature>[0];

const baseMapHash = cell<string | undefined>(undefined);
let loading: Promise<FeatureCollection | undefined> | undefined;

/** SHA-256 of the base map's file, 64 hexadecimal digits; undefined until it has been loaded. */
export function useBaseMapHash(): string | undefined {
  return useCell(baseMapHash);
}

/**
 * Land as polygons, WGS-84 degrees (Natural Earth 1:50 million); undefined when the node did not
 * give it. Fetched once; asked for again after a failure.
 */
export function loadLand(): Promise<FeatureCollection | undefined> {
  loading ??= fetchLand().catch(() => {
    loading = undefined;
    return undefined;
  });
  return loading;
}

async function fetchLand(): Promise<FeatureCollection | undefined> {
  const answer = await fetch(landUrl);
  if (!answer.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  baseMapHash.set(digest.toHex());
  const topology = JSON.parse(new TextDecoder().decode(bytes)) as Topology;
  const land = topology.objects['land'];
  if (land === undefined) throw new Error('the base map holds no land');
  const shape = feature(topology, land);
  const features = shape.type === 'FeatureCollection' ? shape.features : [shape];
  return { type: 'FeatureCollection', features: features.map(unwrapped) };
}

// The rings of the file cross the antimeridian, and circle the South Pole, as they do on a globe.
function unwrapped(land: Feature): Feature {
  const { geometry } = land;
  if (geometry.type !== 'MultiPolygon' && geometry.type !== 'Polygon') return land;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons.map((rings) => rings.map(unwrappedLand));
  return { ...land, geometry: { type: 'MultiPolygon', coordinates } };
}

function unwrappedLand(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1).map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
  return unwrappedDegrees(open).map(([lon, lat]) => [lon, lat]);
}
