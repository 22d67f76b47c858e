// The vertices of two renderings of one outline, held against each other: each with the room that
// its own digits leave, and what a difference looks like where that is known.
import type { Position, PositionReading } from '../position/position.ts';
import { inverse } from '../shape/geodesic.ts';
import { present } from '../reading/present.ts';
import { slipFinding } from './geometry-findings.ts';

/** A vertex as it was read, and half the diagonal of the cell that its text leaves, metres. */
export type RenderedVertex = { readonly position: Position; readonly roomMetres: number };

/** `vertex` counts from 0, in the order of the first rendering unless `of` says `other`. */
export type VertexDifference = {
  readonly what: 'vertex' | 'count' | 'order';
  readonly vertex?: number;
  /** The rendering that has this vertex alone. */
  readonly of?: 'one' | 'other';
  readonly differsMetres?: number;
  readonly asIf?: string;
  readonly sentence: string;
};

/** How far the vertices lie apart at most, the most that was allowed to one, and what differs. */
export type VertexComparison = {
  readonly withinMetres: number;
  readonly toleranceMetres: number;
  readonly differences: readonly VertexDifference[];
};

type Vertices = readonly RenderedVertex[];
/** Undefined stands where a text could not be read. */
type Texts = readonly (RenderedVertex | undefined)[];

/** The least length of 1e-7 degree of latitude, at the equator. */
const LEAST_E7_METRES = 0.01105;

/**
 * Compares vertex by vertex: two may lie apart by `positionMetres` and the room of both texts. When
 * the same vertices come in another order, that alone is said: a ring, `isRing`, begun elsewhere or
 * wound the other way, a line the other way round. A vertex that stands in another's place says so.
 */
export function compareVertices(
  one: Texts,
  other: Texts,
  positionMetres: number,
  isRing: boolean,
): VertexComparison {
  const pairs = one.flatMap((vertex, at) => {
    const match = other[at];
    return vertex === undefined || match === undefined ? [] : [{ at, vertex, match }];
  });
  const measured = pairs.map(({ vertex, match }) => ({
    metres: inverse(vertex.position, match.position).distanceMetres,
    allowed: allowedMetres(vertex, match, positionMetres),
  }));
  const withinMetres = Math.max(0, ...measured.map(({ metres }) => metres));
  const toleranceMetres = Math.max(positionMetres, ...measured.map(({ allowed }) => allowed));
  const same = (a: RenderedVertex, b: RenderedVertex): boolean => agree(a, b, positionMetres);
  const [ours, theirs] = [one, other].map((texts) => texts.filter((text) => text !== undefined));
  const isWhole = ours?.length === one.length && theirs?.length === other.length;
  const wholes: readonly [Vertices, Vertices] | undefined =
    isWhole && ours !== undefined && theirs !== undefined ? [ours, theirs] : undefined;
  const found = { withinMetres, toleranceMetres };
  if (one.length !== other.length) {
    return { ...found, differences: countDifferences(one.length, other.length, wholes, same) };
  }
  const differing = pairs.filter(({ vertex, match }) => !same(vertex, match));
  if (differing.length > 0 && wholes !== undefined) {
    const order = orderDifference(...wholes, same, isRing);
    if (order !== undefined) return { ...found, differences: [order] };
  }
  const differences = differing.map((pair) => {
    const place = one.findIndex(
      (each, at) => at !== pair.at && each !== undefined && same(each, pair.match),
    );
    return vertexDifference(pair, positionMetres, place < 0 ? undefined : place);
  });
  return { ...found, differences };
}

/** Half the greater diagonal of the square stated; of angles, of the last digit's square. */
export function roomMetres({ cell, precisionMetres, position }: PositionReading): number {
  const [a, b, c, d] = cell ?? [];
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) {
    const diagonals = [inverse(a, c).distanceMetres, inverse(b, d).distanceMetres];
    return Math.max(...diagonals) / 2;
  }
  const narrowed = precisionMetres * Math.cos((position.latE7 / 1e7) * (Math.PI / 180));
  return Math.hypot(precisionMetres, narrowed) / 2;
}

type Same = (a: RenderedVertex, b: RenderedVertex) => boolean;

function allowedMetres(a: RenderedVertex, b: RenderedVertex, positionMetres: number): number {
  return positionMetres + a.roomMetres + b.roomMetres;
}

