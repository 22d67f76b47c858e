// The time axis of the bars: which stretch is shown, where an instant lies on it, which ticks it
// has. Pure; instants are milliseconds UTC by the node's clock, lengths are pixels.
import { dateText, hms } from '../words/time-text.ts';

/** What is shown: `fromMs` to `fromMs + spanMs`. */
export type Stretch = { readonly fromMs: number; readonly spanMs: number };
/** `day`: at midnight, where the date stands instead of the hour. */
export type Tick = { readonly atMs: number; readonly label: string; readonly day: boolean };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const TICK_PIXELS_MIN = 72;
export const SPAN_MS_MIN = 10 * MINUTE_MS;
export const SPAN_MS_MAX = 400 * DAY_MS;
/** How much of the stretch lies before now while the bars follow the clock. */
const PAST_SHARE = 0.35;
const STEPS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 5, 10, 30, 60].map((days) => days * DAY_MS),
];

/** The stretch of `spanMs` that follows `nowMs`. */
export function stretchAround(nowMs: number, spanMs: number): Stretch {
  return { fromMs: nowMs - spanMs * PAST_SHARE, spanMs };
}

/** Where an instant lies, in pixels from the left edge of an axis `widthPixels` long. */
export function pixelsAt(stretch: Stretch, widthPixels: number, atMs: number): number {
  return ((atMs - stretch.fromMs) / stretch.spanMs) * widthPixels;
}

/** The stretch after zooming by `factor` (below 1: closer) so that `atMs` stays where it is. */
export function zoomed(stretch: Stretch, atMs: number, factor: number): Stretch {
  const spanMs = Math.min(SPAN_MS_MAX, Math.max(SPAN_MS_MIN, stretch.spanMs * factor));
  const share = (atMs - stretch.fromMs) / stretch.spanMs;
  return { fromMs: atMs - share * spanMs, spanMs };
}

/** The stretch that shows all of the spans with a little room, and `nowMs` among them. */
export function stretchOver(
  spans: readonly { readonly startMs: number; readonly endMs: number }[],
  nowMs: number,
): Stretch {
  const from = Math.min(nowMs, ...spans.map(({ startMs }) => startMs));
  const to = Math.max(nowMs, ...spans.map(({ endMs }) => endMs));
  const spanMs = Math.min(SPAN_MS_MAX, Math.max(2 * HOUR_MS, (to - from) * 1.1));
  return { fromMs: (from + to - spanMs) / 2, spanMs };
}

/** Ticks at round times of the UTC day, at least 72 pixels apart. Each day begins with its date. */
export function ticksOf(stretch: Stretch, widthPixels: number): Tick[] {
  const apartMs = (TICK_PIXELS_MIN / widthPixels) * stretch.spanMs;
  const stepMs = STEPS_MS.find((step) => step >= apartMs) ?? 120 * DAY_MS;
  const first = Math.ceil(stretch.fromMs / stepMs);
  const last = Math.floor((stretch.fromMs + stretch.spanMs) / stepMs);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const atMs = (first + at) * stepMs;
    const day = atMs % DAY_MS === 0;
    return { atMs, day, label: day ? dateText(atMs) : `${hms(atMs).slice(0, 5)}Z` };
  });
}
