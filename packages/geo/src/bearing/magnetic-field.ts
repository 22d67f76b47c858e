// The earth's main magnetic field by the World Magnetic Model of the date meant, from the
// coefficients in the package geomagnetism. Which model holds when is decided here, not there.
import geomagnetism from 'geomagnetism';
import { civilFromDays, DAY_MS } from '../time/calendar.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

/** Nanotesla: north, east and down, on WGS-84. */
export type MagneticVector = {
  readonly northNanotesla: number;
  readonly eastNanotesla: number;
  readonly downNanotesla: number;
};

/** One issue of the World Magnetic Model, and how well it gives the declination. */
export type MagneticModel = {
  readonly name: 'WMM-2015' | 'WMM-2015v2' | 'WMM-2020' | 'WMM-2025';
  /** Holds from `startMs` to before `endMs`. */
  readonly startMs: number;
  readonly endMs: number;
  /** NOAA's error model: one standard deviation is hypot(offset, slope / horizontal field). */
  readonly offsetDegrees: number;
  readonly slopeDegreeNanotesla: number;
  /** Two instants at which the package takes this model, and the decimal years that they are. */
  readonly samples: readonly [readonly [ms: number, year: number], readonly [number, number]];
};

/**
 * Five years from each epoch, as the technical reports say (NOAA NCEI and BGS); WMM-2015v2 took the
 * place of WMM-2015 in mid-course, from the date in the head of its coefficients. The error models
 * are those of the technical reports of 2015 and 2020 and of 2025, as NCEI's GeomagnetismHeader.h
 * of those years has them; WMM-2015v2 has that of WMM-2015. The package counts five years from the
 * day of issue instead, and 366 days as more than a year, so it is only asked at the samples.
 */
export const MAGNETIC_MODELS: readonly MagneticModel[] = [
  {
    name: 'WMM-2015',
    startMs: Date.UTC(2015, 0, 1),
    endMs: Date.UTC(2018, 8, 18),
    offsetDegrees: 0.24,
    slopeDegreeNanotesla: 5432,
    samples: [yearStart(2015), yearStart(2018)],
  },
  {
    name: 'WMM-2015v2',
    startMs: Date.UTC(2018, 8, 18),
    endMs: Date.UTC(2020, 0, 1),
    offsetDegrees: 0.24,
    slopeDegreeNanotesla: 5432,
    samples: [yearStart(2019), [Date.UTC(2019, 10, 1), 2019 + 304 / 365]],
  },
  {
    name: 'WMM-2020',
    startMs: Date.UTC(2020, 0, 1),
    endMs: Date.UTC(2025, 0, 1),
    offsetDegrees: 0.26,
    slopeDegreeNanotesla: 5625,
    samples: [yearStart(2020), yearStart(2024)],
  },
  {
    name: 'WMM-2025',
    startMs: Date.UTC(2025, 0, 1),
    endMs: Date.UTC(2030, 0, 1),
    offsetDegrees: 0.26,
    slopeDegreeNanotesla: 5417,
    samples: [yearStart(2025), yearStart(2029)],
  },
];

/** The model that holds at an instant; undefined outside of all, and for NaN. */
export function magneticModelAt(ms: number): MagneticModel | undefined {
  return MAGNETIC_MODELS.find(({ startMs, endMs }) => ms >= startMs && ms < endMs);
}

/** The model that ends last. */
export function newestMagneticModel(): MagneticModel {
  return present(MAGNETIC_MODELS.at(-1));
}

/**
 * The field of `model` at a WGS-84 position, at this height above the ellipsoid, at an instant. The
 * model's coefficients are linear in time, and so is the field at one place: two instants give all.
 */
export function magneticField(
  model: MagneticModel,
  { latE7, lonE7 }: Position,
  heightKilometres: number,
  ms: number,
): MagneticVector {
  const place = [latE7 / 1e7, lonE7 / 1e7, heightKilometres];
  const [[earlyMs, earlyYear], [lateMs, lateYear]] = model.samples;
  const early = geomagnetism.model(new Date(earlyMs)).point(place);
  const late = geomagnetism.model(new Date(lateMs)).point(place);
  const share = (decimalYear(ms) - earlyYear) / (lateYear - earlyYear);
  return {
    northNanotesla: early.x + share * (late.x - early.x),
    eastNanotesla: early.y + share * (late.y - early.y),
    downNanotesla: early.z + share * (late.z - early.z),
  };
}

function yearStart(year: number): readonly [ms: number, year: number] {
  return [Date.UTC(year, 0, 1), year];
}

/** The year and the part of it that is over; as NOAA counts, a leap year has 366 days. */
function decimalYear(ms: number): number {
  const { year } = civilFromDays(Math.floor(ms / DAY_MS));
  const startMs = Date.UTC(year, 0, 1);
  return year + (ms - startMs) / (Date.UTC(year + 1, 0, 1) - startMs);
}
