// A conflict as one line, for a person or for a program.
import { direct, inverse, placeText, writeInstant, writePosition } from '@parley/geo';
import type { Position, TimeWindow } from '@parley/geo';
import type { Conflict, Explanation, Hit } from '@parley/conflict';
import { explanationAsFields } from './explain-lines.ts';

/**
 * `{"a", "b", "lateralMetres", "verticalMetres", "timeSeconds", "window", "at"}`, and the fields of
 * an explanation.
 */
export function hitAsJson(
  a: string,
  b: string,
  { conflict }: Hit,
  explained: Explanation | undefined,
): string {
  const { separation, window } = conflict;
  const place = placeOf(conflict);
  return JSON.stringify({
    a,
    b,
    lateralMetres: separation.lateralCentimetres / 100,
    verticalMetres: separation.verticalCentimetres / 100,
    timeSeconds: separation.timeMs / 1000,
    window: { start: rfc3339(window.startMs), end: rfc3339(window.endMs) },
    at: { lat: place.latE7 / 1e7, lon: place.lonE7 / 1e7 },
    ...(explained && explanationAsFields(explained)),
  });
}

/** A sentence with both ids, the three separations, when and where; the place in words if asked. */
export function hitAsLine(
  a: string,
  b: string,
  { conflict }: Hit,
  hits: number,
  inWords: boolean,
): string {
  const place = placeOf(conflict);
  const words = inWords ? `, ${placeText(place).text}` : '';
  const more = hits > 1 ? ` (and ${hits - 1} more of their volumes)` : '';
  return [
    `${a} and ${b}: ${separationText(conflict)}`,
    windowText(conflict.window, conflict.separation.timeMs > 0),
    `at ${writePosition(place, 'DD')}${words}${more}`,
  ].join('; ');
}

function separationText({ separation }: Conflict): string {
  const { lateralCentimetres, verticalCentimetres, timeMs } = separation;
  const gaps = [
    lateralCentimetres > 0 ? `${metres(lateralCentimetres)} apart on the ground` : '',
    verticalCentimetres > 0 ? `${metres(verticalCentimetres)} apart vertically` : '',
    timeMs > 0 ? `${timeMs / 1000} s apart in time` : '',
  ].filter((gap) => gap !== '');
  return gaps.length === 0 ? 'overlap' : gaps.join(', ');
}

function metres(centimetres: number): string {
  return `${(centimetres / 100).toFixed(centimetres < 10_000 ? 2 : 0)} m`;
}

function windowText({ startMs, endMs }: TimeWindow, gap: boolean): string {
  const [start, end] = [writeInstant(startMs), writeInstant(endMs)];
  return gap ? `between ${start} and ${end}` : `from ${start} to ${end}`;
}

/** The point inside both; or halfway between the two that come closest. */
function placeOf({ nearest }: Conflict): Position {
  const { distanceMetres, azimuthDegrees } = inverse(nearest.a, nearest.b);
  if (distanceMetres === 0) return nearest.a;
  return direct(nearest.a, azimuthDegrees, distanceMetres / 2);
}

function rfc3339(ms: number): string {
  return writeInstant(ms).replace(' ', 'T');
}
