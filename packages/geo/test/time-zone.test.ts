// Local time against Temporal's zones and literals, and windows that come again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  expandWindows,
  readInstant,
  readRecurrence,
  writeInstantIn,
  writeRecurrence,
  zoneOffsetMinutes,
} from '../src/index.ts';
import { numbersFrom } from './oracle.ts';

const utc = (text: string): number => Date.parse(text);

test('Moscow and Damascus are written as of the date meant', () => {
  for (const [instant, zone, text] of [
    ['2013-09-17T12:55:00Z', 'Europe/Moscow', '2013-09-17 16:55:00 +04:00 Europe/Moscow'],
    ['2016-09-17T13:55:00Z', 'Moscow', '2016-09-17 16:55:00 +03:00 Europe/Moscow'],
    ['2016-01-17T13:55:00Z', 'Asia/Damascus', '2016-01-17 15:55:00 +02:00 Asia/Damascus'],
    ['2023-01-17T13:55:00Z', 'Asia/Damascus', '2023-01-17 16:55:00 +03:00 Asia/Damascus'],
  ] as const) {
    assert.deepEqual(writeInstantIn(utc(instant), zone), { ok: true, value: text });
  }
  assert.equal(writeInstantIn(0, 'Nowhere/Land').ok, false);
});

test('20,000 offsets of twelve zones are those of Temporal', () => {
  const zones =
    'Europe/Moscow Asia/Damascus Asia/Baghdad Asia/Beirut Asia/Jerusalem Europe/Istanbul ' +
    'Europe/Kyiv Asia/Tehran Asia/Kabul America/New_York Asia/Kathmandu Australia/Lord_Howe';
  const next = numbersFrom(7);
  for (let i = 0; i < 20_000; i += 1) {
    const zone = zones.split(' ')[i % 12] ?? 'UTC';
    const ms = Math.floor(utc('1972-01-01T00:00:00Z') + next() * 66 * 365.25 * 86_400_000);
    const { offsetNanoseconds } =
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    assert.equal(
      zoneOffsetMinutes(ms, zone),
      Math.round(offsetNanoseconds / 6e10),
      `${zone} ${ms}`,
    );
  }
});

test('a local time that the clocks skip or show twice is refused', () => {
  const skipped = readInstant('2016-03-25 00:30 Asia/Damascus');
  assert.ok(!skipped.ok && /skip it/.test(skipped.refusal.expected), JSON.stringify(skipped));
  const twice = readInstant('2016-10-27 23:30 Asia/Damascus');
  assert.ok(!twice.ok);
  assert.match(twice.refusal.expected, /2016-10-27 20:30:00Z or 2016-10-27 21:30:00Z/);
});

test('windows come again by the clock of the zone, through its change', () => {
  const read = readRecurrence('daily 0600-1800 Asia/Damascus');
  assert.ok(read.ok);
  const within = { startMs: utc('2016-03-24T00:00:00Z'), endMs: utc('2016-03-27T00:00:00Z') };
  const windows = expandWindows(read.value, within, []);
  assert.ok(windows.ok);
  assert.deepEqual(windows.value, [
    { startMs: utc('2016-03-24T04:00:00Z'), endMs: utc('2016-03-24T16:00:00Z') },
    { startMs: utc('2016-03-25T03:00:00Z'), endMs: utc('2016-03-25T15:00:00Z') },
    { startMs: utc('2016-03-26T03:00:00Z'), endMs: utc('2016-03-26T15:00:00Z') },
  ]);
});

test('weekdays over midnight, weekends around the clock', () => {
  // 2016-09-17 was a Saturday.
  const within = { startMs: utc('2016-09-16T00:00:00Z'), endMs: utc('2016-09-20T00:00:00Z') };
  const night = readRecurrence('weekdays 2200-0200Z');
  assert.ok(night.ok);
  const nights = expandWindows(night.value, within, []);
  assert.ok(nights.ok);
  assert.deepEqual(nights.value, [
    { startMs: utc('2016-09-16T22:00:00Z'), endMs: utc('2016-09-17T02:00:00Z') },
    { startMs: utc('2016-09-19T22:00:00Z'), endMs: utc('2016-09-20T02:00:00Z') },
  ]);
  const whole = readRecurrence('SAT SUN H24 Z');
  assert.ok(whole.ok);
  const days = expandWindows(whole.value, within, []);
  assert.deepEqual(days.ok && days.value.length, 2);
});

test('what is written is read back, and what cannot be meant is refused', () => {
  for (const text of ['DAILY 06:00-18:00 Z', 'MON TUE FRI 22:00-02:00 Europe/Moscow']) {
    const read = readRecurrence(text);
    assert.ok(read.ok, text);
    assert.equal(writeRecurrence(read.value), text);
  }
  for (const [text, expected] of [
    ['0600-1800Z', /DAILY/],
    ['daily 0600-1800', /the zone/],
    ['daily 0600-1800 IST', /a known zone/],
    ['daily 2500-2600Z', /0000 to 2400/],
    ['daily 0600-0600Z', /differs/],
    ['XYZ 0600-1800Z', /days MON/],
    ['', /DAILY/],
  ] as const) {
    const read = readRecurrence(text);
    assert.ok(!read.ok && expected.test(read.refusal.expected), JSON.stringify(read));
  }
});

test('more than 1,000 windows are refused', () => {
  const read = readRecurrence('daily 0600-1800Z');
  assert.ok(read.ok);
  const within = { startMs: 0, endMs: utc('1980-01-01T00:00:00Z') };
  assert.equal(expandWindows(read.value, within, []).ok, false);
});
