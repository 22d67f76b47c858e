// Writes a true bearing as each side states bearings: from every north that is in use here, in
// every unit. What is written is read back by `readBearing`, and says its north and its unit.
import type { Position } from '../position/position.ts';
import type { ReadRefusal } from '../reading/reading.ts';
import { IN_CIRCLE } from './bearing.ts';
import type { BearingNorth, BearingUnit } from './bearing.ts';
import { gridConvergence } from './grid-convergence.ts';
import type { BearingGrid } from './grid-convergence.ts';
import { bearingFrom } from './true-bearing.ts';

/** The north and the unit; UTM is UPS from 84 N and below 80 S. */
export type BearingForm =
  `${'TRUE' | 'MAGNETIC' | 'UTM' | 'SK42'}_${'DEGREES' | 'MILS6400' | 'MILS6000'}`;

/** A bearing in one form of writing, with what was done to get there and how far it may be off. */
export type BearingText =
  | {
      readonly form: BearingForm;
      readonly text: string;
      readonly transformation: string;
      /** Of the transformation (see `bearingFrom`), and half of the last digit written. */
      readonly accuracyDegrees: number;
    }
  /** A form that cannot be given there or then, and why. */
  | { readonly form: BearingForm; readonly text: undefined; readonly refusal: ReadRefusal };

/**
 * A bearing (degrees clockwise from true north, taken round the circle) at a WGS-84 position at an
 * instant (ms since 1970), in twelve forms: "221.4° true", "216.0° magnetic", "220.7° grid UTM",
 * "220.7° grid SK-42", and each in NATO mils, "3936 NATO mils (6400) true", and in mils of 6000,
 * "36-90 mils (6000) true". Degrees to the tenth. Forms that cannot be given keep their place, with
 * the refusal of `bearingFrom`. Never throws.
 */
export function bearingTexts(trueDegrees: number, at: Position, ms: number): BearingText[] {
  return FROM.flatMap(([name, north, grid]) => {
    const bearing = bearingFrom(north, trueDegrees, at, ms, grid);
    return UNITS.map((unit): BearingText => {
      const form = `${name}_${UNIT_NAMES[unit]}` as const;
      if (!bearing.ok) return { form, text: undefined, refusal: bearing.refusal };
      const { degrees, transformation, accuracyDegrees } = bearing.value;
      const from = north === 'grid' ? `grid ${gridName(grid, at)}` : north;
      return {
        form,
        text: `${writeAngle(degrees, unit)} ${from}`,
        transformation,
        accuracyDegrees: accuracyDegrees + HALF_DIGIT_DEGREES[unit],
      };
    });
  });
}

const FROM: readonly (readonly [
  'TRUE' | 'MAGNETIC' | 'UTM' | 'SK42',
  BearingNorth,
  BearingGrid,
])[] = [
  ['TRUE', 'true', 'UTM'],
  ['MAGNETIC', 'magnetic', 'UTM'],
  ['UTM', 'grid', 'UTM'],
  ['SK42', 'grid', 'SK42'],
];
const UNITS: readonly BearingUnit[] = ['degrees', 'mils6400', 'mils6000'];
const UNIT_NAMES = { degrees: 'DEGREES', mils6400: 'MILS6400', mils6000: 'MILS6000' } as const;
const HALF_DIGIT_DEGREES = { degrees: 0.05, mils6400: 180 / 6400, mils6000: 180 / 6000 } as const;

function gridName(grid: BearingGrid, at: Position): string {
  if (grid === 'SK42') return 'SK-42';
  return gridConvergence(at, grid).zone.startsWith('UPS') ? 'UPS' : 'UTM';
}

/** Rounded in integers, so that no text says 360.0, 6400 or 60-00. */
function writeAngle(degrees: number, unit: BearingUnit): string {
  const steps = unit === 'degrees' ? 3600 : IN_CIRCLE[unit];
  const count = Math.round((degrees * steps) / 360) % steps;
  const digits = String(count).padStart(4, '0');
  switch (unit) {
    case 'degrees':
      return `${digits.slice(0, 3)}.${digits.slice(3)}°`;
    case 'mils6400':
      return `${digits} NATO mils (6400)`;
    case 'mils6000':
      return `${digits.slice(0, 2)}-${digits.slice(2)} mils (6000)`;
  }
}
