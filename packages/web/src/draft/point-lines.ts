// Positions from pasted or typed text: each line read by itself, in whatever form it is written.
// Nothing is guessed: a line is split only when the whole cannot be read and every part can.
import { readPosition } from '@parley/geo';
import type { Position, PositionOutcome, Theatre } from '@parley/geo';

/** One position as it was written, and what it was taken for or why it was refused. */
export type PointLine = { readonly text: string; readonly reading: PositionOutcome };

const POINT_LINES_MAX = 1_000;
const NUMBERING = /^\s*(?:[-*•]\s+|\(?\d{1,4}[.):]\s+|[A-Za-z]\d{0,3}[.):]\s+)/;
const BETWEEN = [/\s*[/|]\s*/, /\s*[-–—]\s*/, /\s*,\s*/];

/**
 * The positions of a paste, in order, at most 1,000. One a line or between semicolons; several on a
 * line between slashes, dashes or commas where that is the only way to read it; a number or bullet
 * before a position is passed over. `theatre` orders the ways to read what is ambiguous.
 */
export function pointLines(text: string, theatre: Theatre = {}): PointLine[] {
  const lines = text.split(/[\r\n;]+/).filter((line) => line.trim() !== '');
  return lines.slice(0, POINT_LINES_MAX).flatMap((line) => readLine(line, theatre));
}

/**
 * The positions of a line of points, without those that only repeat the one before. For a ring
 * (`closed`) the last is left out too when it repeats the first: a ring is open (geo's Outline).
 */
export function distinctPoints(points: readonly Position[], closed: boolean): Position[] {
  const distinct = points.filter((point, at) => at === 0 || !same(point, points[at - 1]));
  const repeats = closed && distinct.length > 1 && same(distinct[0], distinct.at(-1));
  return repeats ? distinct.slice(0, -1) : distinct;
}

function readLine(line: string, theatre: Theatre): PointLine[] {
  const text = line.trim();
  const whole = readPosition(text, theatre);
  if (whole.ok) return [{ text, reading: whole }];
  const bare = text.replace(NUMBERING, '');
  for (const candidate of bare === text ? [text] : [bare, text]) {
    const one = readPosition(candidate, theatre);
    if (one.ok) return [{ text: candidate, reading: one }];
    const several = BETWEEN.map((between) => split(candidate, between)).find((parts) => parts);
    if (several !== undefined) return several;
  }
  return [{ text, reading: whole }];
}

function split(text: string, between: RegExp): PointLine[] | undefined {
  const parts = text.split(between).filter((part) => part.trim() !== '');
  if (parts.length < 2) return undefined;
  const lines = parts.map((part) => ({ text: part, reading: readPosition(part) }));
  return lines.every(({ reading }) => reading.ok) ? lines : undefined;
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a.latE7 === b.latE7 && a.lonE7 === b.lonE7;
}
