// Instants and durations as the floor writes them: literal expectations.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockText,
  dayText,
  durationText,
  instantText,
  longDateText,
  minuteText,
  windowText,
} from '../src/words/time-text.ts';

const NOW = Date.parse('2016-09-17T13:57:24Z');
const at = (text: string): number => Date.parse(text);

test('an instant of today has its zone and no date', () => {
  assert.equal(instantText(at('2016-09-17T13:17:02Z'), NOW), '13:17:02Z');
  assert.equal(minuteText(at('2016-09-17T14:17:59Z'), NOW), '14:17Z');
});

test('an instant of another day has its date, of another year also that', () => {
  assert.equal(instantText(at('2016-09-15T09:00:00Z'), NOW), '15 Sep 09:00:00Z');
  assert.equal(minuteText(at('2015-09-15T09:00:00Z'), NOW), '15 Sep 2015 09:00Z');
  assert.equal(instantText(at('2016-09-16T23:59:59Z'), NOW), '16 Sep 23:59:59Z');
});

test('a window always has its date, and the second one when it ends on another day', () => {
  const start = at('2016-09-17T13:55:00Z');
  assert.equal(windowText(start, at('2016-09-17T15:00:00Z')), '17 Sep 13:55Z – 15:00Z');
  assert.equal(windowText(start, at('2016-09-18T01:00:00Z')), '17 Sep 13:55Z – 18 Sep 01:00Z');
});

test('a day has its year when it is not of this one', () => {
  assert.equal(dayText(at('2016-02-01T00:00:00Z'), NOW), '1 Feb');
  assert.equal(dayText(at('2015-12-31T23:59:59Z'), NOW), '31 Dec 2015');
});

test('the long date names the day of the week', () => {
  assert.equal(longDateText(NOW), 'Sat 17 Sep 2016');
});

test('a running clock counts minutes and seconds under an hour, then its two largest units', () => {
  assert.equal(clockText(42_000), '00:42');
  assert.equal(clockText(3_599_000), '59:59');
  assert.equal(clockText(3_600_000), '1 h');
  assert.equal(clockText(-5_000), '00:00');
});

test('a duration has at most two units', () => {
  assert.equal(durationText(59_999), '59 s');
  assert.equal(durationText(12 * 60_000), '12 min');
  assert.equal(durationText(125 * 60_000), '2 h 05 min');
  assert.equal(durationText(52 * 3_600_000), '2 d 4 h');
  assert.equal(durationText(72 * 3_600_000), '3 d');
});
