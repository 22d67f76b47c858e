// The phrase book knows every coded value, every field and every kind of message.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPhraseCode, phrase, SAYABLE } from '../src/index.ts';
import type { Field, FieldForm } from '../src/index.ts';

function codesOf(form: FieldForm): string[] {
  switch (form.kind) {
    case 'code':
      return form.codes.map((code) => `${form.prefix}.${code}`);
    case 'list':
      return codesOf(form.item);
    case 'group':
      return fieldCodes(form.fields);
    default:
      return [];
  }
}

function fieldCodes(fields: readonly Field[]): string[] {
  return fields.flatMap(({ name, form }) => [`field.${name}`, ...codesOf(form)]);
}

for (const { type, variant, fields } of SAYABLE) {
  const name = variant === undefined ? type : `${type}.${variant.value}`;
  test(`all of a ${name} has phrases`, () => {
    const codes = [`type.${name}`, ...fieldCodes(fields)];
    assert(codes.length > 1);
    for (const code of codes) {
      assert(isPhraseCode(code), code);
      assert.notEqual(phrase(code), '');
    }
  });
}

test('39 things can be said, and 6 steps asked', () => {
  assert.equal(SAYABLE.length, 39);
  for (const step of ['take', 'act', 'read', 'read-back', 'position', 'answer']) {
    assert(isPhraseCode(`step.${step}`), step);
  }
});

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
