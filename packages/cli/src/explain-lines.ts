// A conflict explained, as lines for a person or as fields for a program.
import type { Explanation } from '@parley/conflict';
import { writeInstant, writePosition } from '@parley/geo';

/** Spans of time that are shown before the rest are only counted. */
const SPANS_SHOWN = 5;

/** The place, the times and the band that both hold, and what each gap lacks of its minimum. */
export function explanationAsLines({ overlap, windows, interval, short }: Explanation): string[] {
  const spans = windows
    .slice(0, SPANS_SHOWN)
    .map(({ startMs, endMs }) => `${writeInstant(startMs)} to ${writeInstant(endMs)}`);
  const more = windows.length > SPANS_SHOWN ? `, and ${windows.length - SPANS_SHOWN} more` : '';
  const lacking = [
    short.lateralCentimetres > 0 ? `${short.lateralCentimetres / 100} m on the ground` : '',
    short.verticalCentimetres > 0 ? `${short.verticalCentimetres / 100} m vertically` : '',
    short.timeMs > 0 ? `${short.timeMs / 1000} s` : '',
  ].filter((one) => one !== '');
  const { lowerCentimetres, upperCentimetres } = interval;
  return [
    overlap === undefined ? '' : `  both hold ${areaText(overlap)}`,
    windows.length === 0 ? '' : `  at one time ${spans.join(', ')}${more}`,
    `  heights ${lowerCentimetres / 100} to ${upperCentimetres / 100} m above the ellipsoid`,
    lacking.length === 0 ? '' : `  short of the minima by ${lacking.join(', ')}`,
  ].filter((line) => line !== '');
}

/** `{"overlap", "windows", "ellipsoidMetres", "short"}`. */
export function explanationAsFields({ overlap, windows, interval, short }: Explanation): object {
  return {
    overlap: overlap && {
      lat: overlap.centre.latE7 / 1e7,
      lon: overlap.centre.lonE7 / 1e7,
      squareMetres: Math.round(overlap.areaSquareMetres),
    },
    windows: windows.map(({ startMs, endMs }) => ({
      start: new Date(startMs).toISOString(),
      end: new Date(endMs).toISOString(),
    })),
    ellipsoidMetres: [interval.lowerCentimetres / 100, interval.upperCentimetres / 100],
    short: {
      lateralMetres: short.lateralCentimetres / 100,
      verticalMetres: short.verticalCentimetres / 100,
      timeSeconds: short.timeMs / 1000,
    },
  };
}

function areaText({ centre, areaSquareMetres }: NonNullable<Explanation['overlap']>): string {
  const place = `about ${writePosition(centre, 'DD')}`;
  if (areaSquareMetres === 0) return `less than can be measured, ${place}`;
  const kilometres = areaSquareMetres / 1e6;
  const size =
    kilometres >= 1 ? `${kilometres.toPrecision(3)} km2` : `${Math.round(areaSquareMetres)} m2`;
  return `${size}, ${place}`;
}
