// The phrase book knows every coded value that a body can carry.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Answer,
  Cancel,
  isPhraseCode,
  Notice,
  phrase,
  PositionTaken,
  QuestionCode,
  Warning,
  WarningAnswer,
} from '../src/index.ts';

const CODED: readonly (readonly [string, readonly string[]])[] = [
  ['hazard', Warning.shape.hazard.options],
  ['at-risk', Warning.shape.atRisk.options],
  ['request', Warning.shape.request.options],
  ['warning-answer', WarningAnswer.shape.result.options],
  ['activity', Notice.shape.activity.options],
  ['asked', Notice.shape.asked.options],
  ['firmness', Notice.shape.firmness.options],
  ['question', QuestionCode.options],
  ['answer', Answer.shape.result.options],
  ['position', PositionTaken.shape.position.options],
  ['cancel', Cancel.shape.reason.options],
  ['step', ['take', 'act', 'read', 'read-back', 'position', 'answer']],
];

for (const [group, values] of CODED) {
  test(`every ${group} has a phrase`, () => {
    assert(values.length > 0);
    for (const value of values) {
      const code = `${group}.${value}`;
      assert(isPhraseCode(code), code);
      assert.notEqual(phrase(code), '');
    }
  });
}

test('slots are filled, and one that is not given stays to be seen', () => {
  assert.equal(
    phrase('hazard.your-fire-is-striking', { atRisk: phrase('at-risk.our-forces') }),
    'Your fire is striking our forces',
  );
  assert.equal(phrase('hazard.your-fire-is-striking'), 'Your fire is striking {atRisk}');
});

test('what stands in a slot is not read as a slot', () => {
  const text = phrase('hazard.forces-approaching', { atRisk: '{atRisk} $1 $&' });
  assert.equal(text, 'Forces are approaching. At risk: {atRisk} $1 $&');
});

test('the names of object prototypes are no phrase codes', () => {
  for (const name of ['constructor', '__proto__', 'toString', '']) {
    assert.equal(isPhraseCode(name), false);
  }
});
