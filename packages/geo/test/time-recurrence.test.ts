// Windows by the sun. The sun's times are libastro's (python3-ephem) for Damascus, 33.5138 N
// 36.2765 E: on 2016-09-17 it rises at 03:19:44Z and sets at 15:38:14Z; civil dusk is at 16:03:05Z.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expandWindows, readInstant, readRecurrence, writeRecurrence } from '../src/index.ts';
import type { Recurrence, TimeWindow } from '../src/index.ts';
import { at } from './oracle.ts';

const DAMASCUS = at(33.5138, 36.2765);
const SUNRISE = utc('2016-09-17T03:19:44Z');
const SUNSET = utc('2016-09-17T15:38:14Z');
const MINUTE_MS = 60_000;
/** 0.3 degrees of the sun's height, at 33 degrees north: under two minutes. */
const MARGIN_MS = 2 * MINUTE_MS;

function utc(text: string): number {
  const read = readInstant(text);
  assert.ok(read.ok, text);
  return read.value;
}

function recurrence(text: string): Recurrence {
  const read = readRecurrence(text);
  assert.ok(read.ok, `${text}: ${read.ok ? '' : read.refusal.sentence}`);
  return read.value;
}

function onDay(text: string, day: string, around = [DAMASCUS]): readonly TimeWindow[] {
  const startMs = utc(`${day} 00:00 Asia/Damascus`);
  const within = { startMs, endMs: startMs + 86_400_000 };
  const windows = expandWindows(recurrence(text), within, around);
  assert.ok(windows.ok, text);
  return windows.value;
}

test('from sunrise to sunset is reserved early and released late, by less than two minutes', () => {
  for (const text of [
    'daily SR-SS Asia/Damascus',
    'daily sunrise to sunset Damascus',
    'DAILY HJ Asia/Damascus',
    'ежедневно от восхода до захода Дамаск',
  ]) {
    const [window, ...more] = onDay(text, '2016-09-17');
    assert.ok(window !== undefined && more.length === 0, text);
    assert.ok(window.startMs <= SUNRISE && window.startMs > SUNRISE - MARGIN_MS, text);
    assert.ok(window.endMs >= SUNSET && window.endMs < SUNSET + MARGIN_MS, text);
  }
});

test('minutes are added and taken away, and the night goes over midnight', () => {
  const [plain] = onDay('daily SR-SS Asia/Damascus', '2016-09-17');
  const [wide] = onDay('daily sunrise-30 to sunset+45 Asia/Damascus', '2016-09-17');
  assert.ok(plain !== undefined && wide !== undefined);
  assert.equal(wide.startMs, plain.startMs - 30 * MINUTE_MS);
  assert.equal(wide.endMs, plain.endMs + 45 * MINUTE_MS);
  const [night] = onDay('daily HN Asia/Damascus', '2016-09-17');
  assert.ok(night !== undefined);
  assert.ok(night.startMs <= SUNSET && night.startMs > SUNSET - MARGIN_MS);
  // Sunrise of the 18th, half a minute later than that of the 17th.
  assert.ok(Math.abs(night.endMs - SUNRISE - 86_400_000) < MARGIN_MS + MINUTE_MS);
});

test('the clock and the sun go together, and civil twilight is longer than the day', () => {
  const [window] = onDay('daily 1600 to EECT Asia/Damascus', '2016-09-17');
  assert.equal(window?.startMs, utc('2016-09-17T13:00:00Z'));
  const dusk = utc('2016-09-17T16:03:05Z');
  assert.ok(window !== undefined && window.endMs >= dusk && window.endMs < dusk + MARGIN_MS);
});

test('over an area the window is that of its first and its last place', () => {
  const east = at(33.5, 40);
  const [one] = onDay('daily SR-SS Asia/Damascus', '2016-09-17');
  const [both] = onDay('daily SR-SS Asia/Damascus', '2016-09-17', [DAMASCUS, east]);
  assert.ok(one !== undefined && both !== undefined);
  // 3.7235 degrees of longitude are 14.9 minutes of the sun.
  const earlier = (one.startMs - both.startMs) / MINUTE_MS;
  assert.ok(earlier > 14.5 && earlier < 15.3, `${earlier}`);
  assert.equal(both.endMs, one.endMs);
});

test('a day on which the sun does not rise is refused by its date', () => {
  const within = { startMs: utc('2026-06-01T00:00:00Z'), endMs: utc('2026-07-01T00:00:00Z') };
  const tromso = expandWindows(recurrence('daily SR-SS Z'), within, [at(69.65, 18.96)]);
  assert.ok(!tromso.ok);
  assert.match(tromso.refusal.sentence, /a day with a sunrise, but on 2026-06-0\d .* stays above/);
  const nowhere = expandWindows(recurrence('daily SR-SS Z'), within, []);
  assert.ok(!nowhere.ok && nowhere.refusal.expected.includes('the place'));
});

test('what is written is read back, and what cannot be meant is refused', () => {
  for (const text of [
    'DAILY SR to SS Asia/Damascus',
    'MON TUE SR-30 to SS+45 Z',
    'DAILY BMCT to EECT Europe/Moscow',
    'DAILY 06:00 to SS Z',
  ]) {
    assert.equal(writeRecurrence(recurrence(text)), text);
  }
  for (const [text, expected] of [
    ['daily SR-SS', /the zone/],
    ['daily SR+500 to SS Z', /at most 180 minutes/],
    ['daily SR to SR Z', /differs/],
    ['daily moonrise to SS Z', /hours and a zone/],
    ['daily 2400-0600Z', /before 2400/],
  ] as const) {
    const read = readRecurrence(text);
    assert.ok(!read.ok && expected.test(read.refusal.expected), JSON.stringify(read));
  }
});

test('Russian days of the week are read', () => {
  assert.equal(
    writeRecurrence(recurrence('пн-пт 0600-1800 МСК')),
    'MON TUE WED THU FRI 06:00-18:00 Europe/Moscow',
  );
});

test('no words of five scripts make it throw', () => {
  const words = [
    'daily',
    'MON-FRI',
    'SR',
    'SS',
    '-30',
    '+',
    'to',
    'до',
    'восхода',
    'HN',
    '0600-1800',
    'Z',
    'Дамаск',
    'شروق',
    'זריחה',
    'gündoğumu',
    '٠٦٠٠',
    '\u2067',
    '\ud800',
    ',',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 10 }), (parts) => {
      const text = parts.join(' ');
      const read = readRecurrence(text);
      assert.ok(read.ok || (read.refusal.at >= 0 && read.refusal.at <= text.length), text);
    }),
    { numRuns: 2000 },
  );
});
