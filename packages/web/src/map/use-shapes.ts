// Keeps what the map shows the same as what the floor shows, and takes in hand what is clicked.
import { positionOf } from '@parley/geo';
import type { Outline } from '@parley/geo';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useCell, useFloor, useNow, useSelection, useShown, useSideOf } from '../floor/hooks.ts';
import type { Selection } from '../floor/floor-state.ts';
import { cursor } from './cursor.ts';
import { draftOnMap, drawRequest } from './drawing.ts';
import { TAKEN_BY_CLICK } from './map-style.ts';
import { boundsOf, wrappedDegrees } from './unwrap.ts';
import { setFeatures } from './use-map.ts';
import { mapFeatures, outlinesShown, ringOf } from './volume-features.ts';

const DIM_HZ = 0.2;
const CLICK_PIXELS = 4;
const SPECK_PIXELS = 30;
const FIT = { padding: { top: 70, bottom: 70, left: 60, right: 60 }, maxZoom: 11 };

/** Draws areas, labels, approaches and places, anew whenever one of them may have changed. */
export function useShapes(map: MapLibreMap | undefined): void {
  const shown = useShown();
  const { selection } = useSelection();
  const draft = useCell(draftOnMap);
  const sideOf = useSideOf();
  const nowMs = useNow(DIM_HZ);
  const features = useMemo(
    () => mapFeatures({ shown, selection, draft, sideOf, nowMs }),
    [shown, selection, draft, sideOf, nowMs],
  );
  useEffect(() => {
    if (map === undefined) return;
    setFeatures(map, 'areas', features.areas.features);
    setFeatures(map, 'labels', features.labels.features);
    setFeatures(map, 'approaches', features.approaches.features);
    setFeatures(map, 'places', features.places.features);
  }, [map, features]);
}

/** Marks a movement of the map as the seat's own, for those that carry no event of the browser. */
export const BY_SEAT = { bySeat: true } as const;

/**
 * Ways to move the map to what matters. Until the seat has moved it, the map keeps everything in
 * view by itself; after that nothing moves it but the seat, and H gives it back.
 */
export function useFits(map: MapLibreMap | undefined) {
  const shown = useShown();
  const { selection } = useSelection();
  const { caughtUp } = useFloor();
  const moved = useRef(false);
  const fitAll = useCallback(() => {
    moved.current = false;
    fit(map, outlinesShown(shown));
  }, [map, shown]);
  const fitSelection = useCallback(() => {
    moved.current = true;
    const draft = selection.kind === 'draft' ? draftOnMap.get().outlines : [];
    fit(map, [...draft, ...outlinesOf(selection, shown)]);
  }, [map, selection, shown]);
  useEffect(() => {
    const mark = (event: { readonly originalEvent?: unknown; readonly bySeat?: unknown }): void => {
      if (event.originalEvent !== undefined || event.bySeat === true) moved.current = true;
    };
    map?.on('movestart', mark);
    return () => {
      map?.off('movestart', mark);
    };
  }, [map]);
  const fitted = useRef<{ readonly map: MapLibreMap; readonly count: number }>(undefined);
  useEffect(() => {
    // What is in hand is being looked at: the map does not move under it.
    const atRest = fitted.current === undefined || selection.kind === 'none';
    if (map === undefined || !caughtUp || moved.current || !atRest) return;
    const outlines = outlinesShown(shown);
    if (fitted.current?.map === map && fitted.current.count === outlines.length) return;
    if (fit(map, outlines, 0)) fitted.current = { map, count: outlines.length };
  }, [map, shown, caughtUp, selection]);
  useDraftInView(map);
  return { fitAll, fitSelection };
}

/** Brings a draft into view when it lies outside, or is a speck: it was pasted, not drawn here. */
function useDraftInView(map: MapLibreMap | undefined): void {
  const { outlines } = useCell(draftOnMap);
  useEffect(() => {
    const bounds = boundsOf(outlines.map(ringOf));
    if (map === undefined || bounds === undefined) return;
    const view = map.getBounds();
    const corners = [
      [bounds.west, bounds.south],
      [bounds.east, bounds.north],
    ] as const;
    const [from, to] = corners.map((corner) => map.project([...corner]));
    const acrossPixels = from === undefined || to === undefined ? 0 : from.dist(to);
    const inside = corners.every((corner) => view.contains([...corner]));
    if (!inside || acrossPixels < SPECK_PIXELS) fit(map, outlines);
  }, [map, outlines]);
}

