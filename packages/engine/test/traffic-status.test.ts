// Drill traffic: a reply has the status of what it is about, and drill never meets the real thing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Ref } from '@parley/protocol';
import { exerciseMark, trafficStatus } from '../src/index.ts';
import { cancel, NORTH, notice, position, question, read, SOUTH, warning } from './bodies.ts';
import { scribe } from './scribe.ts';

const NOWHERE = { party: 'north', index: 99, leaf: '0'.repeat(64) } as Ref;

test('every step about a drill object is drill, about a real one real', () => {
  for (const [status, mark] of [
    ['exercise', 'EXERCISE '],
    ['test', 'TEST '],
    ['actual', ''],
  ] as const) {
    const { picture, put } = scribe();
    const warned = put(NORTH, warning({ status }));
    const told = put(NORTH, notice({ status }));
    const asked = put(NORTH, question({ status }));
    const release: Body = {
      type: 'onward-release',
      ref: told,
      to: 'Tower',
      kind: 'air-traffic-control',
      sentMs: 1,
      by: 'telephone',
    };
    const passed = put(NORTH, release);
    assert.deepEqual(picture.unusable, []);
    const steps: readonly Body[] = [
      read(warned),
      { type: 'warning-answer', ref: warned, result: 'not-us' },
      { type: 'confirmation', ref: warned, result: 'confirmed' },
      position(told),
      cancel(told),
      { type: 'answer', ref: asked, result: 'answered' },
      release,
      { type: 'onward-receipt', ref: passed, result: 'acknowledged', atMs: 2 },
    ];
    for (const body of steps) {
      assert.equal(trafficStatus(picture, body), status, body.type);
      assert.equal(exerciseMark(picture, body), mark, body.type);
    }
  }
});

test('what is about the line itself, or about nothing known, is never called drill', () => {
  const { picture } = scribe();
  assert.equal(exerciseMark(picture, { type: 'line-check' }), '');
  assert.equal(exerciseMark(picture, read(NOWHERE)), '');
});

test('a drill notice meets no real one, and two drill notices do meet', () => {
  const { picture, put } = scribe();
  put(NORTH, notice({ status: 'actual' }));
  put(SOUTH, notice({ status: 'exercise' }));
  assert.equal(picture.conflicts.size, 0);
  put(NORTH, notice({ status: 'exercise' }));
  assert.deepEqual(
    [...picture.conflicts.values()].map(({ a, b }) => [a, b]),
    [['north/1', 'south/0']],
  );
});

test('a drill notice cannot take the place of a real one', () => {
  const { put, refused, object } = scribe();
  const real = put(NORTH, notice({ status: 'actual' }));
  put(NORTH, notice({ status: 'exercise', supersedes: real }));
  assert.equal(refused(), 'wrong-kind supersedes');
  assert.equal(object(real).state, 'in-force');
});
