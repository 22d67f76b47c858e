import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { peer, plain, strong } from '../src/report/document.ts';
import type { Text } from '../src/report/document.ts';
import { linesOf } from '../src/report/line-layout.ts';

/** Every character is one unit wide. */
const units = (text: string): number => text.length;

function drawn(text: Text, width: number): (readonly (readonly [number, string])[])[] {
  return linesOf(text, width, units).map((line) => line.map((piece) => [piece.x, piece.text]));
}

test('lines break at spaces, and a word that is too long breaks where it must', () => {
  assert.deepEqual(drawn([plain('one two three')], 8), [[[0, 'one two']], [[0, 'three']]]);
  assert.deepEqual(drawn([plain('a 0123456789')], 4), [
    [[0, 'a']],
    [[0, '0123']],
    [[0, '4567']],
    [[0, '89']],
  ]);
  assert.deepEqual(drawn([plain('one\ntwo')], 8), [[[0, 'one']], [[0, 'two']]]);
  assert.deepEqual(drawn([], 8), [[]]);
});

test('a change of font makes a stretch of its own', () => {
  const [line = []] = linesOf([strong('north/1'), plain(' Read')], 40, units);
  assert.deepEqual(line, [
    { text: 'north/1', strong: true, x: 0 },
    { text: ' Read', strong: false, x: 7 },
  ]);
});

// The order that UAX 9 asks for, worked out by hand: from the left, the last word comes first.
test('what runs from right to left is drawn so, numbers and brackets in their place', () => {
  assert.deepEqual(drawn([plain('A '), peer('אב (גד) 12 הו'), plain(' B')], 40), [
    [
      [0, 'A '],
      [2, ' הו'],
      [5, '12'],
      [7, 'אב )גד( '],
      [15, ' B'],
    ],
  ]);
});

test('each line of what runs from right to left is turned by itself', () => {
  assert.deepEqual(drawn([peer('אבג דהו זחט')], 7), [[[0, 'אבג דהו']], [[0, 'זחט']]]);
});

test('every character is drawn once, whatever the text', () => {
  const unit = fc.constantFrom('a', 'B', ' ', '1', '(', ')', 'א', 'ב', 'ش', 'ك', '٣', '-', '/');
  const word = fc.array(unit, { maxLength: 30 }).map((units_) => units_.join(''));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.boolean())),
      fc.integer({ min: 1, max: 12 }),
      (runs, n) => {
        const text = runs.map(([said, isPeer]) => (isPeer ? peer(said) : plain(said)));
        const lines = linesOf(text, n, units);
        const characters = (from: readonly string[]): string =>
          Array.from(from.join('').replaceAll(/[ ()]/gu, '')).toSorted().join('');
        assert.equal(
          characters(lines.flat().map((piece) => piece.text)),
          characters(runs.map(([said]) => said)),
        );
        for (const line of lines) {
          const wide = line.reduce((sum, piece) => sum + piece.text.length, 0);
          assert.ok(wide <= n);
        }
      },
    ),
  );
});
