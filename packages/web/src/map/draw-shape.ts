// Drawing on the map with terra-draw: one shape at a time, handed back as positions. The shape is
// then the draft's own text; nothing drawn stays on the map by itself.
import { inverse, positionOf } from '@parley/geo';
import type { Position } from '@parley/geo';
import type { Feature, Geometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Drawn, DrawRequest } from './drawing.ts';
import { readPalette } from './palette.ts';
import { wrappedDegrees } from './unwrap.ts';

type HexColour = `#${string}`;
/** A pointer is not finer than this: drawn positions are rounded to 1e-5 degree, about a metre. */
const DRAWN_E7 = 100;

/** Lets the seat draw `request.shape`. The function returned stops it without an answer. */
export function drawShape(map: MapLibreMap, request: DrawRequest): () => void {
  const ours = readPalette().ours as HexColour;
  const edge = { outlineColor: ours, outlineWidth: 2, fillColor: ours, fillOpacity: 0.15 };
  const mode = {
    polygon: () => new TerraDrawPolygonMode({ styles: edge }),
    circle: () => new TerraDrawCircleMode({ styles: edge, projection: 'globe' }),
    corridor: () =>
      new TerraDrawLineStringMode({ styles: { lineStringColor: ours, lineStringWidth: 2 } }),
  }[request.shape]();
  const draw = new TerraDraw({ adapter: new TerraDrawMapLibreGLAdapter({ map }), modes: [mode] });
  const stop = (): void => {
    if (draw.enabled) draw.stop();
    map.getCanvas().style.cursor = '';
  };
  draw.start();
  draw.setMode(mode.mode);
  draw.on('finish', (id) => {
    const feature = draw.getSnapshotFeature(id) as Feature | undefined;
    const drawn = drawnOf(request.shape, feature?.geometry);
    // Not inside terra-draw's own event: it goes on to touch what stop would remove.
    queueMicrotask(() => {
      stop();
      request.done(drawn);
    });
  });
  return stop;
}

function drawnOf(shape: DrawRequest['shape'], geometry: Geometry | undefined): Drawn | undefined {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'LineString') return undefined;
  const closed = geometry.type === 'Polygon';
  const points = (closed ? (geometry.coordinates[0] ?? []) : geometry.coordinates)
    .slice(0, closed ? -1 : undefined)
    .flatMap(([lon = NaN, lat = NaN]) => {
      const position = positionOf(lat, wrappedDegrees(lon));
      return position.ok ? [position.value] : [];
    });
  if (shape !== 'circle') return { points: points.map(rounded), radiusMetres: undefined };
  const centre = rounded(middleOf(points));
  const [onEdge] = points;
  if (onEdge === undefined) return undefined;
  return { points: [centre], radiusMetres: inverse(centre, onEdge).distanceMetres };
}

/** The middle of points spread evenly around it: the direction of the sum of their unit vectors. */
function middleOf(points: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0];
  for (const { latE7, lonE7 } of points) {
    const [lat, lon] = [(latE7 * Math.PI) / 1.8e9, (lonE7 * Math.PI) / 1.8e9];
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  const toE7 = 1.8e9 / Math.PI;
  return {
    latE7: Math.round(Math.atan2(z, Math.hypot(x, y)) * toE7),
    lonE7: Math.round(Math.atan2(y, x) * toE7),
  };
}

function rounded({ latE7, lonE7 }: Position): Position {
  const at = (e7: number): number => Math.round(e7 / DRAWN_E7) * DRAWN_E7 + 0;
  return { latE7: at(latE7), lonE7: at(lonE7) };
}
