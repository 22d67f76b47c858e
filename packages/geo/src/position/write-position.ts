// Writes a position in the forms that people read. Widths are fixed; rounding is done in integers,
// so minutes and seconds never come out as 60.
import { writeGrid } from '../grid/mgrs.ts';
import type { Position, PositionForm, PositionText } from './position.ts';

/**
 * DD "35.3359000 N 40.1408000 E"; DM "35°20.1540'N 040°08.4480'E"; DMS "35°20'09.24"N
 * 040°08'26.88"E"; MGRS "37S FV 03674 10891" (the square of 1 m that holds the position).
 */
export function writePosition(position: Position, form: PositionForm): string {
  if (form === 'MGRS') return writeGrid(position);
  const write = form === 'DD' ? writeDegrees : form === 'DM' ? writeMinutes : writeSeconds;
  return `${write(position.latE7, 2, 'NS')} ${write(position.lonE7, 3, 'EW')}`;
}

const TRANSFORMATIONS: readonly Omit<PositionText, 'text'>[] = [
  { form: 'DD', transformation: 'WGS-84, exact to 1e-7 degree', accuracyMetres: 0.01 },
  { form: 'DM', transformation: 'WGS-84, rounded to 0.0001 minute', accuracyMetres: 0.14 },
  { form: 'DMS', transformation: 'WGS-84, rounded to 0.01 second', accuracyMetres: 0.23 },
  { form: 'MGRS', transformation: 'WGS-84, UTM/UPS, square of 1 m', accuracyMetres: 0.72 },
];

/** The position in every form known, in a fixed order: DD, DM, DMS, MGRS. */
export function positionTexts(position: Position): PositionText[] {
  return TRANSFORMATIONS.map((known) => ({ ...known, text: writePosition(position, known.form) }));
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
