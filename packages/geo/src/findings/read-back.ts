// Read-back: two renderings of one geometry and its times, made by two nodes each in its own
// conventions, are the same within what is allowed, or every difference is named. Total.
import { heightIn } from '../height/height.ts';
import type { Height, HeightBound } from '../height/height.ts';
import { readHeight } from '../height/read-height.ts';
import type { PositionOutcome, Theatre } from '../position/position.ts';
import { readPosition } from '../position/read-position.ts';
import type { Reading, ReadRefusal } from '../reading/reading.ts';
import { readInstant } from '../time/read-instant-as.ts';
import { writeInstant } from '../time/time.ts';
import { compareVertices, roomMetres } from './rendered-vertices.ts';
import type { RenderedVertex, VertexDifference } from './rendered-vertices.ts';

/** One volume as a node wrote it for its reader, each text in any form that geo reads. */
export type Rendering = {
  /** The ring of a polygon, the line of a corridor, or the centre of a circle. */
  readonly points: readonly string[];
  /** The radius of a circle or the half-width of a corridor; absent for a polygon. */
  readonly extentCentimetres?: number | undefined;
  readonly lower: string;
  readonly upper: string;
  readonly start: string;
  readonly end: string;
};

/** What two renderings may differ by, ends included; the rounding of their texts comes on top. */
export type RenderingTolerance = {
  readonly positionMetres: number;
  readonly heightMetres: number;
  readonly timeMs: number;
  /** The coarsest cell that a position may state: a square of 100 km would agree with anything. */
  readonly cellMetresMax: number;
};

export type RenderingDifference =
  | VertexDifference
  | {
      readonly what: 'vertex' | 'extent' | 'lower' | 'upper' | 'start' | 'end';
      readonly vertex?: number;
      /** The rendering whose text is at fault, when it is one alone. */
      readonly of?: 'one' | 'other';
      /** Why that text cannot be read. */
      readonly refusal?: ReadRefusal;
      readonly differsMetres?: number;
      readonly differsMs?: number;
      readonly asIf?: string;
      readonly sentence: string;
    };

export type RenderingComparison =
  | {
      readonly result: 'match';
      /** The greatest differences found. */
      readonly withinMetres: number;
      readonly heightWithinMetres: number;
      readonly timeWithinMs: number;
      /** What was allowed to the vertices at most: the tolerance and the cells of both texts. */
      readonly toleranceMetres: number;
      readonly sentence: string;
    }
  | { readonly result: 'mismatch'; readonly differences: readonly RenderingDifference[] };

/** As many as a polygon of the protocol has; more are refused before any is read. */
const VERTICES_MAX = 1000;

/**
 * Compares two renderings of one volume. Vertices: `compareVertices`. Heights: the same reference,
 * and the same in all that they state beside the number; across units (FL, ft, m) the rounding of
 * both texts is allowed on top. Heights of two references are never converted: a mismatch. Times:
 * by the instant, whatever the zone. A text that cannot be read is a mismatch with the reader's
 * sentence. `theatre` is what `readPosition` takes.
 */
export function compareRenderings(
  one: Rendering,
  other: Rendering,
  tolerance: RenderingTolerance,
  theatre: Theatre = {},
): RenderingComparison {
  const vertices = verticesOf(one, other, tolerance, theatre);
  const heights = (['lower', 'upper'] as const).map((what) =>
    heightsOf(what, one[what], other[what], tolerance.heightMetres),
  );
  const times = (['start', 'end'] as const).map((what) =>
    timesOf(what, one[what], other[what], tolerance.timeMs),
  );
  const differences = [
    ...vertices.differences,
    ...extentDifferences(one.extentCentimetres, other.extentCentimetres),
    ...[...heights, ...times].flatMap((each) => each.differences),
  ];
  if (differences.length > 0) return { result: 'mismatch', differences };
  const heightWithinMetres = Math.max(...heights.map(({ within }) => within));
  const timeWithinMs = Math.max(...times.map(({ within }) => within));
  const { withinMetres, toleranceMetres } = vertices;
  const sentence =
    `MATCH: vertices within ${withinMetres.toFixed(2)} m of ${toleranceMetres.toFixed(2)} m ` +
    `allowed, heights within ${heightWithinMetres.toFixed(2)} m, times within ` +
    `${timeWithinMs / 1000} s.`;
  const found = { withinMetres, heightWithinMetres, timeWithinMs };
  return { result: 'match', ...found, toleranceMetres, sentence };
}

