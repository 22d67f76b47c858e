// The arrangement as sentences, as a comparison, as a document, and how far each version is signed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Arrangement } from '@parley/protocol';
import {
  arrangementDocument,
  clausesOf,
  compareArrangements,
  documentHtml,
  documentMarkdown,
  signingState,
} from '../src/index.ts';
import { arrangement, NORTH, SOUTH, WEST } from './bodies.ts';
import { scribe } from './scribe.ts';

const WHOLE: Partial<Arrangement> = {
  title: 'Memorandum',
  subjects: {
    covers: ['flight-safety'],
    leavesOut: ['intentions', 'deployments'],
    open: [],
    areas: [
      {
        name: 'East',
        outline: {
          kind: 'circle',
          centre: { latE7: 352_500_000, lonE7: 401_500_000 },
          radiusCentimetres: 1_000_000,
        },
      },
    ],
  },
  separations: [
    {
      between: ['unmanned', 'air-activity'],
      minima: { lateralCentimetres: 50_000, verticalCentimetres: 15_000, timeMs: 90_000 },
    },
  ],
  notices: [{ of: 'exercise', required: true, minimumLeadMs: 86_400_000 }],
  definitions: [{ term: 'overhead', lateralCentimetres: 185_200, verticalCentimetres: 30_480 }],
  escalation: { everyMs: 300_000, levels: 3 },
  lineChecks: { minutesOfDay: [360, 1110], answerWithinMs: 300_000 },
  languages: ['en', 'ru'],
  contacts: [{ party: NORTH, level: 1, role: 'Duty officer', number: '7', frequencyKilohertz: 5 }],
  matching: { runsADay: 1, cellsADay: 100 },
  suspension: {
    noticeMs: 5_400_000,
    resumption: { text: 'By a call.', language: 'en' },
    resumedByTwo: true,
  },
  words: { text: 'Nothing more.', language: 'en' },
};

const NEAR = 'nearer than 5 km (2.70 NM) on the ground and 300 m (984 ft) in height';
const SENTENCES: readonly (readonly [heading: string, sentences: readonly string[]])[] = [
  ['Title', ['Memorandum']],
  ['Scope', ['Safety of flight.']],
  [
    'Subjects and areas',
    [
      'Covered: Safety of flight.',
      'Expressly left out: Intentions and Deployments.',
      'Still open: nothing.',
      'AREA',
    ],
  ],
  [
    'Separation',
    [
      `In general, two volumes conflict when they are ${NEAR} and overlap in time.`,
      'Between Air activity and Unmanned aircraft: they conflict when they are nearer than ' +
        '500 m (0.27 NM) on the ground and 150 m (492 ft) in height and are within ' +
        '1 minute 30 seconds in time.',
    ],
  ],
  [
    'Notices and their lead',
    [
      'A notice is given at least 30 minutes before its start.',
      'Exercise, firing or launch: a notice must be given, at least 1 day before its start.',
    ],
  ],
  [
    'Definitions',
    ['“Overhead” means within 1.852 km (1.00 NM) on the ground and 304.8 m (1000 ft) in height.'],
  ],
  [
    'Deadlines',
    [
      'FLASH: read within 1 minute, read back within 2 minutes, answered with a position within ' +
        '3 minutes.',
      'IMMEDIATE: read within 5 minutes, read back within 10 minutes, answered with a position ' +
        'within 15 minutes.',
      'PRIORITY: read within 30 minutes, read back within 1 hour, answered with a position ' +
        'within 1 hour 30 minutes.',
      'ROUTINE: read within 1 hour, read back within 2 hours, answered with a position within ' +
        '3 hours.',
    ],
  ],
  [
    'Escalation',
    ['What is unanswered is raised again and climbs a level every 5 minutes, up to level 3.'],
  ],
  [
    'Line checks',
    [
      'The line is checked every day at 06:00 UTC and 18:30 UTC by the members in turn, ' +
        'answered within 5 minutes.',
    ],
  ],
  ['Languages', ['Languages of the line: en and ru.']],
  ['Contacts', ['north, level 1: Duty officer, on number 7 and 5 kHz.']],
  ['Private matching', ['At most 1 run and 100 cells a day.']],
  [
    'Suspension and resumption',
    [
      'It is suspended with notice of 1 hour 30 minutes.',
      'Resumption: By a call.',
      'It is resumed by two people of each side.',
    ],
  ],
  ['Further words', ['Nothing more.']],
];

