import type { Position } from '../position/position.ts';

/**
 * The shape of a volume on the ground. Edges are WGS-84 geodesics.
 * A polygon's ring is open (the first vertex is not repeated), of either winding; the smaller of
 * the two areas is meant. A corridor is every point within `halfWidthCentimetres` of the line.
 */
export type Outline =
  | { readonly kind: 'polygon'; readonly ring: readonly Position[] }
  | { readonly kind: 'circle'; readonly centre: Position; readonly radiusCentimetres: number }
  | {
      readonly kind: 'corridor';
      readonly line: readonly Position[];
      readonly halfWidthCentimetres: number;
    };