type Compared = { readonly within: number; readonly differences: readonly RenderingDifference[] };
type Vertices = {
  readonly withinMetres: number;
  readonly toleranceMetres: number;
  readonly differences: readonly RenderingDifference[];
};

function verticesOf(
  one: Rendering,
  other: Rendering,
  { positionMetres, cellMetresMax }: RenderingTolerance,
  theatre: Theatre,
): Vertices {
  const none = { withinMetres: 0, toleranceMetres: positionMetres };
  const most = Math.max(one.points.length, other.points.length);
  if (most > VERTICES_MAX) {
    const sentence = `A rendering has ${most} vertices; at most ${VERTICES_MAX} are compared.`;
    return { ...none, differences: [{ what: 'count', sentence }] };
  }
  const ours = one.points.map((text) => readPosition(text, theatre));
  const theirs = other.points.map((text) => readPosition(text, theatre));
  const faults = [
    ...ours.flatMap((outcome, at) => positionFault('one', at, outcome, cellMetresMax) ?? []),
    ...theirs.flatMap((outcome, at) => positionFault('other', at, outcome, cellMetresMax) ?? []),
  ];
  const vertexOf = (outcome: PositionOutcome): RenderedVertex | undefined => {
    if (!outcome.ok || outcome.value.precisionMetres > cellMetresMax) return undefined;
    return { position: outcome.value.position, roomMetres: roomMetres(outcome.value) };
  };
  const isRing = one.extentCentimetres === undefined && other.extentCentimetres === undefined;
  const compared = compareVertices(
    ours.map(vertexOf),
    theirs.map(vertexOf),
    positionMetres,
    isRing,
  );
  return { ...compared, differences: [...faults, ...compared.differences] };
}

const NAMES = { one: 'first', other: 'second' } as const;

function positionFault(
  of: 'one' | 'other',
  vertex: number,
  outcome: PositionOutcome,
  cellMetresMax: number,
): RenderingDifference | undefined {
  const name = `Vertex ${vertex + 1} of the ${NAMES[of]} rendering`;
  if (!outcome.ok) {
    const { refusal } = outcome;
    const sentence = `${name} cannot be read. ${refusal.sentence}`;
    return { what: 'vertex', vertex, of, refusal, sentence };
  }
  const { precisionMetres, asEntered } = outcome.value;
  if (precisionMetres <= cellMetresMax) return undefined;
  const states = `"${asEntered.trim()}", states no more than ${precisionMetres} m`;
  const sentence = `${name}, ${states}; ${cellMetresMax} m are demanded.`;
  return { what: 'vertex', vertex, of, sentence };
}

function extentDifferences(
  one: number | undefined,
  other: number | undefined,
): RenderingDifference[] {
  if (one === other) return [];
  if (one === undefined || other === undefined) {
    const which = one === undefined ? 'second' : 'first';
    const sentence = `The ${which} rendering alone has a radius or half-width.`;
    return [{ what: 'extent', sentence }];
  }
  const differsMetres = Math.abs(one - other) / 100;
  const sentence =
    `The radius or half-width is ${one / 100} m in the first rendering, ` +
    `${other / 100} m in the second.`;
  return [{ what: 'extent', differsMetres, sentence }];
}

/** The text that cannot be read, of either. */
function unreadable(
  what: 'lower' | 'upper' | 'start' | 'end',
  readings: Readonly<Record<'one' | 'other', Reading<unknown>>>,
): RenderingDifference[] {
  return (['one', 'other'] as const).flatMap((of) => {
    const reading = readings[of];
    if (reading.ok) return [];
    const { refusal } = reading;
    const name = `The ${LIMITS[what]} of the ${NAMES[of]} rendering`;
    const sentence = `${name} cannot be read. ${refusal.sentence}`;
    return [{ what, of, refusal, sentence }];
  });
}

