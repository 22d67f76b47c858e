// Writes a position in the forms that people read. Widths are fixed; rounding is done in integers,
// so minutes and seconds never come out as 60.
import { datumFacts, fromWgs84 } from '../grid/datum.ts';
import type { Datum } from '../grid/datum.ts';
import { writeSk42 } from '../grid/gauss-kruger.ts';
import { writeGeoUri } from '../grid/geo-uri.ts';
import { writeGrid } from '../grid/mgrs.ts';
import { writeGars, writeGeoref, writePlusCode } from '../grid/named-cells.ts';
import { writeUtm } from '../grid/utm.ts';
import { LAT_E7_MAX, LON_E7_MAX } from './position.ts';
import type { Position, PositionText, WrittenForm } from './position.ts';

/**
 * DD "35.3359000 N 40.1408000 E"; DM "35°20.1540'N 040°08.4480'E"; DMS "35°20'09.24"N
 * 040°08'26.88"E"; ICAO "352009N0400827E"; MGRS "37S FV 03674 10891" and UTM "UTM 37N 603674mE
 * 3910891mN" (the square of 1 m that holds the position; UPS beyond 84 N and 80 S); SK42 "X
 * 3912555.4 Y 7603824.9"; SK42_DMS and PZ90_DMS as DMS with the datum's name; GARS, GEOREF, PLUS:
 * the cell that holds the position; GEO "geo:35.3359000,40.1408000". Total.
 */
export function writePosition(position: Position, form: WrittenForm): string {
  return WRITERS[form](position);
}

const WRITERS: Readonly<Record<WrittenForm, (position: Position) => string>> = {
  DD: (position) => pairOf(position, writeDegrees),
  DM: (position) => pairOf(position, writeMinutes),
  DMS: (position) => pairOf(position, writeSeconds),
  ICAO: writeIcao,
  MGRS: writeGrid,
  UTM: writeUtm,
  SK42: writeSk42,
  SK42_DMS: (position) => `SK-42 ${pairOf(onDatum('SK42', position), writeSeconds)}`,
  PZ90_DMS: (position) => `PZ-90.11 ${pairOf(onDatum('PZ90', position), writeSeconds)}`,
  GARS: writeGars,
  GEOREF: writeGeoref,
  PLUS: writePlusCode,
  GEO: writeGeoUri,
};

type Known = Omit<PositionText, 'text' | 'form'> & { readonly form: WrittenForm };

/** On WGS-84; the accuracy is half the diagonal of the last digit or cell at the equator. */
const PLAIN: readonly Known[] = [
  { form: 'DD', transformation: 'WGS-84, exact to 1e-7 degree', accuracyMetres: 0.01 },
  { form: 'DM', transformation: 'WGS-84, rounded to 0.0001 minute', accuracyMetres: 0.14 },
  { form: 'DMS', transformation: 'WGS-84, rounded to 0.01 second', accuracyMetres: 0.23 },
  { form: 'ICAO', transformation: 'WGS-84, rounded to the second', accuracyMetres: 22 },
  { form: 'MGRS', transformation: 'WGS-84, UTM/UPS, square of 1 m', accuracyMetres: 0.72 },
  { form: 'UTM', transformation: 'WGS-84, square of 1 m', accuracyMetres: 0.72 },
  { form: 'GARS', transformation: 'WGS-84, cell of 5 minutes', accuracyMetres: 6_560 },
  { form: 'GEOREF', transformation: 'WGS-84, cell of 0.001 minute', accuracyMetres: 1.32 },
  { form: 'PLUS', transformation: 'WGS-84, cell of 1/40,000 degree', accuracyMetres: 2.23 },
  { form: 'GEO', transformation: 'WGS-84, exact to 1e-7 degree', accuracyMetres: 0.01 },
];
/** On other datums: what the rounding of the text adds to the transformation's own accuracy. */
const ROUNDING_METRES = { SK42: 0.1, SK42_DMS: 0.3, PZ90_DMS: 0.3 } as const;

