// An ellipse as an area: the polygon of tangents to it, with as many corners as keep it within a
// centimetre of the ellipse. It holds all of the ellipse, so that nothing is missed.
import type { Position } from '@parley/geo';
import { directDegrees } from '@parley/geo';
import type { Ellipse } from './volume.ts';

/** How far a corner may lie outside of the ellipse. */
const BEYOND_METRES = 0.01;
const CORNERS_MIN = 16;

/** Corners of the area, in order, not rounded to steps. */
export function ellipseRing(ellipse: Ellipse): Position[] {
  const majorMetres = ellipse.semiMajorCentimetres / 100;
  // 1 / cos(x) - 1 is below 0.52 x squared where there are 16 corners or more.
  const count = Math.ceil(Math.PI * Math.sqrt((0.52 * majorMetres) / BEYOND_METRES));
  return tangentCorners(ellipse, Math.max(CORNERS_MIN, count), 1);
}

/**
 * A few corners around the ellipse, for a first look. Their edges, up to 200 km long, are geodesics
 * and run up to 8 parts in 100,000 nearer to the centre than tangents would.
 */
export function ellipseHull(ellipse: Ellipse): Position[] {
  return tangentCorners(ellipse, CORNERS_MIN, 1.001);
}

/**
 * Two tangents to a circle of radius 1 whose points are 2 pi / n apart meet at 1 / cos(pi / n); an
 * ellipse is a circle stretched along its axes.
 */
function tangentCorners(ellipse: Ellipse, count: number, scale: number): Position[] {
  const { centre, azimuthMillidegrees } = ellipse;
  const beyond = scale / Math.cos(Math.PI / count);
  const major = (beyond * ellipse.semiMajorCentimetres) / 100;
  const minor = (beyond * ellipse.semiMinorCentimetres) / 100;
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const [along, across] = [major * Math.cos(turn), minor * Math.sin(turn)];
    const azimuth = azimuthMillidegrees / 1000 + (Math.atan2(across, along) * 180) / Math.PI;
    const end = directDegrees(centre, azimuth, Math.hypot(along, across));
    return { latE7: end.latDegrees * 1e7, lonE7: end.lonDegrees * 1e7 };
  });
}
