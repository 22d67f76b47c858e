// The corpus of described areas (corpus/RULES.md): a right text has no finding, a wrong one has a
// finding of the slip that was put in, and of nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtInWorld } from '../src/findings/built-in-world.ts';
import type { Described } from '../src/findings/finding.ts';
import { findingsOf } from '../src/findings/findings-of.ts';

type Line = {
  readonly id: string;
  readonly language: 'en' | 'ru';
  readonly text: string;
  readonly volumes: readonly Described[];
};
type WrongLine = Line & {
  readonly said: { readonly slip: string; readonly codes: readonly string[] };
};

/** Wrong texts in which nothing is found. */
const MISSES = 0;
const FALSE_ALARMS = 0;
const OTHER_KINDS = 0;

function lines<T extends Line>(name: string): T[] {
  const text = readFileSync(join(import.meta.dirname, 'corpus', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each) as T);
}

test('nothing is found in right descriptions', () => {
  const right = lines('right.jsonl');
  assert.ok(right.length >= 240);
  assert.ok(right.filter(({ language }) => language === 'ru').length >= 120);
  const alarms = right.flatMap(({ id, text, volumes }) =>
    findingsOf(text, volumes, builtInWorld).map(({ sentence }) => `${id}: ${sentence}`),
  );
  assert.equal(alarms.length, FALSE_ALARMS, alarms.join('\n'));
});

test('the slip of a wrong description is found, and nothing besides', () => {
  const wrong = lines<WrongLine>('wrong.jsonl');
  assert.ok(wrong.length >= 240);
  assert.ok(wrong.filter(({ language }) => language === 'ru').length >= 120);
  const misses: string[] = [];
  const others: string[] = [];
  for (const { id, text, volumes, said } of wrong) {
    const found = findingsOf(text, volumes, builtInWorld);
    if (found.length === 0) misses.push(`${id} (${said.slip})`);
    for (const { code, sentence } of found) {
      if (!said.codes.includes(code)) others.push(`${id} (${said.slip}): ${code}: ${sentence}`);
    }
  }
  assert.equal(others.length, OTHER_KINDS, others.join('\n'));
  assert.equal(misses.length, MISSES, misses.join(', '));
});
