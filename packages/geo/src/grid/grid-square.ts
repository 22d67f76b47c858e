// Zones, bands and the letters of the 100 km squares of MGRS (NGA.STND.0037 2.0.0, 2014), between
// a position and the metres of its square.
import type { Position } from '../position/position.ts';
import { projectPolar, unprojectPolar } from './polar-stereographic.ts';
import { present } from '../reading/present.ts';
import { projectMercator, unprojectMercator } from './transverse-mercator.ts';
import type { GroundPoint } from './transverse-mercator.ts';

/** A place in a square: `zone` is 0 at the poles; metres from the square's south-west corner. */
export type InSquare = {
  readonly zone: number;
  readonly band: string;
  readonly column: string;
  readonly row: string;
  readonly eastMetres: number;
  readonly northMetres: number;
};

export const SQUARE_METRES = 100_000;
export const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
/** Counted from the equator, as `bandOf` counts. */
const [BAND_V, BAND_X] = [BANDS.indexOf('V') - 10, BANDS.indexOf('X') - 10];
export const POLAR_BANDS = 'ABYZ';
const COLUMNS = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR'];
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';
/** By polar band: south-west, south-east, north-west, north-east. */
const POLAR_COLUMNS = ['JKLPQRSTUXYZ', 'ABCFGHJKLPQR', 'RSTUXYZ', 'ABCFGHJ'];
const POLAR_ROWS = { north: 'ABCDEFGHJKLMNP', south: 'ABCDEFGHJKLMNPQRSTUVWXYZ' };
/** The squares counted from the false origin at which a polar quarter's letters begin. */
const POLAR_START = { north: 13, south: 8 };
const POLE_SQUARES = 20;
const FALSE_EAST_METRES = 500_000;
const ROWS_BELOW_EQUATOR = 100;
const DEGREE_E7 = 10_000_000;

/** The square that holds a position, and where in it. */
export function squareOf(position: Position): InSquare {
  const { latE7, lonE7 } = position;
  if (latE7 >= 84 * DEGREE_E7 || latE7 < -80 * DEGREE_E7) return polarSquareOf(position);
  const zone = zoneOf(position);
  const { east, north } = projectMercator({ latE7, lonE7: lonE7 - meridianE7(zone) });
  const column = Math.floor((east + FALSE_EAST_METRES) / SQUARE_METRES);
  const row = Math.floor(north / SQUARE_METRES);
  const band = BANDS.charAt(bandOf(latE7) + 10);
  return {
    zone,
    band,
    column: columnsOf(zone).charAt(column - 1),
    row: ROWS.charAt((row + rowShift(zone) + ROWS_BELOW_EQUATOR) % 20),
    eastMetres: east + FALSE_EAST_METRES - column * SQUARE_METRES,
    northMetres: north - row * SQUARE_METRES,
  };
}

/** The letters of a square, as `InSquare` has them. */
export type SquareName = Pick<InSquare, 'zone' | 'band' | 'column' | 'row'>;

/** From metres in a square to the ground, not rounded. */
export type SquareGround = (eastMetres: number, northMetres: number) => GroundPoint;

/** The ground of the square of this name; undefined when there is no such square. */
export function squareGround(square: SquareName): SquareGround | undefined {
  if (square.zone === 0) return polarGround(square);
  const { zone } = square;
  const column = columnsOf(zone).indexOf(square.column);
  const rowLetter = ROWS.indexOf(square.row);
  if (column < 0 || rowLetter < 0) return undefined;
  const row = rowOf(
    BANDS.indexOf(square.band) - 10,
    column,
    (rowLetter + 20 - rowShift(zone)) % 20,
  );
  if (row === undefined) return undefined;
  const west = (column + 1) * SQUARE_METRES - FALSE_EAST_METRES;
  const south = row * SQUARE_METRES;
  return (eastMetres, northMetres) => {
    const ground = unprojectMercator({ east: west + eastMetres, north: south + northMetres });
    return { latE7: ground.latE7, lonE7: ground.lonE7 + meridianE7(zone) };
  };
}