test('every clause of the schema is said in plain English', () => {
  const found = clausesOf(arrangement(1, WHOLE)).map(({ heading, items }) => {
    return [heading, items.map(({ key, text }) => (key === 'area East' ? 'AREA' : text))];
  });
  assert.deepEqual(found, SENTENCES);
  const area = clausesOf(arrangement(1, WHOLE))[2]?.items[3]?.text ?? '';
  assert.match(
    area,
    /^Area East: .*; circle of 35\.2500000 N 40\.1500000 E; radius 10 km \(5\.40 NM\)\.$/,
  );
});

test('every field of the schema but type and version stands in a clause', () => {
  const whole = arrangement(1, WHOLE);
  for (const field of Object.keys(WHOLE)) {
    const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
    const changes = compareArrangements(whole, without as Arrangement);
    assert.equal(changes.filter(({ change }) => change !== 'unchanged').length, 1, field);
  }
});

test('clauses that are absent keep their number and were not agreed', () => {
  const absent = clausesOf(arrangement(1)).filter(({ items }) => items.length === 0);
  assert.deepEqual(
    absent.map(({ number, heading }) => `${number} ${heading}`),
    [
      '1 Title',
      '3 Subjects and areas',
      '6 Definitions',
      '8 Escalation',
      '9 Line checks',
      '10 Languages',
      '11 Contacts',
      '12 Private matching',
      '13 Suspension and resumption',
      '14 Further words',
    ],
  );
});

test('two versions are compared clause by clause and sentence by sentence', () => {
  const [exercise] = WHOLE.notices ?? [];
  assert(exercise !== undefined);
  const before = arrangement(1, { languages: ['en'], notices: [exercise] });
  const after = arrangement(2, {
    minimumLeadMs: 3_600_000,
    notices: [{ of: 'unmanned', required: false, minimumLeadMs: 0 }],
    escalation: { everyMs: 60_000, levels: 1 },
  });
  const changed = compareArrangements(before, after).filter(({ change }) => change !== 'unchanged');
  assert.deepEqual(changed, [
    {
      number: 5,
      heading: 'Notices and their lead',
      change: 'changed',
      items: [
        {
          key: 'minimumLeadMs',
          change: 'changed',
          before: 'A notice is given at least 30 minutes before its start.',
          after: 'A notice is given at least 1 hour before its start.',
        },
        {
          key: 'exercise',
          change: 'removed',
          before:
            'Exercise, firing or launch: a notice must be given, at least 1 day before its start.',
          after: undefined,
        },
        {
          key: 'unmanned',
          change: 'added',
          before: undefined,
          after: 'Unmanned aircraft: a notice may be given, at least no time before its start.',
        },
      ],
    },
    {
      number: 8,
      heading: 'Escalation',
      change: 'added',
      items: [
        {
          key: 'escalation',
          change: 'added',
          before: undefined,
          after:
            'What is unanswered is raised again and climbs a level every 1 minute, up to level 1.',
        },
      ],
    },
    {
      number: 10,
      heading: 'Languages',
      change: 'removed',
      items: [
        {
          key: 'languages',
          change: 'removed',
          before: 'Languages of the line: en.',
          after: undefined,
        },
      ],
    },
  ]);
});

