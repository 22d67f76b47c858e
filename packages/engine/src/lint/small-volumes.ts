// A list of points drawn as volumes: three or more, each no larger than a house.
import { inverse } from '@parley/geo';
import type { Position } from '@parley/geo';
import type { Body, WireVolume } from '@parley/protocol';
import { volumesOf } from '../volumes.ts';
import { lintFault } from './lint-fault.ts';
import type { LintFault } from './lint-fault.ts';

const SMALL_METRES = 250;
const LIST_OF = 3;

/**
 * One fault where an activity in the air or of air defence, an observation of others' forces, or a
 * question has three or more volumes that each fit into a square of 250 m. Protected objects,
 * movements, exercises and incidents are at such places by their nature.
 */
export function smallVolumes(body: Body): LintFault[] {
  if (!isHeld(body)) return [];
  const small = volumesOf(body).filter(isSmall);
  if (small.length < LIST_OF) return [];
  return [lintFault('small-volumes', 'volumes', `${small.length} small volumes`)];
}

function isHeld(body: Body): boolean {
  if (body.type === 'notice') return body.kind === 'air-activity' || body.kind === 'air-defence';
  if (body.type === 'declaration') return body.matter === 'deployment' && body.whose === 'observed';
  return body.type === 'question';
}

function isSmall({ outline }: WireVolume): boolean {
  if (outline.kind === 'circle') return (2 * outline.radiusCentimetres) / 100 < SMALL_METRES;
  if (outline.kind === 'polygon') return longestSideMetres(outline.ring) < SMALL_METRES;
  const width = (2 * outline.halfWidthCentimetres) / 100;
  return longestSideMetres(outline.line) + width < SMALL_METRES;
}

/** The longer side of the box of latitude and longitude that holds the points. */
function longestSideMetres(points: readonly Position[]): number {
  const lats = points.map(({ latE7 }) => latE7);
  const lons = points.map(({ lonE7 }) => lonE7);
  const corner = { latE7: Math.min(...lats), lonE7: Math.min(...lons) };
  const north = { ...corner, latE7: Math.max(...lats) };
  const east = { ...corner, lonE7: Math.max(...lons) };
  return Math.max(inverse(corner, north).distanceMetres, inverse(corner, east).distanceMetres);
}
