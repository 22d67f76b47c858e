// A warning as a seat fills it in, and the body that it makes. Short on purpose: there is no time.
import { readPosition } from '@parley/geo';
import type { Position } from '@parley/geo';
import { readBody, refuse, WARNING_VOLUMES_MAX } from '@parley/protocol';
import type { Outcome, Ref, Warning, WireVolume } from '@parley/protocol';

/** Where: the volumes of what is in hand, or a circle around a position in any form of writing. */
export type WarningPlace =
  | { readonly kind: 'in-hand'; readonly about: Ref; readonly volumes: readonly WireVolume[] }
  | { readonly kind: 'circle'; readonly position: string; readonly radiusKm: string };

export type WarningForm = {
  readonly status: Warning['status'];
  readonly hazard: Warning['hazard'];
  readonly atRisk: Warning['atRisk'];
  readonly request: Warning['request'];
  readonly place: WarningPlace;
  /** How long it holds from now, minutes. */
  readonly minutes: number;
  readonly words: string;
};

/** The warning that a form makes at `nowMs`, or what is wrong with the first field that is. */
export function warningOf(form: WarningForm, nowMs: number): Outcome<Warning> {
  const volumes = volumesOf(form, nowMs);
  if (!volumes.ok) return volumes;
  const text = form.words.trim();
  const read = readBody({
    type: 'warning',
    status: form.status,
    hazard: form.hazard,
    atRisk: form.atRisk,
    request: form.request,
    volumes: volumes.value,
    ...(text === '' ? {} : { words: { text, language: 'en' } }),
    ...(form.place.kind === 'in-hand' ? { about: form.place.about } : {}),
  });
  if (read.ok && read.value.type !== 'warning') throw new Error('a warning was made');
  return read as Outcome<Warning>;
}

function volumesOf(form: WarningForm, nowMs: number): Outcome<readonly WireVolume[]> {
  const window = { startMs: nowMs, endMs: nowMs + form.minutes * 60_000 };
  const { place } = form;
  if (place.kind === 'in-hand') {
    const value = place.volumes
      .slice(0, WARNING_VOLUMES_MAX)
      .map(({ outline, band }) => ({ outline, band, window }));
    return { ok: true, value };
  }
  if (place.position.trim() === '') {
    return refuse('geometry', 'position', 'none is given yet', 'one in any form, DD or MGRS say');
  }
  const position = readPosition(place.position);
  if (!position.ok) {
    const { at, found, expected } = position.refusal;
    const fault = `at character ${at + 1}, "${found}" was found`;
    return refuse('geometry', 'position', fault, expected);
  }
  const radius = Number(place.radiusKm.replace(',', '.'));
  if (!(radius > 0 && radius <= 500)) {
    return refuse('geometry', 'radius', `"${place.radiusKm}" is not a radius`, '0.1 to 500 km');
  }
  return { ok: true, value: [circle(position.value.position, radius, window)] };
}

function circle(centre: Position, radiusKm: number, window: WireVolume['window']): WireVolume {
  const radiusCentimetres = Math.round(radiusKm * 100_000);
  const outline = { kind: 'circle' as const, centre, radiusCentimetres };
  return { outline, band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } }, window };
}