/** A click takes the area under it in hand; a click on several takes the next one each time. */
export function useClicks(map: MapLibreMap | undefined): void {
  const { selection, select } = useSelection();
  const chosen = useRef(selection);
  useEffect(() => {
    chosen.current = selection;
  }, [selection]);
  useEffect(() => {
    if (map === undefined) return undefined;
    // The click that ends a drawing belongs to the drawing, though it is over by then.
    let pressedToDraw = false;
    const press = (): void => {
      pressedToDraw = drawRequest.get() !== undefined;
    };
    const take = ({ point }: MapMouseEvent): void => {
      if (pressedToDraw) return;
      const pick = (): void => {
        const next = nextOf(idsAt(map, point), chosen.current);
        if (next !== undefined) select(next);
      };
      // What is not drawn yet cannot be found: a click into a map that still draws waits for it.
      if (map.loaded()) pick();
      else void map.once('idle', pick);
    };
    map.on('mousedown', press);
    map.on('click', take);
    return () => {
      map.off('mousedown', press);
      map.off('click', take);
    };
  }, [map, select]);
}

/** Keeps the position under the pointer, also while the map moves under a pointer that rests. */
export function useCursor(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (map === undefined) return undefined;
    let pointer: MapMouseEvent['point'] | undefined;
    const read = (): void => {
      if (pointer === undefined) return cursor.set(undefined);
      const { lat, lng } = map.unproject(pointer);
      const position = positionOf(lat, wrappedDegrees(lng));
      return cursor.set(position.ok ? position.value : undefined);
    };
    const follow = ({ point }: MapMouseEvent): void => {
      pointer = point;
      read();
      if (drawRequest.get() !== undefined) return;
      map.getCanvas().style.cursor = idsAt(map, point).length > 0 ? 'pointer' : '';
    };
    const leave = (): void => {
      pointer = undefined;
      read();
    };
    map.on('mousemove', follow);
    map.on('move', read);
    map.on('mouseout', leave);
    return () => {
      leave();
      map.off('mousemove', follow);
      map.off('move', read);
      map.off('mouseout', leave);
    };
  }, [map]);
}

/** Moves the map so that all outlines can be seen. False when there are none. */
function fit(
  map: MapLibreMap | undefined,
  outlines: readonly Outline[],
  durationMs = 350,
): boolean {
  const bounds = boundsOf(outlines.map(ringOf));
  if (map === undefined || bounds === undefined) return false;
  const { west, south, east, north } = bounds;
  map.fitBounds([west, south, east, north], { ...FIT, duration: durationMs });
  return true;
}

function outlinesOf(selection: Selection, shown: ReturnType<typeof useShown>): Outline[] {
  const ids = new Set<string>();
  if (selection.kind === 'object') ids.add(selection.id);
  const conflict = shown.conflicts.find(
    ({ id }) => selection.kind === 'conflict' && id === selection.id,
  );
  if (conflict !== undefined) ids.add(conflict.a).add(conflict.b);
  const objects = shown.objects.filter(({ id }) => ids.has(id));
  return outlinesShown({ objects, conflicts: [] });
}

function idsAt(map: MapLibreMap, point: { readonly x: number; readonly y: number }): string[] {
  const [x, y] = [point.x, point.y];
  const found = map.queryRenderedFeatures(
    [
      [x - CLICK_PIXELS, y - CLICK_PIXELS],
      [x + CLICK_PIXELS, y + CLICK_PIXELS],
    ],
    { layers: TAKEN_BY_CLICK },
  );
  const ids = found.map(({ properties }) => String(properties['id']));
  // Conflicts first, then by name: in the order of drawing, which a choice changes, a click after
  // click could pass one over.
  const rank = (id: string): string => (id.includes(' ') ? `0${id}` : `1${id}`);
  return [...new Set(ids)]
    .filter((id) => id !== '')
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function nextOf(ids: readonly string[], chosen: Selection): Selection | undefined {
  const at = chosen.kind === 'none' ? -1 : ids.indexOf(chosen.id);
  const id = ids[(at + 1) % ids.length];
  if (id === undefined) return undefined;
  // A conflict's id names both objects, with a space between.
  if (id.includes(' ')) return { kind: 'conflict', id };
  return { kind: 'object', id: id as `${string}/${number}` };
}
