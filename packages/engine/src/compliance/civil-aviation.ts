// What a notice says of civil aviation: who was told, when, and whether of its volumes' limits.
import { ellipsoidalInterval, outlinePoints, writeHeight } from '@parley/geo';
import type { AltitudeInterval, Height, HeightBound, Outline } from '@parley/geo';
import type { CivilAviation, Notice } from '@parley/protocol';
import { held, lengthText } from './finding.ts';
import type { ComplianceCode, Held, NoticeObject } from './finding.ts';

/** The civil-aviation block: who was told, when, and whether it has the volumes' limits. */
export function civilFindings(object: NoticeObject, nowMs: number): Held[] {
  const { body } = object;
  const block = 'civilAviation' in body ? body.civilAviation : undefined;
  const startMs = Math.min(...body.volumes.map(({ window }) => window.startMs));
  const ended = body.kind === 'air-defence' && body.state === 'ended';
  if (ended) return [];
  if (block === undefined) {
    const needed = body.kind === 'exercise' && body.liveFire;
    return needed ? [held(object, 'civil-aviation', 'compliance.civil-block-missing', {})] : [];
  }
  const found: Held[] = [];
  const add = (code: ComplianceCode, slots = {}): void => {
    found.push(held(object, 'civil-aviation', code, { unit: block.unit, ...slots }));
  };
  if (block.toldMs === undefined && nowMs >= startMs) add('compliance.atc-not-told');
  if (block.toldMs !== undefined && block.toldMs > startMs) {
    add('compliance.atc-told-late', { late: lengthText(block.toldMs - startMs) });
  }
  if (block.toldMs !== undefined && block.acknowledgedMs === undefined && nowMs >= startMs) {
    add('compliance.atc-not-acknowledged');
  }
  if (block.notam === undefined && nowMs >= startMs) add('compliance.notam-missing');
  for (const { code, slots } of unlikeLimits(body, block)) add(code, slots);
  return found;
}

type Unlike = { readonly code: ComplianceCode; readonly slots: Readonly<Record<string, string>> };

/** Limits that are not those of a volume, or that cannot be told to be; each pair once. */
function unlikeLimits({ volumes }: Notice, block: CivilAviation): Unlike[] {
  const found = new Map<string, Unlike>();
  for (const { band, outline } of volumes) {
    for (const [drawn, told] of [
      [band.lower, block.lower],
      [band.upper, block.upper],
    ] as const) {
      const result = compareLimits(drawn, told, outline);
      if (result === 'same') continue;
      const slots = { stated: writeHeight(told), drawn: writeHeight(drawn) };
      const references = { told: referenceOf(told), has: referenceOf(drawn) };
      found.set(
        `${slots.stated} ${slots.drawn}`,
        result === 'differ'
          ? { code: 'compliance.limits-differ', slots }
          : { code: 'compliance.limits-not-compared', slots: { ...slots, ...references } },
      );
    }
  }
  return [...found.values()];
}

/** Limits on one scale may differ by the rounding to a metre. */
const SAME_CENTIMETRES = 100;

/**
 * Limits on one scale are compared as stated. On different ones each is taken as wide as it may be
 * (pressure, temperature, geoid): they differ when no height is in both. Above the ground, which is
 * not known here, that is certain only outside of every ground of the earth.
 */
function compareLimits(
  drawn: HeightBound,
  told: HeightBound,
  outline: Outline,
): 'same' | 'differ' | 'unknown' {
  const [a, b] = [overGround(drawn), overGround(told)];
  if (a.kind !== 'height' || b.kind !== 'height') return a.kind === b.kind ? 'same' : 'differ';
  if (onOneScale(a, b)) {
    return Math.abs(a.centimetres - b.centimetres) > SAME_CENTIMETRES ? 'differ' : 'same';
  }
  const around = outlinePoints(outline, STEP_METRES);
  const span = (bound: Height): AltitudeInterval =>
    ellipsoidalInterval({ lower: bound, upper: bound }, around);
  const [one, other] = [span(a), span(b)];
  const apart =
    one.lowerCentimetres > other.upperCentimetres || other.lowerCentimetres > one.upperCentimetres;
  if (apart) return 'differ';
  return needsGround(a) || needsGround(b) ? 'unknown' : 'same';
}

/** Points of a boundary this far apart bound its geoid, together with what `geoidRange` adds. */
const STEP_METRES = 50_000;

/** The surface is nothing above the ground. */
function overGround(bound: HeightBound): Height | { readonly kind: 'unlimited' } {
  if (bound.kind !== 'surface') return bound;
  return { kind: 'height', centimetres: 0, unit: 'm', reference: 'AGL' };
}

function needsGround({ reference }: Height): boolean {
  return reference === 'AGL' || reference === 'QFE';
}

// On QNH and QFE the setting is part of the scale, and two that nobody stated may differ.
function onOneScale(a: Height, b: Height): boolean {
  if (a.reference !== b.reference) return false;
  if (a.reference !== 'QNH' && a.reference !== 'QFE') return true;
  const setting = a.settingDecihectopascals;
  return setting !== undefined && setting === b.settingDecihectopascals;
}

function referenceOf(bound: HeightBound): string {
  return bound.kind === 'height' ? bound.reference : writeHeight(bound);
}
