// What the map draws, from what passes the filter: areas, labels, places, and the lines along which
// two notices come too near. Pure; outlines are traced once and kept.
import { volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { centreOf, nearestPlace, outlinePoints } from '@parley/geo';
import type { Outline, Place, Position } from '@parley/geo';
import type { Feature, FeatureCollection, LineString, Point, Polygon } from 'geojson';
import { isEnded } from '../floor/shown.ts';
import type { Selection, Shown, Side } from '../floor/floor-state.ts';
import { distanceText } from '../words/distance-text.ts';
import { objectName, statusMark } from '../words/object-words.ts';
import { bandText } from './band-text.ts';
import type { DraftOnMap } from './drawing.ts';
import { traceStepMetres } from './trace-step.ts';
import { unwrappedLine, unwrappedRing } from './unwrap.ts';
import type { LonLat } from './unwrap.ts';
import { isUrgent } from '../words/urgent.ts';

/** Whose colour an area has; warnings are red whoever sent them. */
export type Tone = Side | 'danger' | 'draft';
/** `id` of an object, or of a conflict; '' for what cannot be taken in hand. */
export type AreaProperties = {
  readonly id: string;
  readonly tone: Tone;
  readonly ended: boolean;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly conflict: boolean;
};
export type MapFeatures = {
  readonly areas: FeatureCollection<Polygon, AreaProperties>;
  readonly labels: FeatureCollection<Point>;
  readonly approaches: FeatureCollection<LineString>;
  readonly places: FeatureCollection<Point>;
};

/** Everything that the map shows at `nowMs` over its base. */
export function mapFeatures(args: {
  readonly shown: Shown;
  readonly selection: Selection;
  readonly draft: DraftOnMap;
  readonly sideOf: (object: LineObject) => Side;
  readonly nowMs: number;
}): MapFeatures {
  const { shown, draft } = args;
  const hatched = conflictVolumes(shown);
  const areas: Feature<Polygon, AreaProperties>[] = [];
  const labels: Feature<Point>[] = [];
  for (const object of shown.objects) {
    for (const [at, { outline, band, window }] of volumesOf(object.body).entries()) {
      const properties: AreaProperties = {
        id: object.id,
        tone: isUrgent(object) ? 'danger' : args.sideOf(object),
        ended: isEnded(object, args.nowMs),
        active: window.startMs <= args.nowMs && args.nowMs < window.endMs,
        chosen: isChosen(object, args.selection, shown),
        conflict: hatched.has(`${object.id} ${at}`) || draft.inConflict.has(object.id),
      };
      const label = `${statusMark(object)}${objectName(object)} ${bandText(band)}`;
      areas.push(area(outline, properties));
      labels.push(labelFeature(outline, label, properties));
    }
  }
  const ofDraft = draftProperties(draft);
  for (const outline of draft.outlines) {
    areas.push(area(outline, ofDraft));
    labels.push(labelFeature(outline, 'draft, seen by nobody else', ofDraft));
  }
  const { lines, marks } = approachFeatures(shown);
  return {
    areas: collection(areas),
    labels: collection([...labels, ...marks]),
    approaches: collection(lines),
    places: collection(placeFeatures([...outlinesShown(shown), ...draft.outlines])),
  };
}

/** The outlines of everything shown, for fitting the map to them. */
export function outlinesShown(shown: Shown): Outline[] {
  return shown.objects.flatMap(({ body }) => volumesOf(body).map(({ outline }) => outline));
}

const rings = new WeakMap<Outline, LonLat[]>();

/** The true boundary of an outline as a closed ring in degrees, traced once. */
export function ringOf(outline: Outline): LonLat[] {
  const kept = rings.get(outline);
  if (kept !== undefined) return kept;
  const ring = unwrappedRing(outlinePoints(outline, traceStepMetres(outline)));
  rings.set(outline, ring);
  return ring;
}

function isChosen(object: LineObject, selection: Selection, { conflicts }: Shown): boolean {
  if (selection.kind === 'object') return selection.id === object.id;
  if (selection.kind !== 'conflict') return false;
  const conflict = conflicts.find(({ id }) => id === selection.id);
  return conflict !== undefined && (conflict.a === object.id || conflict.b === object.id);
}

function conflictVolumes({ conflicts }: Shown): ReadonlySet<string> {
  return new Set(
    conflicts.flatMap(({ a, b, meetings }) =>
      meetings.flatMap(({ volumeA, volumeB }) => [`${a} ${volumeA}`, `${b} ${volumeB}`]),
    ),
  );
}

function draftProperties(draft: DraftOnMap): AreaProperties {
  const conflict = draft.inConflict.size > 0;
  return { id: '', tone: 'draft', ended: false, active: false, chosen: true, conflict };
}

function area(outline: Outline, properties: AreaProperties): Feature<Polygon, AreaProperties> {
  const coordinates = [ringOf(outline).map(([lon, lat]) => [lon, lat])];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}

function labelFeature(outline: Outline, text: string, properties: AreaProperties): Feature<Point> {
  // Under the southernmost point, so that the area itself stays clear. Warnings mark their middle.
  const centre = pointOf(centreOf(outline));
  const lowest = ringOf(outline).reduce((low, at) => (at[1] < low[1] ? at : low), centre);
  const [lon, lat] = properties.tone === 'danger' ? centre : lowest;
  return point([lon, lat], { ...properties, text });
}

function approachFeatures({ conflicts }: Shown) {
  const lines: Feature<LineString>[] = [];
  const marks: Feature<Point>[] = [];
  for (const { id, meetings } of conflicts) {
    const nearest = meetings.toSorted(
      (a, b) => a.conflict.separation.lateralCentimetres - b.conflict.separation.lateralCentimetres,
    )[0];
    if (nearest === undefined) continue;
    const { a, b } = nearest.conflict.nearest;
    const apart = nearest.conflict.separation.lateralCentimetres;
    const line = unwrappedLine([a, b]);
    if (apart > 0) {
      const coordinates = line.map(([lon, lat]) => [lon, lat]);
      lines.push({
        type: 'Feature',
        properties: { id },
        geometry: { type: 'LineString', coordinates },
      });
    }
    const text = apart > 0 ? `conflict ${distanceText(apart)}` : 'conflict';
    marks.push(point(line[0] ?? pointOf(a), { id, tone: 'conflict', text, ended: false }));
  }
  return { lines, marks };
}

const nearest = new WeakMap<Outline, Place>();

function placeFeatures(outlines: readonly Outline[]): Feature<Point>[] {
  const places = new Map<string, Place>();
  for (const outline of outlines) {
    const place = nearest.get(outline) ?? nearestPlace(centreOf(outline));
    nearest.set(outline, place);
    places.set(place.id, place);
  }
  return [...places.values()].map(({ code, name, position }) =>
    point(pointOf(position), { text: code === '' ? name : code }),
  );
}

function pointOf({ latE7, lonE7 }: Position): LonLat {
  return [lonE7 / 1e7, latE7 / 1e7];
}

function point([lon, lat]: LonLat, properties: object): Feature<Point> {
  return {
    type: 'Feature',
    properties: { ...properties },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
}

function collection<G extends Polygon | Point | LineString, P extends object | null>(
  features: Feature<G, P>[],
): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features };
}