test('no version differs from itself, and back from a change is the change turned round', () => {
  const some = fc.subarray(Object.keys(WHOLE)).map((names): Arrangement => {
    const held = Object.entries(WHOLE).filter(([name]) => names.includes(name));
    return arrangement(1, Object.fromEntries(held));
  });
  const turned = { added: 'removed', removed: 'added', changed: 'changed', unchanged: 'unchanged' };
  fc.assert(
    fc.property(some, some, (a, b) => {
      assert(compareArrangements(a, a).every(({ change }) => change === 'unchanged'));
      const kinds = compareArrangements(a, b).map(({ change }) => change);
      const back = compareArrangements(b, a).map(({ change }) => turned[change]);
      assert.deepEqual(back, kinds);
      const same = JSON.stringify(a) === JSON.stringify(b);
      assert.equal(
        kinds.every((kind) => kind === 'unchanged'),
        same,
      );
    }),
  );
});

const MEMBERS = [
  { party: NORTH, name: 'North' },
  { party: SOUTH, name: 'South' },
];

test('a signed version is a document with its signatures, and marks in a text stay text', () => {
  const { put, picture } = scribe();
  const said = arrangement(1, { title: 'A <b> & *c*' });
  put(NORTH, said);
  put(SOUTH, said);
  const [signing] = signingState(picture);
  const document = arrangementDocument({ arrangement: said, members: MEMBERS, signing });
  const { signatures, standing, parties } = document;
  assert.equal(parties, 'North and South');
  assert.match(standing, /^In force since .*, when the last member signed\.$/);
  assert.match(signatures[0] ?? '', /^North: entry north\/0, by B, /);
  assert.match(signatures[1] ?? '', /^South: entry south\/0, by B, /);
  const markdown = documentMarkdown(document);
  assert.match(markdown, /^# A \\<b\\> \\& \\\*c\\\*\n/);
  assert.match(markdown, /\n## 10\. Languages\n\nNot agreed\.\n/);
  const html = documentHtml(document);
  assert.match(html, /<h1>A &#60;b&#62; &#38; \*c\*<\/h1>/);
  assert.match(html, /<h2>10\. Languages<\/h2>\n<p>Not agreed\.<\/p>/);
  assert.doesNotMatch(html, /https?:|<script|src=/);
});

test('a version is proposed, agreed to, signed by each, in force, and then a former one', () => {
  const { put, picture } = scribe([NORTH, SOUTH, WEST]);
  const first = arrangement(1);
  const proposal = put(NORTH, {
    type: 'proposal',
    matter: 'arrangement',
    precedence: 'ROUTINE',
    status: 'actual',
    title: 'First version',
    answerByMs: 2_000_000_000_000,
    arrangement: first,
  });
  put(SOUTH, { type: 'response', ref: proposal, result: 'agreed' });
  const told = (): unknown[] =>
    signingState(picture).map(
      ({ arrangement: { version }, proposals, agreed, signed, missing, state }) => {
        return {
          version,
          proposals,
          agreed,
          signed: signed.map(({ party }) => party),
          missing,
          state,
        };
      },
    );
  const base = { version: 1, proposals: ['north/0'], agreed: [NORTH, SOUTH] };
  const all = [NORTH, SOUTH, WEST];
  assert.deepEqual(told(), [{ ...base, signed: [], missing: all, state: 'open' }]);
  put(WEST, first);
  put(NORTH, first);
  assert.deepEqual(told(), [{ ...base, signed: [NORTH, WEST], missing: [SOUTH], state: 'open' }]);
  put(SOUTH, first);
  assert.deepEqual(told(), [{ ...base, signed: all, missing: [], state: 'in-force' }]);
  const second = arrangement(2);
  for (const party of all) put(party, second);
  const [newest, older] = told() as { version: number; state: string }[];
  assert.deepEqual([newest?.version, newest?.state], [2, 'in-force']);
  assert.deepEqual([older?.version, older?.state], [1, 'former']);
});

test('a version that a member has passed by can no longer come into force', () => {
  const { put, picture } = scribe();
  put(NORTH, arrangement(1));
  put(SOUTH, arrangement(2));
  assert.deepEqual(
    signingState(picture).map(({ arrangement: { version }, state }) => [version, state]),
    [
      [2, 'open'],
      [1, 'lapsed'],
    ],
  );
});
