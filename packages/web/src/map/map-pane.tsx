// The map: what is where, in the same colours as everywhere, with the one filter in its corner.
import './map.css';
import { positionOf, writePosition } from '@parley/geo';
import type { Position } from '@parley/geo';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { usePositionForm, useShown } from '../floor/hooks.ts';
import { useKeys } from '../keys/keys.ts';
import { copyText } from './copy-text.ts';
import { cursor } from './cursor.ts';
import type { DrawRequest } from './drawing.ts';
import { drawRequest } from './drawing.ts';
import { FilterChips } from './filter-chips.tsx';
import { GoTo } from './go-to.tsx';
import { mapMiddle } from './middle.ts';
import { useDrawing } from './use-drawing.ts';
import { setFeatures, useMapIn } from './use-map.ts';
import { BY_SEAT, useClicks, useCursor, useFits, useShapes } from './use-shapes.ts';

const SAID_MS = 4_000;
const GO_TO_ZOOM = 9;
const PAN_PIXELS = 120;

/** The map of everything that passes the filter. Keys: Z H + - arrows C G. */
export function MapPane() {
  const holder = useRef<HTMLDivElement>(null);
  const state = useMapIn(holder);
  const map = state.kind === 'ready' ? state.map : undefined;
  const [goingTo, setGoingTo] = useState(false);
  const [said, say] = useSaid();
  useShapes(map);
  useClicks(map);
  useCursor(map);
  const { fitAll, fitSelection } = useFits(map);
  const drawing = useDrawing(map);
  const copy = useCopy(say);
  useKeys({ KeyZ: fitSelection, KeyH: fitAll, KeyC: copy, KeyG: () => setGoingTo(true) });
  useMoveKeys(map);
  useMiddle(map);
  const go = (position: Position): void => {
    setGoingTo(false);
    if (map !== undefined) goTo(map, position);
  };
  return (
    <section className="map-pane" aria-label="Map">
      <div ref={holder} className="map-canvas" data-ready={map !== undefined} />
      {state.kind === 'none' && <p className="map-none">{state.sentence}</p>}
      <FilterChips />
      {goingTo && <GoTo go={go} close={() => setGoingTo(false)} say={say} />}
      {drawing !== undefined && <DrawingBar request={drawing} />}
      <Legend />
      <output className="map-said">{said}</output>
    </section>
  );
}

const HOW_TO_DRAW: Readonly<Record<DrawRequest['shape'], string>> = {
  polygon: 'Click each corner. Click the first one again, or press Enter, to close the area.',
  circle: 'Click the centre, then a point on the circle.',
  corridor: 'Click along the middle line. Click the last point again, or press Enter, to end it.',
};

function DrawingBar({ request }: { readonly request: DrawRequest }) {
  const cancel = (): void => {
    drawRequest.set(undefined);
    request.done(undefined);
  };
  return (
    // Modal, so that the page's keys rest: a stray letter must not lose what is being drawn.
    <dialog open aria-modal="true" aria-label="Drawing" className="map-drawing">
      {HOW_TO_DRAW[request.shape]}
      <button type="button" className="button" onClick={cancel}>
        Cancel <kbd className="key">Esc</kbd>
      </button>
    </dialog>
  );
}

function Legend() {
  const { conflicts } = useShown();
  return (
    <ul className="map-legend" aria-label="Legend">
      <li>
        <i className="map-swatch ours" /> Ours
      </li>
      <li>
        <i className="map-swatch theirs" /> Theirs
      </li>
      <li>
        <i className="map-swatch conflict" /> Conflict
        {conflicts.length > 0 && <b> {conflicts.length}</b>}
      </li>
    </ul>
  );
}

function useSaid(): [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}

function useCopy(say: (text: string) => void): () => void {
  const { form } = usePositionForm();
  return () => {
    const position = cursor.get();
    if (position === undefined) {
      say('Nothing copied: the pointer is not on the map.');
      return;
    }
    copyText(writePosition(position, form), say);
  };
}

function useMoveKeys(map: MapLibreMap | undefined): void {
  // On the map itself MapLibre moves it; here only while nothing else has the focus.
  const pan = (x: number, y: number) => (): void => {
    if (document.activeElement === document.body) map?.panBy([x, y], { duration: 120 }, BY_SEAT);
  };
  const zoom = (by: number) => (): void => {
    // The bars zoom by the same keys while the focus is in them.
    if (document.activeElement?.closest('.bars-field') instanceof Element) return;
    map?.zoomTo(map.getZoom() + by, { duration: 150 }, BY_SEAT);
  };
  useKeys({
    Equal: zoom(1),
    '[Shift]+Equal': zoom(1),
    NumpadAdd: zoom(1),
    Minus: zoom(-1),
    NumpadSubtract: zoom(-1),
    ArrowLeft: pan(-PAN_PIXELS, 0),
    ArrowRight: pan(PAN_PIXELS, 0),
    ArrowUp: pan(0, -PAN_PIXELS),
    ArrowDown: pan(0, PAN_PIXELS),
  });
}

function useMiddle(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (map === undefined) return undefined;
    const tell = (): void => {
      const { lat, lng } = map.getCenter().wrap();
      const position = positionOf(lat, lng);
      mapMiddle.set(position.ok ? position.value : undefined);
    };
    tell();
    map.on('moveend', tell);
    return () => {
      map.off('moveend', tell);
      mapMiddle.set(undefined);
    };
  }, [map]);
}

function goTo(map: MapLibreMap, { latE7, lonE7 }: Position): void {
  const coordinates = [lonE7 / 1e7, latE7 / 1e7];
  setFeatures(map, 'found', [
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } },
  ]);
  const zoom = Math.max(map.getZoom(), GO_TO_ZOOM);
  map.easeTo({ center: [lonE7 / 1e7, latE7 / 1e7], zoom, duration: 400 }, BY_SEAT);
}