/** The position in every form that we write, each with what was done and how far it may be off. */
export function positionTexts(position: Position): PositionText[] {
  const place = { latDegrees: position.latE7 / 1e7, lonDegrees: position.lonE7 / 1e7 };
  const onOther = (form: keyof typeof ROUNDING_METRES): Known => {
    const facts = datumFacts(form === 'PZ90_DMS' ? 'PZ90' : 'SK42', place);
    const metres = facts.accuracyMetres + ROUNDING_METRES[form];
    return { form, ...facts, accuracyMetres: Number(metres.toFixed(1)) };
  };
  const [at, others] = [6, (['SK42', 'SK42_DMS', 'PZ90_DMS'] as const).map(onOther)];
  const known = [...PLAIN.slice(0, at), ...others, ...PLAIN.slice(at)];
  return known.map((each) => ({ ...each, text: writePosition(position, each.form) }));
}

type WriteAngle = (e7: number, degreeDigits: number, letters: string) => string;

function pairOf({ latE7, lonE7 }: Position, write: WriteAngle): string {
  return `${write(latE7, 2, 'NS')} ${write(lonE7, 3, 'EW')}`;
}

/** "352009N0400827E", as flight plans and NOTAMs have it. */
function writeIcao({ latE7, lonE7 }: Position): string {
  const write = (e7: number, degreeDigits: number, letters: string): string => {
    // One second is 1/3,600 degree, so 1e-7 degree is 0.00036 of it.
    const units = Math.round((Math.abs(e7) * 36) / 100_000);
    const parts = [digits(units / 3600, degreeDigits), digits((units / 60) % 60, 2)];
    return `${parts.join('')}${digits(units % 60, 2)}${letterOf(e7, units, letters)}`;
  };
  return `${write(latE7, 2, 'NS')}${write(lonE7, 3, 'EW')}`;
}

function onDatum(datum: Datum, { latE7, lonE7 }: Position): Position {
  const { latDegrees, lonDegrees } = fromWgs84(datum, latE7 / 1e7, lonE7 / 1e7);
  const held = (degrees: number, most: number): number =>
    Math.max(-most, Math.min(most, Math.round(degrees * 1e7))) + 0;
  return { latE7: held(latDegrees, LAT_E7_MAX), lonE7: held(lonDegrees, LON_E7_MAX) };
}

function writeDegrees(e7: number, _digits: number, letters: string): string {
  const units = Math.abs(e7);
  const fraction = String(units % 10_000_000).padStart(7, '0');
  return `${Math.floor(units / 10_000_000)}.${fraction} ${letterOf(e7, units, letters)}`;
}

function writeMinutes(e7: number, degreeDigits: number, letters: string): string {
  // 1e-4 minute is 1/600,000 degree, so 1e-7 degree is 0.06 of it.
  const units = Math.round((Math.abs(e7) * 6) / 100);
  const degrees = digits(units / 600_000, degreeDigits);
  const minutes = digits((units / 10_000) % 60, 2);
  return `${degrees}°${minutes}.${digits(units % 10_000, 4)}'${letterOf(e7, units, letters)}`;
}

function writeSeconds(e7: number, degreeDigits: number, letters: string): string {
  // 0.01 second is 1/360,000 degree, so 1e-7 degree is 0.036 of it.
  const units = Math.round((Math.abs(e7) * 36) / 1000);
  const degrees = digits(units / 360_000, degreeDigits);
  const minutes = digits((units / 6000) % 60, 2);
  const seconds = digits((units / 100) % 60, 2);
  const letter = letterOf(e7, units, letters);
  return `${degrees}°${minutes}'${seconds}.${digits(units % 100, 2)}"${letter}`;
}

/** The whole part in at least `width` digits. */
function digits(value: number, width: number): string {
  return String(Math.floor(value)).padStart(width, '0');
}

/** What is rounded to 0 is written N and E, as 0 itself is. */
function letterOf(e7: number, units: number, letters: string): string {
  return letters.charAt(e7 < 0 && units > 0 ? 1 : 0);
}
