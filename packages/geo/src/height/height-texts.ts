// One height in every reference that it can honestly be given in, each readout with its
// transformation and its accuracy. A readout holds everything that the height may mean.
import type { Height, HeightBound, HeightReference, HeightUnit } from './height.ts';
import { writeHeight, writeNumber } from './height.ts';
import { rangeIn, surroundingsOf } from './height-range.ts';
import type { HeightRange, KnownAir, Surroundings } from './height-range.ts';
import { writeSetting } from './pressure-setting.ts';
import type { Position } from '../position/position.ts';

/** A readout of a height. The limits are whole centimetres in the reference, both included. */
export type HeightText = {
  readonly reference: HeightReference;
  readonly unit: HeightUnit;
  /** "5 486.4 m STD"; where it is not exact "4 519 to 6 292 m AMSL", rounded outwards. */
  readonly text: string;
  readonly lowerCentimetres: number;
  readonly upperCentimetres: number;
  /** The steps that led to it, or "as stated". */
  readonly transformation: string;
  /** Half of what lies between the limits; half a centimetre at least. */
  readonly accuracyMetres: number;
};

const REFERENCES: readonly HeightReference[] = ['HAE', 'AMSL', 'AGL', 'QNH', 'QFE', 'STD'];
/** Centimetres. */
const UNIT_LENGTH: Readonly<Record<HeightUnit, number>> = { m: 100, ft: 30.48, FL: 3048 };
/** What the surface is: a height of nothing above the ground. */
const ON_GROUND: Height = { kind: 'height', centimetres: 0, unit: 'm', reference: 'AGL' };

/**
 * The height in each reference that it can be given in, in metres and in feet, and flight levels:
 * HAE, AMSL and STD from each other and from QNH and QFE; QNH where it is known or stated; AGL only
 * as stated or with a terrain model; QFE only as stated. The surface is 0 above the ground, so it
 * needs a terrain model for any other reference; nothing is given for "unlimited". `around` must
 * bound the place, as for `ellipsoidalInterval`, and the assumptions of that hold, except that a
 * `known` QNH is taken for the one of the place. Heights of altimeters are by ICAO Doc 7488.
 * Throws on a known QNH that is none (850 to 1099.9 hPa, whole tenths).
 */
export function heightTexts(
  bound: HeightBound,
  around: readonly Position[],
  known: KnownAir,
): readonly HeightText[] {
  if (bound.kind === 'unlimited') return [];
  const height = bound.kind === 'surface' ? ON_GROUND : bound;
  const here = surroundingsOf(around, known);
  const setting = height.settingDecihectopascals;
  const ownScale = setting !== undefined && here.qnh !== undefined && setting !== here.qnh;
  const stated: HeightRange = {
    metres: [height.centimetres / 100, height.centimetres / 100],
    steps: ['as stated'],
  };
  return REFERENCES.flatMap((reference) => {
    const outcome = rangeIn(height, reference, here);
    // A height on a stated QNH that is not the one here is given on both.
    const own = reference === 'QNH' && height.reference === 'QNH' && ownScale;
    return [
      ...(own ? readouts(height, reference, stated, setting) : []),
      ...(outcome.ok
        ? readouts(height, reference, outcome.range, settingIn(height, reference, here))
        : []),
    ];
  });
}

/** The setting of a readout on QNH or QFE, where it is known. */
export function settingIn(
  height: Height,
  reference: HeightReference,
  { qnh }: Surroundings,
): number | undefined {
  if (reference === 'QNH' && qnh !== undefined) return qnh;
  return height.reference === reference ? height.settingDecihectopascals : undefined;
}

function readouts(
  height: Height,
  reference: HeightReference,
  range: HeightRange,
  setting: number | undefined,
): HeightText[] {
  const lowerCentimetres = Math.floor(100 * range.metres[0] + 1e-6) + 0;
  const upperCentimetres = Math.ceil(100 * range.metres[1] - 1e-6) + 0;
  const units: readonly HeightUnit[] = reference === 'STD' ? ['m', 'ft', 'FL'] : ['m', 'ft'];
  return units.flatMap((unit) => {
    const limits: Limits = { height, reference, unit, setting, lowerCentimetres, upperCentimetres };
    const text = lowerCentimetres === upperCentimetres ? exactText(limits) : rangeText(limits);
    if (text === undefined) return [];
    const other = (unit === 'm') !== (height.unit === 'm') ? ['1 ft = 0.3048 m'] : [];
    const transformation = [...range.steps, ...other].join('; ');
    const accuracyMetres = Math.max(0.005, (upperCentimetres - lowerCentimetres) / 200);
    return [
      { reference, unit, text, lowerCentimetres, upperCentimetres, transformation, accuracyMetres },
    ];
  });
}

type Limits = {
  readonly height: Height;
  readonly reference: HeightReference;
  readonly unit: HeightUnit;
  readonly setting: number | undefined;
  readonly lowerCentimetres: number;
  readonly upperCentimetres: number;
};

function exactText(limits: Limits): string | undefined {
  const { height, reference, unit, setting, lowerCentimetres: centimetres } = limits;
  if (unit === 'FL' && (centimetres < 0 || centimetres % UNIT_LENGTH.FL !== 0)) {
    return rangeText(limits);
  }
  const beside = setting === undefined ? {} : { settingDecihectopascals: setting };
  const exact: Height = { kind: 'height', centimetres, unit, reference, ...beside };
  return writeHeight(height.excluded === true ? { ...exact, excluded: true } : exact);
}

/** Rounded outwards to whole units; there is no flight level below 0. */
function rangeText(limits: Limits): string | undefined {
  const { reference, unit, setting, lowerCentimetres, upperCentimetres } = limits;
  const least = Math.floor(lowerCentimetres / UNIT_LENGTH[unit]);
  const greatest = Math.ceil(upperCentimetres / UNIT_LENGTH[unit]);
  if (unit === 'FL' && least < 0) return undefined;
  const [from, to] = [least, greatest].map((value) => {
    const centimetres = Math.round(value * UNIT_LENGTH[unit]);
    return writeNumber({ kind: 'height', centimetres, unit, reference });
  });
  if (unit === 'FL') return `${from} to ${to}`;
  const datum = setting === undefined ? reference : `${reference} ${writeSetting(setting)} hPa`;
  return `${from} to ${to} ${unit} ${datum}`;
}
