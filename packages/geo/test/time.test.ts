// Instants as people write them, against literals and against Temporal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInstant, windowFault, writeDateTimeGroup, writeInstant } from '../src/index.ts';
import { numbersFrom } from './oracle.ts';

/** 2016-09-17T13:55:00Z, by `date -u +%s`. */
const STRIKE_MS = 1_474_120_500_000;

const READ: readonly (readonly [string, number])[] = [
  ['2016-09-17T13:55:00Z', STRIKE_MS],
  ['2016-09-17 13:55:00z', STRIKE_MS],
  ['2016-09-17T13:55Z', STRIKE_MS],
  ['2016-09-17T16:55:00+03:00', STRIKE_MS],
  ['2016-09-17T09:25:00-04:30', STRIKE_MS],
  ['2016-09-17T13:55:00.250Z', STRIKE_MS + 250],
  ['2016-09-17T13:55:00.2509999Z', STRIKE_MS + 250],
  ['171355ZSEP16', STRIKE_MS],
  ['2016-09-17T16:55 Moscow', STRIKE_MS],
  ['2016-09-17 16:55 МСК', STRIKE_MS],
  ['2016-09-17 16:55[Asia/Damascus]', STRIKE_MS],
  ['17 1355Z SEP 16', STRIKE_MS],
  ['171655Csep2016', STRIKE_MS],
  ['170955QSEP16', STRIKE_MS],
  ['1970-01-01T00:00:00Z', 0],
  ['2000-02-29T00:00:00Z', 951_782_400_000],
  ['2199-12-31T23:59:59.999Z', 7_258_118_399_999],
];

for (const [text, ms] of READ) {
  test(`"${text}" is read`, () => {
    assert.deepEqual(readInstant(text), { ok: true, value: ms });
  });
}

const REFUSED: readonly (readonly [string, number, RegExp])[] = [
  ['', 0, /a time such as/],
  ['13:55', 0, /a time such as/],
  ['2016-09-17T13:55:00', 19, /the zone/],
  ['2016-09-17', 0, /a time such as/],
  ['2016-09-17T13:55:00 IST', 19, /the zone/],
  ['2016-09-17T13:55:00 Nowhere/Land', 19, /the zone/],
  ['2016-09-17T13:55:00-00:00', 19, /unknown/],
  ['2016-09-17T13:55:00+24:00', 19, /below 24:00/],
  ['2016-02-30T00:00:00Z', 8, /01 to 29/],
  ['2015-02-29T00:00:00Z', 8, /01 to 28/],
  ['2100-02-29T00:00:00Z', 8, /01 to 28/],
  ['2016-13-01T00:00:00Z', 5, /01 to 12/],
  ['2016-09-17T24:00:00Z', 11, /00 to 23/],
  ['2016-09-17T13:60:00Z', 14, /00 to 59/],
  ['2016-12-31T23:59:60Z', 17, /leap second/],
  ['1969-12-31T23:59:59Z', 0, /1970 to before 2200/],
  ['1970-01-01T00:00:00+01:00', 0, /1970 to before 2200/],
  ['2200-01-01T00:00:00Z', 0, /1970 to before 2200/],
  ['171355JSEP16', 6, /other than J/],
  ['311355ZSEP16', 0, /01 to 30/],
  ['171355ZSET16', 7, /a month/],
  ['1713Z', 0, /a time such as/],
  ['171355Z', 0, /a date-time group/],
];

for (const [text, where, expected] of REFUSED) {
  test(`"${text}" is refused at character ${where + 1}`, () => {
    const reading = readInstant(text);
    assert.ok(!reading.ok);
    assert.equal(reading.refusal.at, where, reading.refusal.sentence);
    assert.match(reading.refusal.expected, expected);
  });
}

test('an instant is written with its date, and as a date-time group', () => {
  assert.equal(writeInstant(STRIKE_MS), '2016-09-17 13:55:00Z');
  assert.equal(writeInstant(STRIKE_MS + 7), '2016-09-17 13:55:00.007Z');
  assert.equal(writeInstant(0), '1970-01-01 00:00:00Z');
  assert.equal(writeDateTimeGroup(STRIKE_MS), '171355ZSEP16');
  assert.equal(writeDateTimeGroup(STRIKE_MS + 59_999), '171355ZSEP16');
});

test('10,000 instants are written and read as Temporal writes and reads them', () => {
  const next = numbersFrom(7);
  for (let i = 0; i < 10_000; i += 1) {
    const ms = Math.floor(next() * 7_258_118_400_000);
    const theirs = Temporal.Instant.fromEpochMilliseconds(ms);
    const written = theirs.toString({ fractionalSecondDigits: 3 });
    assert.deepEqual(readInstant(written), { ok: true, value: ms });
    assert.equal(Temporal.Instant.from(writeInstant(ms)).epochMilliseconds, ms);
  }
});

test('a window is at fault when it is empty, upside down, not whole or out of range', () => {
  assert.equal(windowFault({ startMs: STRIKE_MS, endMs: STRIKE_MS + 1 }), undefined);
  assert.equal(windowFault({ startMs: 0, endMs: 7_258_118_400_000 }), undefined);
  assert.equal(
    windowFault({ startMs: STRIKE_MS, endMs: STRIKE_MS }),
    'end 2016-09-17 13:55:00Z is the same as the start; it must be later',
  );
  assert.equal(
    windowFault({ startMs: STRIKE_MS, endMs: STRIKE_MS - 60_000 }),
    'end 2016-09-17 13:54:00Z is before start 2016-09-17 13:55:00Z',
  );
  assert.match(windowFault({ startMs: 0.5, endMs: 2 }) ?? '', /start 0.5 is not a whole number/);
  assert.match(windowFault({ startMs: 0, endMs: NaN }) ?? '', /end NaN is not a whole number/);
  assert.match(windowFault({ startMs: -1, endMs: 2 }) ?? '', /start -1 is not in 1970 to 2200/);
});
