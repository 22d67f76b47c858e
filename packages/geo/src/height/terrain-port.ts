// The ground under a place, as a deployment knows it. Geo ships no terrain of its own.
import type { Position } from '../position/position.ts';

/** The ground of an area, metres above mean sea level (EGM96). */
export type GroundRange = {
  readonly leastMetres: number;
  readonly greatestMetres: number;
  /** How far the ground may lie outside of the two: the model's error, with its datum's. */
  readonly accuracyMetres: number;
};

/** A named model of the ground. */
export type TerrainModel = {
  /** As readouts name it: "Copernicus DEM GLO-30". */
  readonly title: string;
  /** The ground everywhere in the area that `around` bounds; undefined where it is not covered. */
  readonly rangeMetres: (around: readonly Position[]) => GroundRange | undefined;
};
