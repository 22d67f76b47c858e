// `parley phrases`: a phrase by its number, its code or its words, in the languages asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parley } from './terminal.ts';

const NO_OBJECTION = [
  '#51   position.no-objection',
  '      en  No objection',
  '      tr  İtiraz yok',
].join('\n');

const FOUND: readonly (readonly string[])[] = [
  ['51'],
  ['#51'],
  ['position.no-objection'],
  ['no', 'OBJECTION'],
  ['itiraz yok'],
  ['İTİRAZ YOK'],
];

for (const words of FOUND) {
  test(`parley phrases ${words.join(' ')} finds one phrase`, async () => {
    const ran = await parley('phrases', ...words, '--language', 'en,tr');
    assert.deepEqual(ran, { code: 0, out: NO_OBJECTION, err: '' });
  });
}

test('languages may be named one by one, and are printed in the order asked for', async () => {
  const { out } = await parley('phrases', '11', '--language', 'tr', '--language', 'en');
  assert.equal(out, '#11   request.cease-fire\n      tr  Ateşi kesin\n      en  Cease fire');
});

test('without a language all five are printed, two of them from right to left', async () => {
  const { out } = await parley('phrases', 'request.cease-fire');
  const lines = out.split('\n').slice(1);
  assert.deepEqual(
    lines.map((line) => line.slice(0, 10)),
    ['      en  ', '      ru  ', '      ar  ', '      he  ', '      tr  '],
  );
  const turned = lines.filter((line) => /\u2067.+\u2069$/u.test(line));
  assert.deepEqual(
    turned.map((line) => line.trim().slice(0, 2)),
    ['ar', 'he'],
  );
});

test('a part of a text finds every phrase that has it', async () => {
  const { out } = await parley('phrases', 'objection', '--language', 'en');
  const codes = out.split('\n').filter((line) => line.startsWith('#'));
  assert.deepEqual(codes, ['#51   position.no-objection', '#53   position.objection']);
});

test('without a word the whole book is printed, from the first number to the last', async () => {
  const { code, out } = await parley('phrases', '--language', 'en');
  assert.equal(code, 0);
  const heads = out.split('\n').filter((line) => line.startsWith('#'));
  assert.equal(heads.length, 598);
  assert.equal(heads[0], '#1    hazard.your-fire-is-striking');
  assert.equal(heads[590], '#591  compliance.line-check-late');
});

const REFUSED: readonly (readonly [asked: string, sentence: string])[] = [
  ['0', 'NUMBER: "0" is the number of no phrase; right would be a number from 1 to 598.'],
  ['#9000', 'NUMBER: "#9000" is the number of no phrase; right would be a number from 1 to 598.'],
  [
    'position.no-objecton',
    'CODE: "position.no-objecton" is no code and in no phrase; right would be ' +
      'position.no-objection, position.objection, position.noted.',
  ],
];

for (const [asked, sentence] of REFUSED) {
  test(`parley phrases ${asked} is refused, with what is near`, async () => {
    const ran = await parley('phrases', asked);
    assert.deepEqual(ran, { code: 1, out: '', err: `parley phrases: ${sentence}` });
  });
}
