// Finds positions that stand in the middle of words, in any form that `readPosition` reads. Bare
// numbers count only with three decimals or more, so that a date or a count is not taken for one.
import type { PositionReading } from '../position/position.ts';
import { readPosition } from '../position/read-position.ts';

/** A position and where its text stands. */
export type SaidPosition = {
  readonly from: number;
  readonly to: number;
  readonly reading: PositionReading;
};

const PART = String.raw`\d{1,2}(?:[.,]\d+)?`;
const SECONDS = String.raw`(?:${PART} ?(?:["″”]|''|′′|сек\.?)?)?`;
const MINUTES = String.raw`(?:${PART} ?['′’:-]? ?${SECONDS})?`;
const ANGLE = String.raw`\d{1,3}(?:[.,]\d+)? ?[°º˚:-]? ?${MINUTES} ?`;
const [NORTH, EAST] = [String.raw`(?:[NS]|[сю]\. ?ш\.)`, String.raw`(?:[EW]|[вз]\. ?д\.)`];
const PATTERNS = [
  String.raw`geo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?:;[\w=.;]+)?`,
  String.raw`\d{1,2} ?[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?(?:\d{2,5} \d{2,5}|\d{4,10})`,
  String.raw`\d{1,2} ?[C-HJ-NP-X] \d{6}(?:\.\d+)? \d{7}(?:\.\d+)?`,
  String.raw`(?:SK-?42 |СК-?42 )?[XХ] ?=? ?\d{7}(?:\.\d+)?,? [YУ] ?=? ?\d{7,8}(?:\.\d+)?`,
  String.raw`[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}`,
  String.raw`\d{4}(?:\d\d)?(?:\.\d+)?[NS] ?\d{5}(?:\d\d)?(?:\.\d+)?[EW]`,
  String.raw`${ANGLE}${NORTH}[,;/]? ?(?:и )?${ANGLE}${EAST}`,
  String.raw`${NORTH} ?${ANGLE}[,;/]? ?${EAST} ?${ANGLE}`,
  String.raw`[-+−]?\d{1,2}\.\d{3,}°?[,;]? ?[-+−]?\d{1,3}\.\d{3,}°?`,
];
const ANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.°'"])(?:${PATTERNS.join('|')})(?![\p{L}\p{N}_°]|[.,]\d)`,
  'gu',
);

/** All positions in `words` that can be read, in their order. */
export function findPositions(words: string): SaidPosition[] {
  const found: SaidPosition[] = [];
  for (const match of words.matchAll(ANY)) {
    const text = match[0].trimEnd();
    // "12 JUN 0600" is a day and an hour first, whatever grid square has those letters.
    if (/^\d{1,2} ?(?:JAN|FEB|MAR|MAY|JUN|JUL|SEP|DEC) ?\d{4}(?:\d\d)?$/.test(text)) continue;
    const reading = readPosition(text);
    if (!reading.ok) continue;
    found.push({ from: match.index, to: match.index + text.length, reading: reading.value });
  }
  return found;
}