function agree(a: RenderedVertex, b: RenderedVertex, positionMetres: number): boolean {
  const allowed = allowedMetres(a, b, positionMetres);
  // Most vertices are far apart, and latitude alone tells it: a geodesic costs a microsecond.
  const leastMetres = LEAST_E7_METRES * Math.abs(a.position.latE7 - b.position.latE7);
  return leastMetres <= allowed && inverse(a.position, b.position).distanceMetres <= allowed;
}

/** `place` is the vertex of the first rendering that stands here in the second, if one does. */
function vertexDifference(
  { at, vertex, match }: { at: number; vertex: RenderedVertex; match: RenderedVertex },
  positionMetres: number,
  place: number | undefined,
): VertexDifference {
  const allowed = allowedMetres(vertex, match, positionMetres);
  const slip = present(slipFinding(vertex.position, match.position, allowed));
  const { differsMetres } = slip;
  const sentence = `Vertex ${at + 1}: ${slip.sentence}`;
  const difference = { what: 'vertex' as const, vertex: at, differsMetres };
  if (slip.asIf !== undefined) return { ...difference, asIf: slip.asIf, sentence };
  if (place === undefined) return { ...difference, sentence };
  const asIf = `vertex ${place + 1} had been given in its place`;
  return { ...difference, asIf, sentence: `${sentence.replace(/\.$/, '')}, as if ${asIf}.` };
}

/** The same vertices, all of them, turned or reversed; undefined when they are not. */
function orderDifference(
  one: Vertices,
  other: Vertices,
  same: Same,
  isRing: boolean,
): VertexDifference | undefined {
  const count = one.length;
  if (count < 2) return undefined;
  const matches = (first: number, step: 1 | -1): boolean =>
    one.every((vertex, at) => {
      const match = other[(first + step * at + count * 2) % count];
      return match !== undefined && same(vertex, match);
    });
  if (!isRing) return matches(count - 1, -1) ? ordered('the line ran the other way') : undefined;
  for (let first = 0; first < count; first += 1) {
    // Where the second rendering begins, counted in the vertices of the first.
    const begun = `vertex ${((count - first) % count) + 1}`;
    if (matches(first, 1)) return ordered(`the ring had been begun at ${begun}`);
    if (!matches(first, -1)) continue;
    const wound = 'the ring had been wound the other way';
    return ordered(first === 0 ? wound : `${wound}, begun at vertex ${first + 1}`);
  }
  return undefined;
}

function ordered(asIf: string): VertexDifference {
  return {
    what: 'order',
    asIf,
    sentence: `The vertices are the same in another order, as if ${asIf}.`,
  };
}

/** How many there are, and which of them have no counterpart at all. */
function countDifferences(
  one: number,
  other: number,
  wholes: readonly [Vertices, Vertices] | undefined,
  same: Same,
): VertexDifference[] {
  const numbers = `The first rendering has ${one} vertices, the second ${other}`;
  if (wholes === undefined) return [{ what: 'count', sentence: `${numbers}.` }];
  const [shorter, longer] = wholes.toSorted((a, b) => a.length - b.length);
  if (isClosed(present(longer), present(shorter), same)) {
    const asIf = 'the first vertex had been repeated at the end, to close the ring';
    return [{ what: 'count', asIf, sentence: `${numbers}, as if ${asIf}.` }];
  }
  return [
    { what: 'count', sentence: `${numbers}.` },
    ...alone('one', wholes[0], wholes[1], same),
    ...alone('other', wholes[1], wholes[0], same),
  ];
}

/** Whether the longer one is the shorter with its first vertex again at the end. */
function isClosed(longer: Vertices, shorter: Vertices, same: Same): boolean {
  if (shorter.length < 3 || longer.length !== shorter.length + 1) return false;
  return longer.every((vertex, at) => same(vertex, present(shorter[at % shorter.length])));
}

function alone(
  of: 'one' | 'other',
  mine: Vertices,
  theirs: Vertices,
  same: Same,
): VertexDifference[] {
  const [here, there] = of === 'one' ? ['first', 'second'] : ['second', 'first'];
  return mine.flatMap((vertex, at) => {
    if (theirs.some((candidate) => same(vertex, candidate))) return [];
    const sentence = `Vertex ${at + 1} of the ${here} rendering is not in the ${there}.`;
    return [{ what: 'vertex', vertex: at, of, sentence }];
  });
}
