// One line a message, as the watch reads it: literal texts for what must not be misread.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '@parley/protocol';
import { bodyText, NUMBERED } from '../src/index.ts';
import { bytesOf, validVectors } from '../../protocol/test/vectors.ts';

const PLACE =
  '3.7 km, bearing 220° true (south-west), from Deir ez-Zor airport OSDZ; 8.5 km south of the ' +
  'town of Deir ez-Zor; in Deir ez-Zor, Syria (0.7 to 6.7 km from OSDZ), FL180 – FL240, ' +
  '2026-09-21 15:13:20Z to 2026-09-21 16:13:20Z';

/** Of each vector that is named by its reason: the line. */
const LINES: readonly (readonly [why: string, line: string])[] = [
  [
    'a warning on a suspended channel',
    `EXERCISE WARNING FLASH Your fire is striking our forces. Cease fire. ${PLACE}.`,
  ],
  [
    'a warning with all that may be left out',
    `EXERCISE WARNING FLASH Aircraft in danger. At risk: civil aircraft. Turn away. ${PLACE}; ` +
      'Asked by: 2026-09-21 14:14:20Z; No consequence stated; Aircraft: Course, degrees: 90; ' +
      'Flight level: 330; Transponder code: 7700; Call back: Role: Watch; Number: 300 100; ' +
      'Also said on: Channel: 121.5; Tried at: 2026-09-21 14:13:20Z; Result: No answer.',
  ],
  [
    'an accident',
    `EXERCISE ACCIDENT FLASH An unmanned aircraft left our control. ${PLACE}; ` +
      'Left our control at: 2026-09-21 14:12:20Z; Call back: Role: Watch; Number: 300 100.',
  ],
  [
    'talks are proposed',
    'EXERCISE PROPOSAL: TALKS PRIORITY Talks of the watch: Answer by: 2026-09-21 19:13:20Z; ' +
      'Watch; Scope: Covers: Safety of flight; Leaves out: Intentions; ' +
      'Still open: Exercises, firings and launches.',
  ],
  ['a receipt', 'RECEIPT of south up to south/0: Received at: 2026-09-21 14:13:20Z.'],
  ['a line check', 'LINE CHECK IMMEDIATE'],
  ['a proposal is agreed', 'RESPONSE north/0: Agreed.'],
  [
    'a statement',
    'EXERCISE PUBLIC STATEMENT PRIORITY: Speaker: Office: Spokesman; ' +
      'Said at: 2026-09-21 14:13:20Z; To the minute; Quoted; ' +
      'Said: "As agreed on the telephone."; Source: Title: Morning briefing; Address: page 3.',
  ],
];

for (const [why, line] of LINES) {
  test(`the line of ${why} is read at a glance`, () => {
    const vector = validVectors().find((one) => one.why === why);
    const read = readEntry(bytesOf(vector ?? {}));
    assert(read.ok, why);
    assert.equal(bodyText(read.value.body), line);
  });
}

test('every vector has a line with no code, and no slot of a phrase, left in it', () => {
  for (const vector of validVectors()) {
    const read = readEntry(bytesOf(vector));
    assert(read.ok, vector.why);
    const line = bodyText(read.value.body);
    assert.doesNotMatch(line, /undefined|\[object|[{}]|Centimetres|: ;|: \.$/, vector.why);
  }
});

/** The same with the numbers of what is coded, looked up by hand in docs/phrase-book.md. */
const NUMBERED_LINES: readonly (readonly [why: string, line: string])[] = [
  [
    'a warning on a suspended channel',
    'EXERCISE WARNING FLASH Your fire is striking our forces [#1 #6]. Cease fire [#11]. ' +
      `${PLACE}.`,
  ],
  ['a proposal is agreed', 'RESPONSE north/0: Agreed [#244].'],
];

for (const [why, line] of NUMBERED_LINES) {
  test(`the line of ${why} can be read out loud by numbers`, () => {
    const vector = validVectors().find((one) => one.why === why);
    const read = readEntry(bytesOf(vector ?? {}));
    assert(read.ok, why);
    assert.equal(bodyText(read.value.body, NUMBERED), line);
  });
}
