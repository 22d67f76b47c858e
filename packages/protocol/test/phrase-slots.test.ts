// What is put into a slot comes from the other side: whatever it is, it stays inside its slot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directionOf, isLanguage, LANGUAGES, phrase, PHRASE_CODES } from '../src/index.ts';
import { slotText } from '../src/phrases/language.ts';
import { messageOf } from '../src/phrases/message.ts';

const NOT_TOLD = 'compliance.atc-not-told';

test('a plain value in a text from left to right is left as it is', () => {
  assert.equal(
    phrase(NOT_TOLD, { unit: 'Nicosia ACC 2' }),
    'It has started, and Nicosia ACC 2 has not been told',
  );
  assert.equal(
    phrase(NOT_TOLD, { unit: 'Ankara ACC' }, 'tr'),
    'Faaliyet başladı, şu birime bildirilmedi: Ankara ACC',
  );
});

test('a value with a letter from right to left is isolated in every language', () => {
  assert.equal(
    phrase(NOT_TOLD, { unit: 'مطار 12' }),
    'It has started, and \u2068مطار 12\u2069 has not been told',
  );
  assert.equal(slotText('א', 'tr'), '\u2068א\u2069');
});

test('in Arabic and Hebrew every value is isolated, and nothing is not', () => {
  for (const language of ['ar', 'he'] as const) {
    assert.equal(slotText('OSDZ 12', language), '\u2068OSDZ 12\u2069');
    assert.equal(slotText('-5', language), '\u2068-5\u2069');
    assert.equal(slotText('', language), '');
  }
});

test('controls that turn or break a line do not come out of a slot', () => {
  assert.equal(slotText('a\u202Eb\u2066c\u2069d\u202Ce', 'en'), 'abcde');
  assert.equal(slotText('one\r\ntwo\u2029three\u0000four\u0085', 'en'), 'one  two three four ');
  assert.equal(slotText('\u2069\u202Eא', 'he'), '\u2068א\u2069');
});

test('braces, markup and quotes in a value are text', () => {
  for (const unit of ['{unit}', '{x, plural, other {#}}', "'{'", '<b>a</b>', '#', '$1 $&', '|']) {
    assert.equal(phrase(NOT_TOLD, { unit }), `It has started, and ${unit} has not been told`);
  }
});

test('whatever the value and the language, no slot throws, leaks a control or stays open', () => {
  const nasty = fc.constantFrom('{', '}', "'", '\u202E', '\u2066', '\u2069', '\n', '<b>', 'א', '#');
  const value = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }))).map((all) => all.join(''));
  fc.assert(
    fc.property(
      fc.constantFrom(...PHRASE_CODES),
      fc.constantFrom(...LANGUAGES),
      fc.dictionary(fc.constantFrom('atRisk', 'unit', 'late', 'step', 'lead', 'zone'), value),
      (code, language, slots) => {
        const text = phrase(code, slots, language);
        assert.doesNotMatch(text, /[\u202A-\u202E\u2066\u2067\n]/);
        assert.equal(text.split('\u2068').length, text.split('\u2069').length);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a count chooses the plural of its language, in Latin digits', () => {
  const russian = messageOf(
    '{count, plural, one {# борт} few {# борта} many {# бортов} other {# борта}}',
    'ru',
  );
  const said = [1, 3, 5, 11, 21, 104].map((count) => russian({ count }));
  assert.deepEqual(said, ['1 борт', '3 борта', '5 бортов', '11 бортов', '21 борт', '104 борта']);
  const arabic = messageOf('{count, plural, two {طائرتان} few {# طائرات} other {# طائرة}}', 'ar');
  assert.deepEqual(
    [2, 7, 12].map((count) => arabic({ count })),
    ['طائرتان', '7 طائرات', '12 طائرة'],
  );
});

test('five languages are known, two of them from right to left', () => {
  assert.deepEqual(LANGUAGES, ['en', 'ru', 'ar', 'he', 'tr']);
  assert.deepEqual(LANGUAGES.map(directionOf), ['ltr', 'ltr', 'rtl', 'rtl', 'ltr']);
  for (const text of ['EN', 'de', '', '__proto__', 'constructor']) {
    assert.equal(isLanguage(text), false);
  }
});
