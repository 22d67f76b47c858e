// A band in another reference: wide enough to hold everything the stated one may mean there.
import type { AltitudeBand, Height, HeightBound, HeightReference } from './height.ts';
import { HEIGHT_CENTIMETRES_MAX, HEIGHT_CENTIMETRES_MIN } from './height.ts';
import { rangeIn, surroundingsOf } from './height-range.ts';
import type { KnownAir, Surroundings } from './height-range.ts';
import { settingIn } from './height-texts.ts';
import type { Position } from '../position/position.ts';
import type { Reading } from '../reading/reading.ts';

const UNIT_CENTIMETRES = { m: 100, ft: 30.48 } as const;

/**
 * The band in `reference`, its limits moved outwards to whole metres, or to whole feet where they
 * were stated in feet or flight levels. A limit that is in the reference already, the surface and
 * unlimited stay as stated; any other is included, for it may be reached. A lower limit below
 * -500 m becomes the surface, an upper one above 100 km unlimited. Refuses, saying what must be
 * known, where `heightTexts` would give nothing. `around` and `known` are as for `heightTexts`.
 */
export function bandIn(
  band: AltitudeBand,
  reference: HeightReference,
  around: readonly Position[],
  known: KnownAir,
): Reading<AltitudeBand> {
  const here = surroundingsOf(around, known);
  const lower = limitIn(band.lower, reference, here, 'lower');
  if (!lower.ok) return lower;
  const upper = limitIn(band.upper, reference, here, 'upper');
  return upper.ok ? { ok: true, value: { lower: lower.value, upper: upper.value } } : upper;
}

function limitIn(
  bound: HeightBound,
  reference: HeightReference,
  here: Surroundings,
  side: 'lower' | 'upper',
): Reading<HeightBound> {
  if (bound.kind !== 'height') return { ok: true, value: bound };
  const outcome = rangeIn(bound, reference, here);
  if (!outcome.ok) {
    const found = `a height in ${bound.reference}`;
    const sentence = `The ${side} limit cannot be given in ${reference} without ${outcome.needs}.`;
    return { ok: false, refusal: { at: 0, found, expected: outcome.needs, sentence } };
  }
  const [least, greatest] = outcome.range.metres;
  const setting = settingIn(bound, reference, here);
  const isSame = bound.reference === reference && least === greatest;
  if (isSame) return { ok: true, value: withSetting(bound, setting) };
  const unit = bound.unit === 'm' ? 'm' : 'ft';
  const length = UNIT_CENTIMETRES[unit];
  const whole =
    side === 'lower'
      ? Math.floor((100 * least + 1e-6) / length)
      : Math.ceil((100 * greatest - 1e-6) / length);
  const centimetres = Math.round(whole * length) + 0;
  if (side === 'lower' && centimetres < HEIGHT_CENTIMETRES_MIN) {
    return { ok: true, value: { kind: 'surface' } };
  }
  if (side === 'upper' && centimetres > HEIGHT_CENTIMETRES_MAX) {
    return { ok: true, value: { kind: 'unlimited' } };
  }
  const inside = Math.min(HEIGHT_CENTIMETRES_MAX, Math.max(HEIGHT_CENTIMETRES_MIN, centimetres));
  return { ok: true, value: withSetting(heightAt(inside, unit, reference), setting) };
}

function heightAt(centimetres: number, unit: 'm' | 'ft', reference: HeightReference): Height {
  return { kind: 'height', centimetres, unit, reference };
}

function withSetting(height: Height, setting: number | undefined): Height {
  return setting === undefined ? height : { ...height, settingDecihectopascals: setting };
}
