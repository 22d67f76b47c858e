// The reader of positions is total: pieces and mutations of five scripts, and texts made to harm,
// give a value or a refusal that points into the text. What is written is read back, form by form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inverse, positionTexts, readPosition } from '../src/index.ts';
import type { Position, PositionOutcome, PositionReading, Theatre } from '../src/index.ts';
import { at } from './oracle.ts';

const TEXT_CHARACTERS_MAX = 200;

/** One place near Deir ez-Zor as five scripts write it, and other forms of all kinds. */
const SAMPLES = [
  '35°20\'09.2"N 040°08\'26.9"E',
  'lat 35.3359, long 40.1408',
  '352009N0400827E',
  '37S FV 03674 10891',
  'UTM 37N 603674mE 3910891mN',
  'UPS N 2000000mE 1900000mN',
  'X 3912555.4 Y 7603824.9',
  'SK-42 35°20\'10.17"N 040°08\'31.12"E',
  'PZ-90.11 35.3359 N 40.1408 E',
  'GARS 441LL15',
  'GEOREF QJLF0844820154',
  '8H7284PR+987',
  'geo:35.3359,40.1408;u=10',
  '35°20′09,2″ с.ш. 40°08′26,9″ в.д.',
  'СК-42 Х 3 912 555 У 7 603 825',
  '35 градусов 20 минут северной широты, 40 градусов 8 минут восточной долготы',
  '٣٥٫٣٣٥٩° شمالاً، ٤٠٫١٤٠٨° شرقاً',
  'خط العرض ٣٥٫٣٣٥٩ خط الطول ٤٠٫١٤٠٨',
  '35°20\'09" צפון 40°08\'26" מזרח',
  'קו רוחב 35.3359, קו אורך 40.1408',
  '35°20\'09,2"K 40°08\'26,9"D',
  'enlem 35.3359 boylam 40.1408',
] as const;

const PIECES = {
  Latin: 'N S E W lat lon UTM UPS MGRS GARS GEOREF geo: SK-42 37S FV X Y Z crs=wgs84 WGS-84 QJLF',
  Cyrillic: 'с.ш. в.д. ю. з. СК-42 ПЗ-90.11 Х У широта градусов минут сек. северной широты С В',
  Arabic: 'شمالا شرقاً ش ق ج غ خط العرض الطول درجة دقيقة ثانية ٣٥ ٤٠٫١ ۳۵ ،',
  Hebrew: "צפון מזרח דרום מערב צ' מז' קו רוחב אורך מעלות דקות שניות ׳ ״",
  Turkish: 'K D G B kuzey doğu güney batı enlem boylam derece dakika saniye İ ı ş ğ',
  digits: '0 1 35 40 60 90 180 35.3359 040 352009N 0400827E 3912555 7603825 03674 10891 ３５',
  marks: '° º \' " ′ ″ ’’ . , ; : / | + - − – = ( ) _',
  // Bidi marks, NUL, lone surrogates, a letter of two units, a combining accent.
  strange: '\u200e \u200f \u202e \u2066 \u0000 \ud800 \udc00 \u{1f9ed} \u0301 \ufeff \u2028',
};

const anyPiece = fc.constantFrom(
  ...Object.values(PIECES).flatMap((pieces) => pieces.split(' ')),
  ' ',
  '\u00a0',
  '\t',
  '\n',
);
const pieced = fc.array(anyPiece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(fc.tuple(fc.nat(80), fc.nat(3), anyPiece), { maxLength: 5 }),
  )
  .map(([sample, changes]) => {
    let text: string = sample;
    for (const [where, kind, piece] of changes) {
      const i = where % (text.length + 1);
      const kept = kind === 0 ? '' : kind === 1 ? text.charAt(i).repeat(2) : piece;
      text = text.slice(0, i) + kept + text.slice(kind === 3 ? i : i + 1);
    }
    return text;
  });
/** Any characters of the five scripts, of their digits and marks. */
const scripted = fc.string({
  unit: fc.constantFrom(...Object.values(PIECES).join('').replaceAll(' ', '').split('')),
  maxLength: 40,
});
const anyText = fc.oneof(
  pieced,
  mutated,
  scripted,
  fc.string({ unit: 'binary', maxLength: 220 }),
  // Lone halves of letters as well.
  fc.string({ unit: fc.integer({ max: 0xff_ff }).map((unit) => String.fromCharCode(unit)) }),
);
const anyTheatre: fc.Arbitrary<Theatre> = fc.constantFrom(
  {},
  { sk42Zone: 7 },
  { near: at(35, 39) },
  { sk42Zone: 7, near: at(35, 39) },
);
const anyPosition = fc.record({
  latE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  lonE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
});

function assertPlace({ latE7, lonE7 }: Position, text: string): void {
  assert.ok(Number.isInteger(latE7) && Math.abs(latE7) <= 900_000_000, text);
  assert.ok(Number.isInteger(lonE7) && Math.abs(lonE7) <= 1_800_000_000, text);
  assert.ok(!Object.is(latE7, -0) && !Object.is(lonE7, -0), text);
}

function assertReading(reading: PositionReading, text: string): void {
  for (const place of [reading.position, ...(reading.cell ?? [])]) assertPlace(place, text);
  assert.ok(reading.cell === undefined || reading.cell.length === 4, text);
  assert.ok(reading.precisionMetres > 0 && reading.accuracyMetres >= 0, text);
  assert.ok(reading.transformation !== '', text);
  assert.equal(reading.asEntered, text);
}

