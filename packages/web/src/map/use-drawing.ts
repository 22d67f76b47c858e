// Answers the draft editor's request to draw: starts terra-draw, ends it on Escape.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useCell } from '../floor/hooks.ts';
import type { DrawRequest } from './drawing.ts';
import { drawRequest } from './drawing.ts';

/** The request that is being answered now, if any. */
export function useDrawing(map: MapLibreMap | undefined): DrawRequest | undefined {
  const request = useCell(drawRequest);
  useEffect(() => {
    if (map === undefined || request === undefined) return undefined;
    let stop: (() => void) | undefined;
    let left = false;
    const end: DrawRequest['done'] = (drawn) => {
      if (drawRequest.get() === request) drawRequest.set(undefined);
      request.done(drawn);
    };
    const begin = async (): Promise<void> => {
      // Loaded when somebody draws first: most pages never do.
      const { drawShape } = await import('./draw-shape.ts');
      if (!left) stop = drawShape(map, { shape: request.shape, done: end });
    };
    void begin();
    const onEscape = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape') return;
      // Escape ends the drawing here and must not put the draft aside as well.
      event.stopImmediatePropagation();
      event.preventDefault();
      end(undefined);
    };
    window.addEventListener('keydown', onEscape, { capture: true });
    return () => {
      left = true;
      stop?.();
      window.removeEventListener('keydown', onEscape, { capture: true });
    };
  }, [map, request]);
  return request;
}