/** Six degrees each, but for south-west Norway and Svalbard; 180 degrees is in zone 1. */
export function zoneOf({ latE7, lonE7 }: Position): number {
  const lon = Math.floor(lonE7 / DEGREE_E7);
  const band = bandOf(latE7);
  if (band === BAND_V && lon >= 3 && lon < 6) return 32;
  if (band === BAND_X && lon >= 0 && lon < 42) return 2 * Math.floor((lon + 183) / 12) + 1;
  return lon === 180 ? 1 : Math.floor((lon + 186) / 6);
}

/** -10 (C) to 9 (X), eight degrees each; X has twelve. */
function bandOf(latE7: number): number {
  return Math.min(9, Math.floor(latE7 / (8 * DEGREE_E7)));
}

function meridianE7(zone: number): number {
  return (6 * zone - 183) * DEGREE_E7;
}

function columnsOf(zone: number): string {
  return present(COLUMNS[zone % 3]);
}

/** In even zones the letters of the rows begin five rows further south. */
function rowShift(zone: number): number {
  return zone % 2 === 0 ? 5 : 0;
}

/**
 * The row, counted from the equator, that has this letter and touches this band. Bands are not
 * parallels on the grid: at 64 and 72 degrees a row is cut only in some columns. The bounds and
 * those four cases are worked out in GeographicLib's MGRS::UTMRow (Karney).
 */
function rowOf(band: number, column: number, letter: number): number | undefined {
  const middle = (100 * (8 * band + 4)) / 90;
  const isNorth = band >= 0;
  const least = band > -10 ? Math.floor(middle - 4.3 - (isNorth ? 0.1 : 0)) : -90;
  const most = band < 9 ? Math.floor(middle + 4.4 - (isNorth ? 0.1 : 0)) : 94;
  const base = Math.trunc((least + most) / 2) - 10;
  const row = ((((letter - base) % 20) + 20) % 20) + base;
  if (row >= least && row <= most) return row;
  const [mirrorBand, mirrorRow] = isNorth ? [band, row] : [-band - 1, -row - 1];
  const mirrorColumn = column < 4 ? column : 7 - column;
  const touches =
    (mirrorRow === 70 && mirrorBand === 8 && mirrorColumn >= 2) ||
    (mirrorRow === 71 && mirrorBand === 7 && mirrorColumn <= 2) ||
    (mirrorRow === 79 && mirrorBand === 9 && mirrorColumn >= 1) ||
    (mirrorRow === 80 && mirrorBand === 8 && mirrorColumn <= 1);
  return touches ? row : undefined;
}

function polarSquareOf(position: Position): InSquare {
  const pole = position.latE7 > 0 ? 'north' : 'south';
  const { east, north } = projectPolar(position, pole === 'north');
  const column = Math.floor(east / SQUARE_METRES) + POLE_SQUARES;
  const row = Math.floor(north / SQUARE_METRES) + POLE_SQUARES;
  const quarter = (pole === 'north' ? 2 : 0) + (column >= POLE_SQUARES ? 1 : 0);
  const first = column >= POLE_SQUARES ? POLE_SQUARES : POLAR_START[pole];
  return {
    zone: 0,
    band: POLAR_BANDS.charAt(quarter),
    column: present(POLAR_COLUMNS[quarter]).charAt(column - first),
    row: POLAR_ROWS[pole].charAt(row - POLAR_START[pole]),
    eastMetres: east - (column - POLE_SQUARES) * SQUARE_METRES,
    northMetres: north - (row - POLE_SQUARES) * SQUARE_METRES,
  };
}

function polarGround(square: SquareName): SquareGround | undefined {
  const quarter = POLAR_BANDS.indexOf(square.band);
  const pole = quarter >= 2 ? 'north' : 'south';
  const column = present(POLAR_COLUMNS[quarter]).indexOf(square.column);
  const row = POLAR_ROWS[pole].indexOf(square.row);
  if (column < 0 || row < 0) return undefined;
  const first = quarter % 2 === 1 ? 0 : POLAR_START[pole] - POLE_SQUARES;
  const west = (column + first) * SQUARE_METRES;
  const south = (row + POLAR_START[pole] - POLE_SQUARES) * SQUARE_METRES;
  return (eastMetres, northMetres) =>
    unprojectPolar({ east: west + eastMetres, north: south + northMetres }, pole === 'north');
}
