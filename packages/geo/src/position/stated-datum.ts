// The datum that a text names before or after its degrees. A datum that is not known is refused by
// its name: it is never ignored.
import { datumFacts, toWgs84 } from '../grid/datum.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import type { PositionReading } from './position.ts';

/** The datum, and the text with spaces where its name stood, so that every index stays. */
export type StatedDatum = { readonly datum: 'WGS84' | 'SK42' | 'PZ90'; readonly rest: string };

/** A name of a datum, touching no other letter or digit, and what parts it from the degrees. */
function naming(name: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${name})(?![\p{L}\d])[ ,:;]*`, 'iu');
}

const KNOWN: readonly (readonly [RegExp, StatedDatum['datum']])[] = [
  [naming('(?:WGS|ВГС)[- ]?(?:19)?84'), 'WGS84'],
  [naming('(?:SK|СК)-?42|(?:PULKOVO|ПУЛКОВО)[- ]?1942'), 'SK42'],
  [naming('(?:PZ|ПЗ)-?90[.,]?(?:11)'), 'PZ90'],
];
const OTHER_NAMES = 'ED|NAD|SK|СК|ГСК|GSK|PZ|ПЗ|CGCS|NTF|AGD|ITRF|ETRS|OSGB|PULKOVO|ПУЛКОВО';
const OTHER = new RegExp(String.raw`(?<![\p{L}\d])(?:${OTHER_NAMES})[- ]?\d[\d.]*`, 'iu');

/** The datum that `text` names; undefined when it names none; refused when we do not know it. */
export function statedDatum(text: string): Reading<StatedDatum> | undefined {
  for (const [pattern, datum] of KNOWN) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const before = text.slice(0, found.index).replace(/[,;:]\s*$/, (cut) => ' '.repeat(cut.length));
    const blank = ' '.repeat(found[0].length);
    return {
      ok: true,
      value: { datum, rest: `${before}${blank}${text.slice(found.index + blank.length)}` },
    };
  }
  const other = OTHER.exec(text);
  if (other === null) return undefined;
  return refuse(text, other.index, 'one of the datums WGS-84, SK-42 and PZ-90.11', other[0].length);
}

/** A reading of degrees taken from the datum that they are on to WGS-84. */
export function onDatum(
  text: string,
  reading: PositionReading,
  datum: StatedDatum['datum'],
): PositionReading {
  if (datum === 'WGS84') {
    return { ...reading, transformation: 'WGS-84 as stated', asEntered: text };
  }
  const { latE7, lonE7 } = reading.position;
  const { latDegrees, lonDegrees } = toWgs84(datum, latE7 / 1e7, lonE7 / 1e7);
  const position = {
    latE7: Math.round(latDegrees * 1e7) + 0,
    lonE7: Math.round(lonDegrees * 1e7) + 0,
  };
  const form = datum === 'SK42' ? 'SK42_DMS' : 'PZ90_DMS';
  const facts = datumFacts(datum, { latDegrees, lonDegrees });
  return { ...reading, ...facts, position, form, asEntered: text };
}
