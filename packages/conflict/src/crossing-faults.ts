// Rings that cross or touch themselves, with geodesic edges. Such a ring has no clear inside.
import type { Position } from '@parley/geo';
import { arcChord, crossingFraction, visitArcPairs } from './arcs.ts';
import { pointOf, traceOf } from './trace.ts';
import type { Trace } from './trace.ts';
import type { VolumeFault } from './volume-faults.ts';

/** Edges that do not follow each other must keep this far apart; vertices are 1 cm steps. */
const APART_METRES = 0.0005;
const FAULTS_MAX = 8;

/** Whether edges of the rings of an area cross, touch or turn back on each other. */
export function ringsMeet(trace: Trace): boolean {
  let met = false;
  visitArcPairs(
    trace,
    trace,
    () => (met ? -Infinity : APART_METRES),
    (i, j) => {
      if (i < j && !met) met = meeting(trace, i, j) !== undefined;
    },
  );
  return met;
}

/**
 * Faults of rings whose edges cross, touch or turn back on each other; at most a few of them.
 * `fields` names each ring.
 */
export function crossingFaults(
  rings: readonly (readonly Position[])[],
  fields: readonly string[],
): VolumeFault[] {
  const trace = traceOf(rings, true);
  const pairs = new Map<string, VolumeFault>();
  visitArcPairs(
    trace,
    trace,
    () => APART_METRES,
    (i, j) => {
      if (i >= j || pairs.size >= FAULTS_MAX) return;
      const how = meeting(trace, i, j);
      if (how === undefined) return;
      const [ringI, ringJ] = [trace.ringOf[i] ?? 0, trace.ringOf[j] ?? 0];
      const [from, to] = [trace.vertexOf[i] ?? 0, trace.vertexOf[j] ?? 0];
      const edge = `the edge from here to vertex ${from + 1}`;
      const next = (to + 1) % (rings[ringJ]?.length ?? 1);
      const of = ringI === ringJ ? '' : ` of ${fields[ringJ]}`;
      pairs.set(`${ringI} ${from} ${ringJ} ${to}`, {
        field: `${fields[ringI]}[${from}]`,
        fault: `${edge} ${how} the edge from ${to} to ${next}${of}`,
        right: 'a ring whose edges meet only at the vertex that they share',
      });
    },
  );
  return [...pairs.values()];
}

function meeting(trace: Trace, i: number, j: number): string | undefined {
  const one = trace.ringOf[i] === trace.ringOf[j];
  const follows = one && j === i + 1;
  const wraps =
    one && trace.ringOf[i - 1] !== trace.ringOf[i] && trace.ringOf[j + 1] !== trace.ringOf[j];
  if (follows || wraps) {
    // They share a point; the other ends must be off the other arc.
    const [first, second] = follows ? [i, j] : [j, i];
    const back =
      arcChord(trace, second, pointOf(trace, first)) < APART_METRES ||
      arcChord(trace, first, pointOf(trace, second + 1)) < APART_METRES;
    return back ? 'turns back on' : undefined;
  }
  if (crossingFraction(trace, i, trace, j) !== undefined) return 'crosses';
  const ends = [0, 1].some(
    (end) =>
      arcChord(trace, j, pointOf(trace, i + end)) < APART_METRES ||
      arcChord(trace, i, pointOf(trace, j + end)) < APART_METRES,
  );
  return ends ? 'touches' : undefined;
}
