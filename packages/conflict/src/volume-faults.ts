// What is wrong with a volume, if anything: every rule a volume must meet before it is compared.
// A fault names the field, what is wrong with its value, and what would be right.
import { bandFault, heightOf, windowFault } from '@parley/geo';
import type { Height, HeightBound, Position } from '@parley/geo';
import { insideArea } from './area.ts';
import { crossingFaults, ringsMeet } from './crossing-faults.ts';
import { chordMetres, surfaceVector } from './earth.ts';
import { footprintOf } from './footprint.ts';
import {
  EXTENT_METRES_MAX,
  HEIGHT_CENTIMETRES_MAX,
  HEIGHT_CENTIMETRES_MIN,
  LENGTH_METRES_MAX,
  MARGIN_CENTIMETRES_MAX,
  MARGIN_MS_MAX,
  REPEATS_MAX,
  REPEAT_MS_MAX,
  VERTICES_MAX,
  WIDTH_CENTIMETRES_MAX,
} from './limits.ts';
import { pointOf } from './trace.ts';
import type { Area, Buffer, Ellipse, Shape, Volume, Window } from './volume.ts';

/** `field` is a path from the volume, e.g. "outline.ring[2].latE7". */
export type VolumeFault = { field: string; fault: string; right: string };

/** Vertices nearer than this are one and the same place. */
const SAME_METRES = 0.001;
const LAT_E7_MAX = 900_000_000;
const LON_E7_MAX = 1_800_000_000;

/** All faults of a volume, empty when it is fit for comparison. Total: never throws. */
export function volumeFaults(volume: Volume): VolumeFault[] {
  const { lower, upper } = volume.band;
  const uncertainty = volume.band.uncertaintyCentimetres ?? 0;
  const heights = [
    ...heightFaults(lower, 'band.lower'),
    ...heightFaults(upper, 'band.upper'),
    ...numberFaults(uncertainty, 'band.uncertaintyCentimetres', 0, MARGIN_CENTIMETRES_MAX),
  ];
  const band = heights.length === 0 ? bandFault(volume.band) : undefined;
  return [
    ...outlineFaults(volume.outline),
    ...heights,
    ...sentenceFault('band', band, 'a lower limit that is not above the upper limit'),
    ...sentenceFault(
      'window',
      windowFault(volume.window),
      'whole milliseconds UTC from 1970 to 2200, the end after the start',
    ),
    ...repeatsFaults(volume.window),
    ...bufferFaults(volume),
  ];
}

function sentenceFault(field: string, fault: string | undefined, right: string): VolumeFault[] {
  return fault === undefined ? [] : [{ field, fault, right }];
}

function outlineFaults(outline: Shape): VolumeFault[] {
  switch (outline.kind) {
    case 'circle':
      return [
        ...positionFaults(outline.centre, 'outline.centre'),
        ...widthFaults(outline.radiusCentimetres, 'outline.radiusCentimetres'),
      ];
    case 'corridor':
      return [
        ...verticesFaults(outline.line, 'outline.line', 2, false),
        ...widthFaults(outline.halfWidthCentimetres, 'outline.halfWidthCentimetres'),
      ];
    case 'ellipse':
      return ellipseFaults(outline);
    case 'polygon':
      return areaFaults(outline);
  }
}

function ellipseFaults(ellipse: Ellipse): VolumeFault[] {
  const { semiMajorCentimetres: major, semiMinorCentimetres: minor } = ellipse;
  const faults = [
    ...positionFaults(ellipse.centre, 'outline.centre'),
    ...widthFaults(major, 'outline.semiMajorCentimetres'),
    ...widthFaults(minor, 'outline.semiMinorCentimetres'),
    ...numberFaults(ellipse.azimuthMillidegrees, 'outline.azimuthMillidegrees', 0, 359_999),
  ];
  if (faults.length > 0 || minor <= major) return faults;
  const fault = `${minor} is more than the semi-major axis, ${major}`;
  const right = 'the shorter half-axis; the azimuth is that of the longer one';
  return [{ field: 'outline.semiMinorCentimetres', fault, right }];
}

function areaFaults(area: Area): VolumeFault[] {
  const { ring, holes = [] } = area;
  const names = holes.map((_, at) => `outline.holes[${at}]`);
  const border = verticesFaults(ring, 'outline.ring', 3, true);
  if (border.length > 0) return border;
  const all = holes.reduce((sum, hole) => sum + hole.length, ring.length);
  if (all > VERTICES_MAX) {
    const right = `up to ${VERTICES_MAX} vertices of the ring and its holes together`;
    return [{ field: 'outline.holes', fault: `${all} vertices with the ring`, right }];
  }
  const each = holes.flatMap((hole, at) => verticesFaults(hole, names[at] ?? '', 3, true));
  if (each.length > 0) return each;
  // The footprint is kept for what comes after; its rings may begin at another vertex.
  if (ringsMeet(footprintOf(area).trace)) {
    return crossingFaults([ring, ...holes], ['outline.ring', ...names]);
  }
  return nestingFaults(ring, holes, names);
}

/** Of rings that do not meet, one vertex tells where the whole ring lies. */
function nestingFaults(
  ring: readonly Position[],
  holes: readonly (readonly Position[])[],
  names: readonly string[],
): VolumeFault[] {
  if (holes.length === 0) return [];
  const border = footprintOf({ kind: 'polygon', ring });
  const areas = holes.map((hole) => footprintOf({ kind: 'polygon', ring: hole }));
  return areas.flatMap(({ trace }, at): VolumeFault[] => {
    const field = names[at] ?? '';
    const point = pointOf(trace, 0);
    if (!insideArea(border, point)) {
      return [{ field, fault: 'is outside of the ring', right: 'a hole inside of the ring' }];
    }
    const around = areas.findIndex((other, i) => i !== at && insideArea(other, point));
    if (around < 0) return [];
    return [{ field, fault: `is within hole ${around}`, right: 'holes beside each other' }];
  });
}

