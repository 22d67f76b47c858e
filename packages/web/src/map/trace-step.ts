// How finely an outline is traced for drawing: fine enough to look right at any zoom that shows all
// of it, coarse enough to stay cheap.
import { inverse } from '@parley/geo';
import type { Outline, Position } from '@parley/geo';

const PIECES = 240;
const ARC_PIECES = 96;
const STEP_METRES_MIN = 1;

/** The step for `outlinePoints`, in metres, from the outline's own size. */
export function traceStepMetres(outline: Outline): number {
  switch (outline.kind) {
    case 'circle':
      return step((2 * Math.PI * outline.radiusCentimetres) / 100 / ARC_PIECES);
    case 'polygon':
      return step(lengthMetres(outline.ring) / PIECES);
    case 'corridor': {
      const arcMetres = (2 * Math.PI * outline.halfWidthCentimetres) / 100 / ARC_PIECES;
      return step(Math.max(arcMetres, lengthMetres(outline.line) / PIECES));
    }
  }
}

function lengthMetres(line: readonly Position[]): number {
  return line.reduce((sum, at, i) => {
    const before = line[i - 1];
    return before === undefined ? sum : sum + inverse(before, at).distanceMetres;
  }, 0);
}

function step(metres: number): number {
  return Math.max(STEP_METRES_MIN, metres);
}
