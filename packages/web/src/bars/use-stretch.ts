// Moving and zooming the bars: by wheel, by dragging, by keys. Until somebody moves them they
// follow the clock.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { stretchAround, zoomed } from './time-axis.ts';
import type { Stretch } from './time-axis.ts';

const FIRST_SPAN_MS = 6 * 3_600_000;
const WHEEL_STEP = 1.0015;
const DRAG_PIXELS_MIN = 3;

export type Moves = {
  readonly follow: () => void;
  readonly show: (stretch: Stretch) => void;
  /** By a share of what is shown; positive is later. */
  readonly pan: (share: number) => void;
  readonly zoom: (factor: number) => void;
  /** Zooms so that the instant at `share` of what is shown stays where it is. */
  readonly zoomAt: (share: number, factor: number) => void;
  readonly drag: (event: ReactPointerEvent) => void;
};

/** The stretch shown at `nowMs` on a field `widthPixels` wide, and how to change it. */
export function useStretch(
  nowMs: number,
  widthPixels: number,
): { readonly stretch: Stretch; readonly follows: boolean; readonly moves: Moves } {
  const [spanMs, setSpanMs] = useState(FIRST_SPAN_MS);
  const [fromMs, setFromMs] = useState<number>();
  const follows = fromMs === undefined;
  const stretch = follows ? stretchAround(nowMs, spanMs) : { fromMs, spanMs };
  const newest = useRef({ stretch, nowMs, widthPixels, follows });
  useEffect(() => {
    newest.current = { stretch, nowMs, widthPixels, follows };
  });
  const show = useCallback((next: Stretch) => {
    setFromMs(next.fromMs);
    setSpanMs(next.spanMs);
  }, []);
  const moves = useMemo<Moves>(() => {
    const zoomAt = (share: number, factor: number): void => {
      const { fromMs: from, spanMs: span } = newest.current.stretch;
      const next = zoomed(newest.current.stretch, from + share * span, factor);
      // While the bars follow the clock, zooming only changes how much of time is shown.
      if (newest.current.follows) setSpanMs(next.spanMs);
      else show(next);
    };
    return {
      follow: () => setFromMs(undefined),
      show,
      pan: (share) => {
        const { fromMs: from, spanMs: span } = newest.current.stretch;
        show({ fromMs: from + share * span, spanMs: span });
      },
      zoom: (factor) => zoomAt(0.5, factor),
      zoomAt,
      drag: (event) => startDrag(event, newest, show),
    };
  }, [show]);
  return { stretch, follows, moves };
}

/** Zooms by the wheel over `field`. Bound by hand: React's own wheel cannot be prevented. */
export function useWheelZoom(field: RefObject<HTMLElement | null>, { zoomAt }: Moves): void {
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      zoomAt((event.clientX - box.left) / box.width, WHEEL_STEP ** event.deltaY);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [field, zoomAt]);
}

type Newest = { readonly current: { readonly stretch: Stretch; readonly widthPixels: number } };

// On the window, so that a drag goes on outside; a short one is a click and moves nothing.
function startDrag(
  event: ReactPointerEvent,
  newest: Newest,
  show: (stretch: Stretch) => void,
): void {
  if (event.button !== 0) return;
  const { stretch, widthPixels } = newest.current;
  const startX = event.clientX;
  let moved = false;
  const move = ({ clientX }: PointerEvent): void => {
    moved ||= Math.abs(clientX - startX) >= DRAG_PIXELS_MIN;
    if (!moved) return;
    const byMs = ((clientX - startX) / widthPixels) * stretch.spanMs;
    show({ ...stretch, fromMs: stretch.fromMs - byMs });
  };
  const end = (): void => {
    if (moved) ignoreNextClick();
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

// The click with which a browser ends a drag is no click on the bar below.
function ignoreNextClick(): void {
  const ignore = (event: MouseEvent): void => event.stopPropagation();
  window.addEventListener('click', ignore, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', ignore, { capture: true }), 0);
}
