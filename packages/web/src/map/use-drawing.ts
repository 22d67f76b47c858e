// Answers the draft editor's request to draw: starts terra-draw, ends it on Escape.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useLayoutEffect } from 'react';
import { useCell } from '../floor/hooks.ts';
import { drawShape } from './draw-shape.ts';
import { drawRequest } from './drawing.ts';
import type { DrawRequest } from './drawing.ts';

/** The request that is being answered now, if any. */
export function useDrawing(map: MapLibreMap | undefined): DrawRequest | undefined {
  const request = useCell(drawRequest);
  // Before the next click or key can come: with the hint on the screen, all is in place.
  useLayoutEffect(() => {
    if (map === undefined || request === undefined) return undefined;
    const end: DrawRequest['done'] = (drawn) => {
      if (drawRequest.get() === request) drawRequest.set(undefined);
      request.done(drawn);
    };
    const stop = drawShape(map, { shape: request.shape, done: end });
    const onEscape = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape') return;
      event.preventDefault();
      end(undefined);
    };
    window.addEventListener('keydown', onEscape, { capture: true });
    return () => {
      stop();
      window.removeEventListener('keydown', onEscape, { capture: true });
    };
  }, [map, request]);
  return request;
}
