// Human line checks: whose turn it was, who did not answer, and what the record knows of the line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelState, PartyId, Ref } from '@parley/protocol';
import {
  complianceFindings,
  complianceSentence,
  dueLineChecks,
  emptyPicture,
} from '../src/index.ts';
import { arrangement, HOUR, MINUTE, NORTH, SOUTH, WEST } from './bodies.ts';
import { channel } from './more-bodies.ts';
import { foldRow, LINE, rowFor, scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

const DAY = 24 * HOUR;
/** Midnight after T0: 20,718 days after 1970 began. */
const MIDNIGHT = 20_718 * DAY;
const NINE = MIDNIGHT + 9 * HOUR;

function agreed(minutesOfDay = [540], members = [NORTH, SOUTH]): Scribe {
  const line = scribe(members);
  const lineChecks = { minutesOfDay, answerWithinMs: 15 * MINUTE };
  for (const party of members) line.put(party, arrangement(1, { lineChecks }));
  return line;
}

/** "north/1 south: The line check ..." of every finding on line checks. */
function checks({ picture }: Pick<Scribe, 'picture'>, nowMs: number): string[] {
  return complianceFindings(picture, nowMs)
    .filter(({ clause }) => clause === 'line-check')
    .map((one) => `${one.object ?? '-'} ${one.party}: ${complianceSentence(one)}`);
}

function check(line: Scribe, party: PartyId, releasedMs: number): Ref {
  return line.put(party, { type: 'line-check' }, { releasedMs });
}

const missed = (party: PartyId, day: string, time = '09:00:00Z'): string =>
  `- ${party}: It was its turn to check the line at ${day} ${time}, and nobody did`;

test('no check is due before the first that was agreed', () => {
  const line = scribe([NORTH, SOUTH]);
  const lineChecks = { minutesOfDay: [540], answerWithinMs: 15 * MINUTE, startMs: NINE + DAY };
  for (const party of [NORTH, SOUTH]) line.put(party, arrangement(1, { lineChecks }));
  assert.deepEqual(dueLineChecks(line.picture, NINE), []);
  assert.deepEqual(checks(line, NINE + 2 * DAY), [missed(SOUTH, '2026-09-23')]);
});

test('the turn goes round the members, one check after another, from day to day', () => {
  assert.deepEqual(checks(agreed(), NINE + 2 * DAY), [
    missed(NORTH, '2026-09-22'),
    missed(SOUTH, '2026-09-23'),
  ]);
  // Three checks a day, stated in no order and one of them twice: 62,154 before that midnight.
  // The arrangement was signed after 14:00 of the day before.
  assert.deepEqual(checks(agreed([600, 540, 1_200, 540]), MIDNIGHT + DAY), [
    missed(SOUTH, '2026-09-21', '20:00:00Z'),
    missed(NORTH, '2026-09-22'),
    missed(SOUTH, '2026-09-22', '10:00:00Z'),
    missed(NORTH, '2026-09-22', '20:00:00Z'),
  ]);
  const three = agreed([540], [NORTH, SOUTH, WEST]);
  assert.deepEqual(checks(three, NINE + 3 * DAY), [
    missed(NORTH, '2026-09-22'),
    missed(SOUTH, '2026-09-23'),
    missed(WEST, '2026-09-24'),
  ]);
});

test('a check is due to the member whose turn it is, and any member may make it', () => {
  const line = agreed();
  const due = (nowMs: number): unknown[] =>
    dueLineChecks(line.picture, nowMs).map(({ atMs, turn }) => [atMs, turn]);
  assert.deepEqual(due(NINE - 15 * MINUTE - 1), []);
  assert.deepEqual(due(NINE - 15 * MINUTE), [[NINE, NORTH]]);
  assert.deepEqual(due(NINE + 15 * MINUTE), [[NINE, NORTH]]);
  assert.deepEqual(due(NINE + 15 * MINUTE + 1), []);
  assert.deepEqual(checks(line, NINE + 15 * MINUTE), []);
  const ref = check(line, SOUTH, NINE);
  line.put(NORTH, { type: 'line-check-answer', ref }, { releasedMs: NINE + MINUTE });
  assert.deepEqual([due(NINE), checks(line, NINE + HOUR)], [[], []]);
});

test('one check does not stand for two of the schedule', () => {
  const line = agreed([540, 550]);
  const ref = check(line, SOUTH, NINE + 5 * MINUTE);
  line.put(NORTH, { type: 'line-check-answer', ref }, { releasedMs: NINE + 6 * MINUTE });
  assert.deepEqual(checks(line, NINE + HOUR), [missed(SOUTH, '2026-09-22', '09:10:00Z')]);
});

test('who did not answer is named, each for itself, and stays named', () => {
  const line = agreed([540], [NORTH, SOUTH, WEST]);
  const ref = check(line, NORTH, NINE + 10 * MINUTE);
  line.put(WEST, { type: 'line-check-answer', ref }, { releasedMs: NINE + 11 * MINUTE });
  assert.deepEqual(checks(line, NINE + 25 * MINUTE), []);
  const told = 'north/1 south: The line check of 2026-09-22 09:00:00Z was not answered';
  assert.deepEqual(checks(line, NINE + 25 * MINUTE + 1), [told]);
  assert.equal(checks(line, NINE + 40 * DAY)[0], told);
});

test('a late answer leaves when it came and by how much it was late', () => {
  const line = agreed();
  const ref = check(line, NORTH, NINE);
  for (const afterMs of [17 * MINUTE, 20 * MINUTE]) {
    line.put(SOUTH, { type: 'line-check-answer', ref }, { releasedMs: NINE + afterMs });
  }
  assert.deepEqual(checks(line, NINE + HOUR), [
    'north/1 south: The line check of 2026-09-22 09:00:00Z was answered at 2026-09-22 09:17:00Z, ' +
      '2 min late',
  ]);
});

test('checks that were missed are told however long ago', () => {
  assert.equal(checks(agreed(), NINE + 400 * DAY).length, 400);
});

test('a check of another schedule is judged by the schedule of its day', () => {
  const line = agreed();
  const lineChecks = { minutesOfDay: [600], answerWithinMs: 15 * MINUTE };
  for (const party of [NORTH, SOUTH]) {
    line.put(party, arrangement(2, { lineChecks }), { releasedMs: MIDNIGHT + DAY });
  }
  assert.deepEqual(checks(line, MIDNIGHT + 2 * DAY), [
    missed(NORTH, '2026-09-22'),
    missed(SOUTH, '2026-09-23', '10:00:00Z'),
  ]);
});

const STATES: readonly (readonly [ChannelState['state'], string])[] = [
  ['degraded', 'degraded'],
  ['suspended', 'suspended'],
  ['closed', 'closed'],
];

for (const [state, word] of STATES) {
  test(`a check missed while an end was ${word} by its own statement says so`, () => {
    const line = agreed();
    const says = (said: ChannelState['state'], releasedMs: number): Ref =>
      line.put(SOUTH, channel({ status: 'actual', state: said, scope: [] }), { releasedMs });
    says(state, NINE - HOUR);
    says('open', NINE + DAY - HOUR);
    assert.deepEqual(checks(line, NINE + 2 * DAY), [
      '- north: Nobody made the line check of 2026-09-22 09:00:00Z; ' +
        `south had said that its end was ${word}`,
      missed(SOUTH, '2026-09-23'),
    ]);
  });
}

test('a check unanswered while an end was closed says so; a drill closes no real line', () => {
  for (const status of ['actual', 'exercise'] as const) {
    const line = agreed();
    line.put(SOUTH, channel({ status, state: 'closed', scope: [] }), { releasedMs: NINE - HOUR });
    check(line, NORTH, NINE);
    const known = status === 'actual' ? '; south had said that its end was closed' : '';
    assert.deepEqual(checks(line, NINE + HOUR), [
      `north/1 south: The line check of 2026-09-22 09:00:00Z was not answered${known}`,
    ]);
  }
});

test('what the record does not say of the line is not claimed: it was silent', () => {
  const [finding] = complianceFindings(agreed().picture, NINE + HOUR);
  assert.deepEqual(finding?.slots, { at: '2026-09-22 09:00:00Z' });
});

test('two checks of one minute are judged alike in whatever order they came', () => {
  const lineChecks = { minutesOfDay: [540], answerWithinMs: 15 * MINUTE };
  const rows = (party: PartyId, releasedMs: number): ReturnType<typeof rowFor>[] => [
    rowFor(party, 0, arrangement(1, { lineChecks })),
    rowFor(party, 1, { type: 'line-check' }, { releasedMs }),
  ];
  const [north, south] = [rows(NORTH, NINE + 1), rows(SOUTH, NINE)];
  const told = [
    [...north, ...south],
    [...south, ...north],
  ].map((order) => {
    const picture = emptyPicture(LINE, [NORTH, SOUTH]);
    for (const row of order) foldRow(picture, row);
    return checks({ picture }, NINE + HOUR);
  });
  const text = 'south/1 north: The line check of 2026-09-22 09:00:00Z was not answered';
  assert.deepEqual(told, [[text], [text]]);
});
