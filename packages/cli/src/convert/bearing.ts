// One bearing from every north in use and in every unit, each with its transformation and accuracy.
import { bearingTexts, readBearing, trueBearing, writeInstant, writePosition } from '@parley/geo';
import type { BearingReading, BearingText } from '@parley/geo';
import type { Options } from './options.ts';
import type { Printed } from './printed.ts';

/** A bearing from every north, or why it is refused: it is turned at a place and on a date. */
export function convertBearing({ text, at, whenMs }: Options): Printed {
  const reading = readBearing(text);
  if (!reading.ok) {
    const { refusal } = reading;
    const ways = (refusal.candidates ?? []).map((one) => `It can be ${readAs(one)}.`);
    return { ok: false, lines: [refusal.sentence, ...ways], json: { refusal } };
  }
  const { value } = reading;
  if (at === undefined || whenMs === undefined) {
    const missing = at === undefined ? '--at POSITION' : '--when TIME';
    const sentence = `A bearing is turned at a place and on a date: ${missing} is missing.`;
    return { ok: false, lines: [sentence], json: { read: value, missing } };
  }
  const turned = trueBearing(value, at, whenMs, value.grid);
  if (!turned.ok) {
    const { refusal } = turned;
    return { ok: false, lines: [refusal.sentence], json: { read: value, refusal } };
  }
  const texts = bearingTexts(turned.value.degrees, at, whenMs);
  const width = Math.max(...texts.map((each) => (each.text ?? '').length));
  const lines = [
    `Read  ${value.asEntered.trim()}  as ${readAs(value)}`,
    `At    ${writePosition(at, 'DD')}, ${writeInstant(whenMs)}`,
    ...texts.map((each) => line(each, width)),
  ];
  return { ok: true, lines, json: { read: value, true: turned.value, forms: texts } };
}

function readAs({ north, unit, grid, degrees }: BearingReading): string {
  const from = grid === undefined ? north : `${north} ${grid}`;
  const units = { degrees: 'degrees', mils6400: 'mils of 6400', mils6000: 'mils of 6000' } as const;
  return `${from}, ${units[unit]}: ${Number(degrees.toFixed(3))}° from there`;
}

function line(each: BearingText, width: number): string {
  if (each.text === undefined) return `${each.form}: ${each.refusal.sentence}`;
  const within = `within ${Number(each.accuracyDegrees.toPrecision(2))}°`;
  return `${each.text.padEnd(width)}  ${each.transformation}  ${within}`;
}
