// Short ways to write volumes in tests.
import type { HeightReference, Outline, Position } from '@parley/geo';
import type { Entered, Minima, Shape, Volume } from '../src/index.ts';

export const NO_MINIMA: Minima = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };

export function at(lat: number, lon: number): Position {
  return { latE7: Math.round(lat * 1e7), lonE7: Math.round(lon * 1e7) };
}

export function polygon(...corners: readonly (readonly [number, number])[]): Outline {
  return { kind: 'polygon', ring: corners.map(([lat, lon]) => at(lat, lon)) };
}

export function circle(lat: number, lon: number, radiusMetres: number): Outline {
  return {
    kind: 'circle',
    centre: at(lat, lon),
    radiusCentimetres: Math.round(radiusMetres * 100),
  };
}

export function corridor(
  halfWidthMetres: number,
  ...line: readonly (readonly [number, number])[]
): Outline {
  const halfWidthCentimetres = halfWidthMetres * 100;
  return { kind: 'corridor', line: line.map(([lat, lon]) => at(lat, lon)), halfWidthCentimetres };
}

type Ring = readonly (readonly [lat: number, lon: number])[];

export function holed(border: Ring, ...holes: readonly Ring[]): Shape {
  const places = (ring: Ring): Position[] => ring.map(([lat, lon]) => at(lat, lon));
  return { kind: 'polygon', ring: places(border), holes: holes.map(places) };
}

export function ellipse(
  [lat, lon]: readonly [lat: number, lon: number],
  semiMajorMetres: number,
  semiMinorMetres: number,
  azimuthDegrees: number,
): Shape {
  return {
    kind: 'ellipse',
    centre: at(lat, lon),
    semiMajorCentimetres: Math.round(semiMajorMetres * 100),
    semiMinorCentimetres: Math.round(semiMinorMetres * 100),
    azimuthMillidegrees: Math.round(azimuthDegrees * 1000),
  };
}

/** An hour from the epoch on, 0 to 1,000 m above the ellipsoid, unless told otherwise. */
export function volume(
  outline: Shape,
  metres: readonly [number, number] = [0, 1000],
  window: readonly [number, number] = [0, 3_600_000],
  reference: HeightReference = 'HAE',
): Volume {
  const [lower, upper] = metres.map((value) => ({
    kind: 'height' as const,
    centimetres: Math.round(value * 100),
    unit: 'm' as const,
    reference,
  }));
  if (lower === undefined || upper === undefined) throw new Error('bug: two limits');
  return { outline, band: { lower, upper }, window: { startMs: window[0], endMs: window[1] } };
}

export function entered(id: string, owner: string, ...volumes: readonly Volume[]): Entered {
  return { id, owner, volumes };
}

export function lateral(metres: number): Minima {
  return { ...NO_MINIMA, lateralCentimetres: Math.round(metres * 100) };
}