const LIMITS = { lower: 'lower limit', upper: 'upper limit', start: 'start', end: 'end' } as const;

function timesOf(what: 'start' | 'end', one: string, other: string, timeMs: number): Compared {
  const readings = { one: readInstant(one), other: readInstant(other) };
  if (!readings.one.ok || !readings.other.ok) {
    return { within: 0, differences: unreadable(what, readings) };
  }
  const differsMs = Math.abs(readings.one.value - readings.other.value);
  if (differsMs <= timeMs) return { within: differsMs, differences: [] };
  const [first, second] = [readings.one.value, readings.other.value].map(writeInstant);
  const sentence =
    `The ${LIMITS[what]} is ${first} in the first rendering, ${second} in the second: ` +
    `${differsMs / 1000} s apart.`;
  return { within: 0, differences: [{ what, differsMs, sentence }] };
}

function heightsOf(
  what: 'lower' | 'upper',
  one: string,
  other: string,
  heightMetres: number,
): Compared {
  const readings = { one: readHeight(one), other: readHeight(other) };
  if (!readings.one.ok || !readings.other.ok) {
    return { within: 0, differences: unreadable(what, readings) };
  }
  const [first, second] = [readings.one.value, readings.other.value];
  const pair =
    `The ${LIMITS[what]} is ${one.trim()} in the first rendering, ` +
    `${other.trim()} in the second`;
  const why = incomparable(first, second);
  if (why !== undefined) {
    return { within: 0, differences: [{ what, sentence: `${pair}: ${why}.` }] };
  }
  if (first.kind !== 'height' || second.kind !== 'height') return { within: 0, differences: [] };
  const differsMetres = Math.abs(heightIn(first, 'm') - heightIn(second, 'm'));
  const rounding =
    first.unit === second.unit ? 0 : roundingMetres(first, one) + roundingMetres(second, other);
  // Heights are whole centimetres: a hair more is what binary fractions leave.
  if (differsMetres <= heightMetres + rounding + 1e-6) {
    return { within: differsMetres, differences: [] };
  }
  const sentence = `${pair}: ${differsMetres.toFixed(1)} m apart.`;
  return { within: 0, differences: [{ what, differsMetres, sentence }] };
}

/** Why two limits cannot be the same, whatever their numbers; undefined when these decide. */
function incomparable(a: HeightBound, b: HeightBound): string | undefined {
  if (a.kind !== 'height' || b.kind !== 'height') {
    return a.kind === b.kind
      ? undefined
      : 'one is a height, the surface or unlimited, the other not';
  }
  if (a.reference !== b.reference) return reasonOf(a.reference, b.reference);
  if (a.excluded !== b.excluded) return 'one of them is itself excluded, the other not';
  // Whatever else a height states must be the same too.
  return statedBeside(a) === statedBeside(b)
    ? undefined
    : 'they are not stated on the same setting';
}

function reasonOf(one: string, other: string): string {
  const both = `they are on ${one} and ${other}`;
  if ([one, other].includes('AGL')) {
    return `${both}, which nothing compares without a named terrain model`;
  }
  const isPressure = (reference: string): boolean => !['AMSL', 'HAE', 'AGL'].includes(reference);
  if (isPressure(one) || isPressure(other)) {
    return `${both}, which nothing compares without the pressure of the place and time`;
  }
  return `${both}, two surfaces tens of metres apart, and a read-back converts nothing`;
}

function statedBeside({ centimetres: _centimetres, unit: _unit, ...rest }: Height): string {
  return JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const UNIT_METRES = { m: 1, ft: 0.3048, FL: 30.48 } as const;

/** Half of the last digit that a text states. */
function roundingMetres({ unit }: Height, text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return (UNIT_METRES[unit] * 10 ** -decimals) / 2;
}
