// The map's style: which layer shows what, in which colours. Edge, hatching and words stand beside
// colour everywhere: solid is ours, long dashes are theirs, hatched is a conflict.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { graticule } from './graticule.ts';
import type { Palette } from './palette.ts';

/** Layers that a click takes in hand. */
export const TAKEN_BY_CLICK = ['areas', 'area-edges-ours', 'area-edges-theirs', 'marks', 'labels'];
export const OWN_SOURCES = ['areas', 'labels', 'approaches', 'places', 'found'] as const;
const NOTHING = { type: 'FeatureCollection' as const, features: [] };

/** The whole style for a palette, its sources still empty but for the graticule. */
export function mapStyle(palette: Palette): StyleSpecification {
  const own = Object.fromEntries(
    ['land', ...OWN_SOURCES].map((name) => [name, { type: 'geojson' as const, data: NOTHING }]),
  );
  return {
    version: 8,
    sources: {
      ...own,
      'graticule-10': { type: 'geojson', data: graticule(600) },
      'graticule-1': { type: 'geojson', data: graticule(60) },
      'graticule-10m': { type: 'geojson', data: graticule(10) },
    },
    layers: [...baseLayers(palette), ...areaLayers(palette), ...labelLayers(palette)],
  };
}

function baseLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    graticuleLayer(palette, 'graticule-10', 0),
    graticuleLayer(palette, 'graticule-1', 4),
    graticuleLayer(palette, 'graticule-10m', 7.5),
    {
      id: 'coast',
      type: 'line',
      source: 'land',
      paint: { 'line-color': palette.coast, 'line-width': 1 },
    },
    graticuleLabels(palette, 'graticule-10', 2, 4.5),
    graticuleLabels(palette, 'graticule-1', 4.5, 7.5),
    graticuleLabels(palette, 'graticule-10m', 7.5, 24),
  ];
}

function graticuleLayer(palette: Palette, source: string, minzoom: number): LayerSpecification {
  const paint = { 'line-color': palette.line, 'line-width': 0.7, 'line-opacity': 0.85 };
  return { id: source, type: 'line', source, minzoom, paint };
}

function graticuleLabels(
  palette: Palette,
  source: string,
  minzoom: number,
  maxzoom: number,
): LayerSpecification {
  return {
    id: `${source}-labels`,
    type: 'symbol',
    source,
    minzoom,
    maxzoom,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': ['get', 'label'],
      'text-font': ['JetBrains Mono'],
      'text-size': 10,
      'text-padding': 24,
    },
    paint: { 'text-color': palette.quiet, 'text-opacity': 0.7, ...halo(palette) },
  };
}

function toneColour(palette: Palette): ExpressionSpecification {
  return [
    'match',
    ['get', 'tone'],
    ['danger', 'conflict'],
    palette.danger,
    'theirs',
    palette.theirs,
    palette.ours,
  ];
}

const EDGE_WIDTH: ExpressionSpecification = ['case', ['get', 'chosen'], 3.5, 1.8];
const EDGE_OPACITY: ExpressionSpecification = ['case', ['get', 'ended'], 0.35, 1];

function areaLayers(palette: Palette): LayerSpecification[] {
  const colour = toneColour(palette);
  const edge = { 'line-color': colour, 'line-width': EDGE_WIDTH, 'line-opacity': EDGE_OPACITY };
  const isTone = (...tones: string[]): ExpressionSpecification => [
    'in',
    ['get', 'tone'],
    ['literal', tones],
  ];
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': colour, 'fill-opacity': fillOpacity() },
    },
    {
      id: 'hatching',
      type: 'fill',
      source: 'areas',
      filter: ['all', ['get', 'conflict'], ['!', ['get', 'ended']]],
      paint: { 'fill-pattern': 'hatching', 'fill-opacity': 0.4 },
    },
    {
      id: 'conflict-edges',
      type: 'line',
      source: 'areas',
      filter: ['all', ['get', 'conflict'], ['!', ['get', 'ended']], ['!', isTone('draft')]],
      paint: { 'line-color': palette.danger, 'line-width': 5, 'line-opacity': 0.55 },
    },
    {
      id: 'area-edges-ours',
      type: 'line',
      source: 'areas',
      filter: isTone('ours', 'danger'),
      paint: edge,
    },
    {
      id: 'area-edges-theirs',
      type: 'line',
      source: 'areas',
      filter: isTone('theirs'),
      paint: { ...edge, 'line-dasharray': [6, 2.5] },
    },
    {
      id: 'area-edges-draft',
      type: 'line',
      source: 'areas',
      filter: isTone('draft'),
      paint: { ...edge, 'line-width': 2.5, 'line-opacity': 0.8, 'line-dasharray': [1.5, 1] },
    },
    {
      id: 'approaches',
      type: 'line',
      source: 'approaches',
      paint: { 'line-color': palette.danger, 'line-width': 2, 'line-dasharray': [2, 1] },
    },
  ];
}

function fillOpacity(): ExpressionSpecification {
  return [
    'case',
    ['get', 'ended'],
    0.04,
    ['==', ['get', 'tone'], 'draft'],
    0.1,
    ['get', 'chosen'],
    0.36,
    ['get', 'active'],
    0.28,
    0.16,
  ];
}

function labelLayers(palette: Palette): LayerSpecification[] {
  const text = { 'text-font': ['Inter'], 'text-size': 12, 'text-padding': 3 };
  return [
    {
      id: 'places',
      type: 'circle',
      source: 'places',
      paint: { 'circle-radius': 2.5, 'circle-color': palette.text },
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      layout: {
        ...text,
        'text-field': ['get', 'text'],
        'text-anchor': 'left',
        'text-offset': [0.6, 0],
      },
      paint: { 'text-color': palette.text, ...halo(palette) },
    },
    {
      id: 'marks',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'tone'], 'danger'],
      layout: { 'icon-image': 'octagon', 'icon-allow-overlap': true },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      layout: {
        ...text,
        'text-field': labelText(),
        // Around the point, wherever there is room, so that no label is dropped for another.
        'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
        'text-radial-offset': ['match', ['get', 'tone'], 'danger', 1.3, 0.6],
        'text-max-width': 24,
        'symbol-sort-key': ['match', ['get', 'tone'], 'draft', 0, 'conflict', 1, 'danger', 2, 3],
      },
      paint: {
        'text-color': toneColour(palette),
        'text-opacity': ['case', ['get', 'ended'], 0.5, 1],
        ...halo(palette),
      },
    },
    {
      id: 'found',
      type: 'circle',
      source: 'found',
      paint: {
        'circle-radius': 7,
        'circle-opacity': 0,
        'circle-stroke-color': palette.amber,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}

// The picture beside the words is part of the text, so both are placed or dropped together.
function labelText(): ExpressionSpecification {
  return [
    'case',
    ['==', ['get', 'tone'], 'draft'],
    ['format', ['image', 'lock'], {}, ' ', {}, ['get', 'text'], {}],
    ['==', ['get', 'tone'], 'conflict'],
    ['format', ['image', 'hatched'], {}, ' ', {}, ['get', 'text'], {}],
    ['get', 'text'],
  ];
}

function halo({ page }: Palette) {
  return { 'text-halo-color': page, 'text-halo-width': 1.6 };
}