function repeatsFaults({ startMs, endMs, repeats }: Window): VolumeFault[] {
  if (repeats === undefined) return [];
  const { everyMs, times } = repeats;
  const counted = numberFaults(times, 'window.repeats.times', 2, REPEATS_MAX);
  const length = Math.max(1, endMs - startMs);
  const spaced = numberFaults(everyMs, 'window.repeats.everyMs', length, REPEAT_MS_MAX);
  if (counted.length + spaced.length > 0) return [...counted, ...spaced];
  const last = startMs + (times - 1) * everyMs;
  return sentenceFault(
    'window.repeats',
    windowFault({ startMs: last, endMs: last + length }),
    'its last window before 2200',
  );
}

function bufferFaults({ buffer }: Volume): VolumeFault[] {
  if (buffer === undefined) return [];
  const margin = (name: keyof Buffer, max: number): VolumeFault[] =>
    numberFaults(buffer[name], `buffer.${name}`, 0, max);
  return [
    ...margin('lateralCentimetres', WIDTH_CENTIMETRES_MAX),
    ...margin('belowCentimetres', MARGIN_CENTIMETRES_MAX),
    ...margin('aboveCentimetres', MARGIN_CENTIMETRES_MAX),
    ...margin('beforeMs', MARGIN_MS_MAX),
    ...margin('afterMs', MARGIN_MS_MAX),
  ];
}

/** Each check needs the ones before it to pass: broken numbers have no places. */
function verticesFaults(
  vertices: readonly Position[],
  field: string,
  least: number,
  closed: boolean,
): VolumeFault[] {
  if (vertices.length < least || vertices.length > VERTICES_MAX) {
    const right = `${least} to ${VERTICES_MAX} vertices`;
    return [{ field, fault: `${vertices.length} vertices`, right }];
  }
  const broken = vertices.flatMap((vertex, i) => positionFaults(vertex, `${field}[${i}]`));
  if (broken.length > 0) return broken;
  return [...repeatFaults(vertices, field, closed), ...extentFaults(vertices, field)];
}

function repeatFaults(
  vertices: readonly Position[],
  field: string,
  closed: boolean,
): VolumeFault[] {
  const points = vertices.map(surfaceVector);
  return points.flatMap((point, i) => {
    const next = points[i + 1] ?? (closed ? points[0] : undefined);
    if (next === undefined || chordMetres(point, next) >= SAME_METRES) return [];
    const j = (i + 1) % points.length;
    return [
      {
        field: `${field}[${j}]`,
        fault:
          j === 0 ? 'is the same place as the last vertex' : `is the same place as vertex ${i}`,
        right: 'each vertex once; a ring is not closed by repeating its first vertex',
      },
    ];
  });
}

function extentFaults(vertices: readonly Position[], field: string): VolumeFault[] {
  const points = vertices.map(surfaceVector);
  let length = 0;
  for (const [i, point] of points.entries()) {
    for (const [j, other] of points.slice(0, i).entries()) {
      const metres = chordMetres(point, other);
      if (metres > EXTENT_METRES_MAX) {
        const km = Math.round(metres / 1000);
        const fault = `is ${km} km from vertex ${j}`;
        return [{ field: `${field}[${i}]`, fault, right: 'all vertices within 2,000 km' }];
      }
    }
    length += chordMetres(point, points[i - 1] ?? point);
  }
  if (length <= LENGTH_METRES_MAX) return [];
  const fault = `the edges are ${Math.round(length / 1000)} km long together`;
  return [{ field, fault, right: 'no more than 40,000 km of edges' }];
}

function positionFaults(position: Position, field: string): VolumeFault[] {
  return [
    ...numberFaults(position.latE7, `${field}.latE7`, -LAT_E7_MAX, LAT_E7_MAX),
    ...numberFaults(position.lonE7, `${field}.lonE7`, -LON_E7_MAX, LON_E7_MAX),
  ];
}

function widthFaults(centimetres: number, field: string): VolumeFault[] {
  return numberFaults(centimetres, field, 1, WIDTH_CENTIMETRES_MAX);
}

function heightFaults(bound: HeightBound, field: string): VolumeFault[] {
  if (bound.kind !== 'height') return [];
  const [min, max] = [HEIGHT_CENTIMETRES_MIN, HEIGHT_CENTIMETRES_MAX];
  return [
    ...numberFaults(bound.centimetres, `${field}.centimetres`, min, max),
    ...settingFaults(bound, `${field}.settingDecihectopascals`),
  ];
}

/** A setting belongs to QNH and QFE, each in its range; a height of 0 shows its faults alone. */
function settingFaults(height: Height, field: string): VolumeFault[] {
  const setting = height.settingDecihectopascals;
  if (setting === undefined) return [];
  const made = heightOf(0, 'm', height.reference, setting);
  if (made.ok) return [];
  return [{ field, fault: `is ${setting} tenths of hPa`, right: made.refusal.expected }];
}

function numberFaults(value: number, field: string, min: number, max: number): VolumeFault[] {
  const right = `a whole number from ${min} to ${max}`;
  if (!Number.isInteger(value)) return [{ field, fault: `${value} is not a whole number`, right }];
  if (value >= min && value <= max) return [];
  return [{ field, fault: `${value} is out of range`, right }];
}
