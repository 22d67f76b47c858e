// Bearings as people write them in five scripts: read when their north and unit are told, refused
// with every meaning when not, and total over any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BearingNorth, BearingUnit } from '../src/bearing/bearing.ts';
import { readBearing } from '../src/bearing/read-bearing.ts';

type Expected = readonly [BearingNorth, BearingUnit, degrees: number, precisionDegrees: number];

const READ: readonly (readonly [text: string, Expected])[] = [
  ['221° true', ['true', 'degrees', 221, 1]],
  ['221T', ['true', 'degrees', 221, 1]],
  ['221°T', ['true', 'degrees', 221, 1]],
  ['T 221', ['true', 'degrees', 221, 1]],
  ['221 degrees magnetic', ['magnetic', 'degrees', 221, 1]],
  ['bearing 216M', ['magnetic', 'degrees', 216, 1]],
  ['Bearing: 216.5° (mag.)', ['magnetic', 'degrees', 216.5, 0.1]],
  ['BRG 005 MAG', ['magnetic', 'degrees', 5, 1]],
  ['221 degrees from true north', ['true', 'degrees', 221, 1]],
  ['QTE 221', ['true', 'degrees', 221, 1]],
  ['QDR 216', ['magnetic', 'degrees', 216, 1]],
  ["216°30'M", ['magnetic', 'degrees', 216.5, 1 / 60]],
  ['216°30′15″ magnetic', ['magnetic', 'degrees', 216.504_166_666_7, 1 / 3600]],
  ['360° true', ['true', 'degrees', 0, 1]],
  ['000 true', ['true', 'degrees', 0, 1]],
  ['3930 NATO mils grid', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['3930 mils (6400) grid', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['grid 3930/6400', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['3683 mils 6000 true', ['true', 'mils6000', 220.98, 0.06]],
  ['3683 Warsaw Pact mils true', ['true', 'mils6000', 220.98, 0.06]],
  ['6100 mils true', ['true', 'mils6400', 343.125, 0.056_25]],
  ['6400 NATO mils magnetic', ['magnetic', 'mils6400', 0, 0.056_25]],
  ['6000 mils (6400) magnetic', ['magnetic', 'mils6400', 337.5, 0.056_25]],
  ['истинный азимут 221°', ['true', 'degrees', 221, 1]],
  ['Истинный азимут: 221,5°', ['true', 'degrees', 221.5, 0.1]],
  ['азимут истинный 221 град.', ['true', 'degrees', 221, 1]],
  ['магнитный азимут 216', ['magnetic', 'degrees', 216, 1]],
  ['Ам = 216°', ['magnetic', 'degrees', 216, 1]],
  ['МПУ 216', ['magnetic', 'degrees', 216, 1]],
  ['Аист=221°', ['true', 'degrees', 221, 1]],
  ['α = 37-33 (дирекционный угол)', ['grid', 'mils6000', 223.98, 0.06]],
  ['ИК 221°', ['true', 'degrees', 221, 1]],
  ['магнитный азимут 216 градусов 30 минут', ['magnetic', 'degrees', 216.5, 1 / 60]],
  ['дирекционный угол 37-33', ['grid', 'mils6000', 223.98, 0.06]],
  ['дирекционный угол 2-16', ['grid', 'mils6000', 12.96, 0.06]],
  ['дирекционного угла 60-00', ['grid', 'mils6000', 0, 0.06]],
  ['дир. угол 37–33', ['grid', 'mils6000', 223.98, 0.06]],
  ['37-33 д.у. магн.', ['magnetic', 'mils6000', 223.98, 0.06]],
  ['3733 деления угломера, истинный', ['true', 'mils6000', 223.98, 0.06]],
  ['магнитный азимут 36-02', ['magnetic', 'mils6000', 216.12, 0.06]],
  ['السمت الحقيقي ٢٢١ درجة', ['true', 'degrees', 221, 1]],
  ['الاتجاه المغناطيسي ٢١٦٫٥°', ['magnetic', 'degrees', 216.5, 0.1]],
  ['السَّمْتُ المِغناطيسيُّ ٢١٦', ['magnetic', 'degrees', 216, 1]],
  ['السمت الشبكي ٣٩٣٠ مليم (٦٤٠٠)', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['سمت مغناطیسی ۲۱۶ درجه', ['magnetic', 'degrees', 216, 1]],
  ['אזימוט אמיתי 221 מעלות', ['true', 'degrees', 221, 1]],
  ['אזימוט מגנטי 216', ['magnetic', 'degrees', 216, 1]],
  ['אזימוט רשת 3930 אלפיות נאטו', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['gerçek semt 221 derece', ['true', 'degrees', 221, 1]],
  ['COĞRAFİ KUZEYE GÖRE 221°', ['true', 'degrees', 221, 1]],
  ['manyetik kuzeyden 216 derece', ['magnetic', 'degrees', 216, 1]],
  ['manyetik istikamet açısı 216°', ['magnetic', 'degrees', 216, 1]],
  ['ızgara 3930 NATO milyem', ['grid', 'mils6400', 221.0625, 0.056_25]],
  ['\u2066221° true\u2069', ['true', 'degrees', 221, 1]],
  ['２２１° true', ['true', 'degrees', 221, 1]],
];

for (const [text, [north, unit, degrees, precisionDegrees]] of READ) {
  test(`"${text}" is ${degrees} degrees from ${north} north`, () => {
    const outcome = readBearing(text);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { value } = outcome;
    assert.deepEqual([value.north, value.unit, value.asEntered], [north, unit, text]);
    assert.ok(Math.abs(value.degrees - degrees) < 1e-9, String(value.degrees));
    assert.ok(Math.abs(value.precisionDegrees - precisionDegrees) < 1e-9);
  });
}

test('a grid that is named is kept', () => {
  for (const [text, grid] of [
    ['221° grid UTM', 'UTM'],
    ['grid (UPS) 221°', 'UTM'],
    ['дирекционный угол 37-33, СК-42', 'SK42'],
    ['SK42 grid 221°', 'SK42'],
    ['221° grid', undefined],
  ] as const) {
    const outcome = readBearing(text);
    assert.ok(outcome.ok, text);
    assert.equal(outcome.value.grid, grid);
  }
});

/** What cannot be told is refused with all that it can be: north, unit, degrees. */
const OPEN: readonly (readonly [text: string, at: number, expected: RegExp, string[]])[] = [
  ['221°', 4, /its north/, ['true degrees 221', 'magnetic degrees 221', 'grid degrees 221']],
  [
    'азимут 221',
    10,
    /its north/,
    [
      'true degrees 221',
      'magnetic degrees 221',
      'grid degrees 221',
      'grid mils6400 12.43125',
      'grid mils6000 13.26',
    ],
  ],
  ['221° UTM', 8, /its north/, ['grid degrees 221']],
  ['3930 mils grid', 0, /whose mils/, ['grid mils6400 221.0625', 'grid mils6000 235.8']],
  ['6000 mils true', 0, /whose mils/, ['true mils6400 337.5', 'true mils6000 0']],
  [
    'дирекционный угол 3733 тысячных',
    18,
    /whose mils/,
    ['grid mils6400 209.98125', 'grid mils6000 223.98'],
  ],
  ['3930 grid', 0, /its unit/, ['grid mils6400 221.0625', 'grid mils6000 235.8']],
  ['grid 216', 5, /its unit/, ['grid degrees 216', 'grid mils6400 12.15', 'grid mils6000 12.96']],
  [
    '0221 true',
    0,
    /its unit/,
    ['true degrees 221', 'true mils6400 12.43125', 'true mils6000 13.26'],
  ],
  ['6100 true', 0, /its unit/, ['true mils6400 343.125']],
  ['bearing 40-50 true', 8, /40 to 50 degrees/, ['true mils6000 243']],
  [
    '37-33',
    5,
    /its north/,
    ['true mils6000 223.98', 'magnetic mils6000 223.98', 'grid mils6000 223.98'],
  ],
  ['6100 mils', 9, /its north/, ['true', 'magnetic', 'grid'].map((n) => `${n} mils6400 343.125`)],
];

for (const [text, at, expected, candidates] of OPEN) {
  test(`"${text}" is refused with what it can be`, () => {
    const outcome = readBearing(text);
    assert.ok(!outcome.ok);
    assert.equal(outcome.refusal.at, at);
    assert.match(outcome.refusal.expected, expected);
    assert.deepEqual(
      outcome.refusal.candidates?.map(({ north, unit, degrees }) => `${north} ${unit} ${degrees}`),
      candidates,
    );
  });
}

test('a bearing that leaves both its north and its mils open has six meanings', () => {
  const outcome = readBearing('3930 mils');
  assert.ok(!outcome.ok);
  assert.equal(outcome.refusal.candidates?.length, 6);
  assert.match(outcome.refusal.expected, /its north.*; and whose mils/);
});

const REFUSED: readonly (readonly [text: string, at: number, expected: RegExp])[] = [
  ['', 0, /a bearing with its north/],
  ['   ', 3, /a bearing with its north/],
  ['true', 4, /a number/],
  ['361° true', 0, /0 to 360 degrees/],
  ['360°00\'01" true', 0, /0 to 360 degrees/],
  ['6401 NATO mils true', 0, /0 to 6400/],
  ['6001 mils (6000) true', 0, /0 to 6000/],
  ['6401 mils true', 0, /6400 mils/],
  ['60-01 дирекционный угол', 0, /0-00 to 60-00/],
  ['-5° true', 0, /neither a minus/],
  ['216-30 true', 3, /neither a minus/],
  ['.5 true', 0, /a bearing with its north/],
  ['-.5 true', 0, /neither a minus/],
  ['215-225 true', 3, /neither a minus/],
  ['215/225 true', 4, /one bearing/],
  ['216° mag ±1', 9, /a bearing with its north/],
  ['221 deg true (216 mag)', 18, /one north: true/],
  ['221° W of true north', 5, /a bearing with its north/],
  ['221 true 5', 9, /one bearing/],
  ['221° 216° true', 5, /one bearing/],
  ['221 true magnetic', 9, /one north: true/],
  ['221° true UTM', 10, /no grid with a true bearing/],
  ['221° grid UTM SK-42', 14, /one grid/],
  ['216m', 3, /as a capital/],
  ['216 gon grid', 4, /degrees, or mils/],
  ['3.86 rad true', 5, /degrees, or mils/],
  ['3858 mrad true', 5, /degrees, or mils/],
  ['QDM 036', 0, /QTE/],
  ['36-90 NATO mils true', 0, /without a hyphen/],
  ['3,930 NATO mils true', 0, /without a comma/],
  ['3 930 NATO mils true', 2, /one bearing/],
  ['221° 3930 mils true', 10, /one unit/],
  ['3930 NATO mils (6000) true', 5, /mils of 6000 alone/],
  ["216°60' M", 4, /minutes below 60/],
  ["216.5°30' M", 0, /whole degrees/],
  ['216°30 M', 6, /the mark of the minutes/],
  ['216 true from OSDZ', 14, /a bearing with its north/],
  ['relative bearing 030', 0, /a bearing with its north/],
  ['compass 216', 0, /a bearing with its north/],
  ['2161616161616161° true', 0, /at most 12 characters/],
  [`221° true${' '.repeat(120)}`, 120, /at most 120 characters/],
];

for (const [text, at, expected] of REFUSED) {
  test(`"${text.trim()}" (${text.length}) is refused at ${at}`, () => {
    const outcome = readBearing(text);
    assert.ok(!outcome.ok, JSON.stringify(outcome));
    assert.equal(outcome.refusal.at, at, outcome.refusal.sentence);
    assert.match(outcome.refusal.expected, expected);
  });
}

test('any text of five scripts is a bearing in its circle or a refusal that points into it', () => {
  const scripts = [
    '0123456789.,-°\'"TMG mils/()truegridmag',
    'истинныймагнитныйдирекционныйугол АИМП-0123456789°′″',
    'السمتالحقيقيمغناطيسيشبكي ٠١٢٣٤٥٦٧٨٩٫،درجة',
    'אזימוטאמיתימגנטירשתמעלות 0123456789',
    'gerçekmanyetikızgarasemtİ derece0123456789',
  ].map((letters) =>
    fc.array(fc.constantFrom(...letters.split('')), { maxLength: 40 }).map((all) => all.join('')),
  );
  const samples = fc.constantFrom(...[...READ, ...OPEN, ...REFUSED].map(([text]) => text));
  const changes = fc.array(fc.tuple(fc.nat(40), fc.nat(3), fc.oneof(...scripts)), { maxLength: 4 });
  const mutated = fc.tuple(samples, changes).map(([sample, all]) => {
    let text = sample;
    for (const [at, cut, piece] of all) {
      text = text.slice(0, at) + piece.slice(0, 3) + text.slice(at + cut);
    }
    return text;
  });
  const anyText = fc.oneof(mutated, ...scripts, fc.string({ unit: 'binary', maxLength: 130 }));
  let read = 0;
  fc.assert(
    fc.property(anyText, (text) => {
      const outcome = readBearing(text);
      const values = outcome.ok ? [outcome.value] : (outcome.refusal.candidates ?? []);
      for (const { degrees, precisionDegrees, asEntered } of values) {
        assert.ok(degrees >= 0 && degrees < 360 && precisionDegrees > 0, text);
        assert.equal(asEntered, text);
      }
      read += outcome.ok ? 1 : 0;
      if (outcome.ok) return;
      const { at, found, expected } = outcome.refusal;
      assert.ok(at >= 0 && at <= text.length, `${text}: ${at}`);
      assert.ok(found !== '' && expected !== '' && found.length <= 24);
    }),
    { numRuns: 10_000 },
  );
  assert.ok(read > 100, String(read));
});
