// Where a compass points: the declination by the World Magnetic Model of the date meant, with its
// accuracy; refused where or when no model can be relied on. And the check of its last day.
import type { Position } from '../position/position.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { civilFromDays, DAY_MS } from '../time/calendar.ts';
import {
  MAGNETIC_MODELS,
  magneticField,
  magneticModelAt,
  newestMagneticModel,
} from './magnetic-field.ts';
import type { MagneticModel } from './magnetic-field.ts';

/** The angle from true north to magnetic north at a place and an instant. */
export type Declination = {
  /** Clockwise, -180 to 180: east is positive, and true = magnetic + this. */
  readonly degreesEast: number;
  /** One standard deviation by NOAA's error model: 68 in 100 differ by less. */
  readonly accuracyDegrees: number;
  readonly model: MagneticModel['name'];
  /** The horizontal field; a compass grows worse as it falls. */
  readonly horizontalNanotesla: number;
  /** From 2,000 to below 6,000 nT NOAA advises caution. */
  readonly isCaution: boolean;
};

/** NOAA's blackout zone lies below the first, its caution zone below the second (WMM2020, 1.9). */
const BLACKOUT_NANOTESLA = 2_000;
const CAUTION_NANOTESLA = 6_000;
const WARNING_DAYS = 180;

/**
 * The declination at a WGS-84 position on the ellipsoid, at an instant in ms since 1970. By the
 * model that held at that instant: WMM-2015, WMM-2015v2 from 2018-09-18, WMM-2020, WMM-2025 (NOAA
 * NCEI and BGS). Refused when no model covers the date, and in NOAA's blackout zones around the
 * magnetic poles. The models are of the earth's core: rock, steel and magnetic storms are in the
 * standard deviation on the average only. 10 km of height change it by a third of that at most.
 */
export function declination(position: Position, ms: number): Reading<Declination> {
  const model = magneticModelAt(ms);
  if (model === undefined) return refuseDate(ms);
  const { northNanotesla, eastNanotesla } = magneticField(model, position, 0, ms);
  const horizontalNanotesla = Math.hypot(northNanotesla, eastNanotesla);
  if (horizontalNanotesla < BLACKOUT_NANOTESLA) return refuseBlackout(model, horizontalNanotesla);
  return {
    ok: true,
    value: {
      degreesEast: (Math.atan2(eastNanotesla, northNanotesla) * 180) / Math.PI,
      accuracyDegrees: Math.hypot(
        model.offsetDegrees,
        model.slopeDegreeNanotesla / horizontalNanotesla,
      ),
      model: model.name,
      horizontalNanotesla,
      isCaution: horizontalNanotesla < CAUTION_NANOTESLA,
    },
  };
}

/**
 * For the start of a program: a sentence from 180 days before the newest model ends, and another
 * one from its end on, when every magnetic bearing is refused; else undefined. `nowMs` is in ms
 * since 1970.
 */
export function magneticModelFault(nowMs: number): string | undefined {
  const { name, endMs } = newestMagneticModel();
  const lastDay = dayOf(endMs - 1);
  if (nowMs >= endMs) {
    return (
      `${name}, the newest magnetic model here, ended on ${lastDay}: magnetic bearings of later ` +
      'dates are refused until a version with the next model is installed.'
    );
  }
  const daysLeft = Math.ceil((endMs - nowMs) / DAY_MS);
  if (daysLeft > WARNING_DAYS) return undefined;
  const days = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
  return (
    `${name}, the newest magnetic model here, ends on ${lastDay}, in ${days}: install a ` +
    'version with the next model before then, or magnetic bearings will be refused.'
  );
}

function refuseDate(ms: number): Refused {
  const first = dayOf(Math.min(...MAGNETIC_MODELS.map(({ startMs }) => startMs)));
  const last = dayOf(newestMagneticModel().endMs - 1);
  const names = MAGNETIC_MODELS.map(({ name }) => name).join(', ');
  const found = dayOf(ms);
  const expected = `a date from ${first} to ${last}, which the models ${names} cover`;
  return { ok: false, refusal: { at: 0, found, expected, sentence: sentence(expected, found) } };
}

function refuseBlackout({ name }: MagneticModel, horizontalNanotesla: number): Refused {
  const found = `${Math.floor(horizontalNanotesla)} nT`;
  const expected =
    `a horizontal field of ${BLACKOUT_NANOTESLA} nT by ${name}: nearer to the magnetic pole is ` +
    "NOAA's blackout zone, where no compass can be relied on";
  return { ok: false, refusal: { at: 0, found, expected, sentence: sentence(expected, found) } };
}

function sentence(expected: string, found: string): string {
  return `Found ${found}, expected ${expected}.`;
}

function dayOf(ms: number): string {
  if (!Number.isFinite(ms)) return String(ms);
  const { year, month, day } = civilFromDays(Math.floor(ms / DAY_MS));
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
