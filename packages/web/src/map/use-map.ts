// The one MapLibre map of the page: made once, coloured anew when the mode changes, its worker a
// file of our own so that the content security policy holds.
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature } from 'geojson';
import { GeoJSONSource, Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useMode } from '../theme/mode.ts';
import { loadLand } from './base-map.ts';
import { hatched, hatching, IMAGE_RATIO, lock, octagon } from './map-images.ts';
import type { OWN_SOURCES } from './map-style.ts';
import { mapStyle } from './map-style.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';

setWorkerUrl(workerUrl);

/** Ready to be drawn on, still being made, or a sentence that says why there is none. */
export type MapState =
  | { readonly kind: 'making' }
  | { readonly kind: 'ready'; readonly map: MapLibreMap }
  | { readonly kind: 'none'; readonly sentence: string };

const NO_MAP =
  'The map cannot be drawn: this browser has no WebGL. The list and the time bars show the same.';
const ZOOM_MAX = 18;

/** Makes the map inside `holder` and keeps its colours those of the mode. */
export function useMapIn(holder: RefObject<HTMLElement | null>): MapState {
  const [state, setState] = useState<MapState>({ kind: 'making' });
  useEffect(() => {
    if (holder.current === null) return undefined;
    const made = makeMap(holder.current);
    if (made === undefined) {
      setState({ kind: 'none', sentence: NO_MAP });
      return undefined;
    }
    const loaded = (): void => {
      addImages(made, readPalette());
      setState({ kind: 'ready', map: made });
    };
    made.on('load', loaded);
    return () => {
      setState({ kind: 'making' });
      made.remove();
    };
  }, [holder]);
  const map = state.kind === 'ready' ? state.map : undefined;
  useColours(map);
  useLand(map);
  return state;
}

/** Replaces what one of the map's own sources holds. */
export function setFeatures(
  map: MapLibreMap,
  source: (typeof OWN_SOURCES)[number] | 'land',
  features: readonly Feature[],
): void {
  const found = map.getSource(source);
  if (!(found instanceof GeoJSONSource)) throw new Error(`the map has no source "${source}"`);
  void found.setData({ type: 'FeatureCollection', features: [...features] });
}

function makeMap(container: HTMLElement): MapLibreMap | undefined {
  const probe = document.createElement('canvas');
  if (probe.getContext('webgl2') === null) return undefined;
  const map = new MapLibreMap({
    container,
    style: mapStyle(readPalette()),
    center: [20, 30],
    zoom: 1.4,
    maxZoom: ZOOM_MAX,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': 'Map' },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-right');
  return map;
}

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2];

function useColours(map: MapLibreMap | undefined): void {
  const { mode } = useMode();
  useEffect(() => {
    if (map === undefined) return;
    const palette = readPalette();
    for (const layer of mapStyle(palette).layers) {
      for (const [name, value] of Object.entries<unknown>(layer.paint ?? {})) {
        map.setPaintProperty(layer.id, name as PaintName, value as PaintValue);
      }
    }
    addImages(map, palette);
  }, [map, mode]);
}

function useLand(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (map === undefined) return undefined;
    let left = false;
    const show = async (): Promise<void> => {
      const land = await loadLand();
      if (!left && land !== undefined) setFeatures(map, 'land', land.features);
    };
    void show();
    return () => {
      left = true;
    };
  }, [map]);
}

function addImages(map: MapLibreMap, palette: Palette): void {
  const images = {
    hatching: hatching(palette),
    hatched: hatched(palette),
    octagon: octagon(palette),
    lock: lock(palette),
  };
  for (const [name, image] of Object.entries(images)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
  }
}