/** A value in range, or a refusal that names what stands where it points. */
function assertTotal(outcome: PositionOutcome, text: string): void {
  if (outcome.ok) {
    assertReading(outcome.value, text);
    return;
  }
  const { at: index, found, expected, sentence, candidates = [] } = outcome.refusal;
  assert.ok(Number.isInteger(index) && index >= 0 && index <= text.length, sentence);
  const rest = text.slice(index).trimStart();
  const quoted = rest === '' ? 'the end of the text' : `"${found}"`;
  assert.equal(sentence, `At character ${index + 1}: found ${quoted}, expected ${expected}.`);
  assert.ok(rest === '' ? found === 'the end of the text' : rest.startsWith(found), sentence);
  assert.ok(found !== '' && found.length <= 24 && expected !== '');
  assert.ok(sentence.isWellFormed() || !text.isWellFormed(), sentence);
  for (const candidate of candidates) assertReading(candidate, text);
}

test('every sample of the five scripts is read', () => {
  for (const sample of SAMPLES) {
    const outcome = readPosition(sample);
    assert.ok(outcome.ok, outcome.ok ? '' : `${sample}: ${outcome.refusal.sentence}`);
    if (sample.startsWith('UPS')) continue;
    const apart = inverse(outcome.value.position, at(35.3359, 40.1408)).distanceMetres;
    assert.ok(apart < 15 + outcome.value.precisionMetres, `${sample}: ${apart}`);
  }
});

test('texts of five scripts are read in range, or refused where they stop making sense', () => {
  fc.assert(
    fc.property(anyText, anyTheatre, (text, theatre) => {
      assertTotal(readPosition(text, theatre), text);
    }),
    { numRuns: 20_000 },
  );
});

test('texts made to harm are refused or read like any other, whatever their length', () => {
  const fill = (piece: string, rest = ''): string =>
    piece.repeat(Math.ceil(TEXT_CHARACTERS_MAX / piece.length)).slice(0, 200 - rest.length) + rest;
  const runs = [
    ' ',
    '0',
    '0 ',
    '000 ',
    '0.',
    '0,',
    '1-',
    '°0',
    "'0",
    '0d',
    '0m',
    '0s',
    ', ',
    ';a=',
    'm ',
  ];
  const pumps = [...runs, ...Object.values(PIECES).flatMap((pieces) => pieces.split(' '))];
  const heads = ['', 'UTM 37N 1', 'UPS', 'SK-42 X 1', '37S FV ', 'geo:1,1', 'QJLF', '0,0 ', '"'];
  for (const head of heads) {
    for (const pump of pumps) {
      for (const tail of ['', '!', ' 0', 'E']) {
        const text = head + fill(pump, tail).slice(head.length);
        assert.ok(text.length <= TEXT_CHARACTERS_MAX);
        assertTotal(readPosition(text), text);
      }
    }
  }
  // Three runs of spaces in UTM, which a careless pattern splits in fourteen million ways.
  const spaced = `UPS${' '.repeat(60)}P 0${' '.repeat(60)}E 0${' '.repeat(60)} 0`;
  for (const text of [spaced, '1'.repeat(1e6), ' '.repeat(1e6), '\u202e'.repeat(1e6)]) {
    assertTotal(readPosition(text), text);
  }
});

test('every form is read back as itself, within the accuracy that is stated for it', () => {
  const borders = fc.tuple(
    fc.constantFrom(-90, -80, -72, -8, 0, 8, 32, 40, 56, 64, 72, 84, 90),
    fc.integer({ min: -30, max: 30 }).map((sixth) => 6 * sixth),
    fc.integer({ min: -3, max: 3 }),
  );
  const bordering = borders.map(([lat, lon, off]): Position => {
    const latE7 = Math.max(-900_000_000, Math.min(900_000_000, lat * 1e7 + off)) + 0;
    return { latE7, lonE7: Math.max(-1.8e9, Math.min(1.8e9, lon * 1e7 - off)) + 0 };
  });
  fc.assert(
    fc.property(fc.oneof(anyPosition, bordering), (position) => {
      for (const { form, text, accuracyMetres } of positionTexts(position)) {
        const outcome = readPosition(text);
        assertTotal(outcome, text);
        assert.ok(outcome.ok, outcome.ok ? '' : `${text}: ${outcome.refusal.sentence}`);
        const read = outcome.value;
        assert.ok(read.form === form || (form === 'UTM' && read.form === 'UPS'), text);
        // On another datum the same transformation leads back: the rounding alone is left.
        const stated = /^(?:SK42|PZ90)/.test(form) ? 0.3 : accuracyMetres;
        const apart = inverse(position, read.position).distanceMetres;
        assert.ok(apart <= stated + 0.011, `${text}: ${apart} m, stated ${stated} m`);
      }
    }),
    { numRuns: 1500 },
  );
});

test('what was read from any form is written and read in every other, to the sum of both', () => {
  fc.assert(
    fc.property(anyPosition, (position) => {
      for (const one of positionTexts(position)) {
        const first = readPosition(one.text);
        assert.ok(first.ok, one.text);
        for (const other of positionTexts(first.value.position)) {
          const second = readPosition(other.text);
          assert.ok(second.ok, other.text);
          const apart = inverse(position, second.value.position).distanceMetres;
          const stated = one.accuracyMetres + other.accuracyMetres;
          assert.ok(apart <= stated + 0.02, `${one.text} to ${other.text}: ${apart}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});
