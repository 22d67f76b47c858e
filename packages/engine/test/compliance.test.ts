// The arrangement applied: each rule at its limit and just beyond, and nothing where the clause was
// left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectIdOf } from '@parley/protocol';
import type { Arrangement, HashHex, Ref } from '@parley/protocol';
import {
  complianceFindings,
  complianceSentence,
  derivedStates,
  incidentRegister,
} from '../src/index.ts';
import {
  arrangement,
  eastward,
  HOUR,
  MINUTE,
  NORTH,
  notice,
  position,
  read,
  SOUTH,
  T0,
  volume,
  warning,
} from './bodies.ts';
import {
  airDefence,
  channel,
  exercise,
  incident,
  LEAVE,
  protectedObject,
  release,
  zone,
} from './more-bodies.ts';
import { scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

function agreed(changes: Partial<Arrangement> = {}): Scribe {
  const line = scribe();
  line.put(NORTH, arrangement(1, changes));
  line.put(SOUTH, arrangement(1, changes));
  return line;
}

/** "minimum-lead north/1 north: Told ..." of every finding at a time. */
function told({ picture }: Scribe, nowMs: number): string[] {
  return complianceFindings(picture, nowMs).map(
    (one) => `${one.clause} ${one.object ?? '-'} ${one.party}: ${complianceSentence(one)}`,
  );
}

const at = (minutesBefore: number): number => T0 + HOUR - minutesBefore * MINUTE;

test('a notice keeps the lead to the millisecond, and is late one after', () => {
  const line = agreed();
  line.put(NORTH, notice(), { releasedMs: at(30) });
  assert.deepEqual(told(line, at(30)), []);
  line.put(NORTH, notice(), { releasedMs: at(30) + 1 });
  assert.deepEqual(told(line, at(30) + 1), [
    'minimum-lead north/2 north: Told 30 min before its start; 30 min was agreed',
  ]);
});

test('the lead of a class goes before the lead of all', () => {
  const notices = [{ of: 'air-activity' as const, required: true, minimumLeadMs: 2 * HOUR }];
  const line = agreed({ notices });
  line.put(NORTH, notice(), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), [
    'minimum-lead north/1 north: Told 1 h before its start; 2 h was agreed',
  ]);
});

test('what is told after its start says so', () => {
  const line = agreed();
  line.put(NORTH, notice(), { releasedMs: at(-2) });
  assert.deepEqual(told(line, at(-2)), [
    'minimum-lead north/1 north: Told after its start (-2 min); 30 min before it was agreed',
  ]);
});

test('nothing is held against anybody while no arrangement is in force', () => {
  const line = scribe();
  line.put(NORTH, arrangement(1));
  line.put(NORTH, notice(), { releasedMs: at(-2) });
  assert.deepEqual(told(line, T0 + 9 * HOUR), []);
});

test('a step is overdue from the millisecond after, and late once it is stated', () => {
  const line = agreed();
  const ref = line.put(NORTH, notice(), { releasedMs: T0 });
  const dueMs = T0 + 30 * MINUTE;
  assert.deepEqual(told(line, dueMs), []);
  assert.deepEqual(told(line, dueMs + 1), ['deadline north/1 south: Overdue by 0 s: read']);
  line.put(SOUTH, read(ref), { releasedMs: dueMs + 61_000 });
  assert.deepEqual(told(line, dueMs + 61_000), [
    'deadline north/1 south: Stated 1 min 1 s after the deadline: read',
  ]);
});

test('a warning that was answered late stays a finding after it', () => {
  const line = agreed();
  const ref = line.put(NORTH, warning(), { releasedMs: T0 });
  line.put(SOUTH, read(ref), { releasedMs: T0 + 30_000 });
  line.put(
    SOUTH,
    { type: 'warning-answer', ref, result: 'action-taken' },
    { releasedMs: T0 + 180_000 },
  );
  assert.deepEqual(told(line, T0 + HOUR), [
    'deadline north/1 south: Stated 1 min after the deadline: act',
  ]);
});

test('a notice is outside of the areas when it lies in none of them', () => {
  const inside = { name: 'East', outline: volume().outline };
  const scope = { covers: [], leavesOut: [], areas: [inside] };
  const line = agreed({ subjects: scope });
  line.put(NORTH, notice(), { releasedMs: T0 });
  // 8 km to the east: two circles of 3 km do not touch.
  line.put(NORTH, notice({ volumes: [eastward(880_000)] }), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), [
    'scope north/2 north: It lies outside of what was agreed: East',
  ]);
});

test('a subject that was left out is named', () => {
  const line = agreed({ subjects: { covers: [], leavesOut: ['exercises'] } });
  line.put(NORTH, exercise({ liveFire: false }), { releasedMs: T0 });
  line.put(NORTH, notice(), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), [
    'scope north/1 north: The arrangement leaves this subject out: exercises',
  ]);
});

test('air traffic control is told before air defence is active, and acknowledges', () => {
  const start = T0 + HOUR;
  const block = airDefence().civilAviation;
  const limits = { lower: volume().band.lower, upper: volume().band.upper };
  const { toldMs: _told, acknowledgedMs: _known, notam: _number, ...bare } = block;
  const line = agreed();
  const states = [
    { ...bare, ...limits },
    { ...bare, ...limits, notam: 'A0123/26', toldMs: start + 1_000, acknowledgedMs: start + 2_000 },
    { ...bare, ...limits, notam: 'A0123/26', toldMs: start },
  ];
  for (const civilAviation of states) {
    line.put(NORTH, airDefence({ civilAviation }), { releasedMs: T0 });
  }
  const { unit } = block;
  const civil = (nowMs: number): string[] =>
    told(line, nowMs).filter((text) => text.startsWith('civil'));
  assert.deepEqual(civil(start - 1), [
    `civil-aviation north/2 north: ${unit} was told 1 s after the start`,
  ]);
  assert.deepEqual(civil(start), [
    `civil-aviation north/1 north: It has started, and ${unit} has not been told`,
    'civil-aviation north/1 north: It has started, and there is no NOTAM',
    `civil-aviation north/2 north: ${unit} was told 1 s after the start`,
    `civil-aviation north/3 north: It has started, and ${unit} has not acknowledged`,
  ]);
});

test('limits told to civil aviation are those of the volume, to a metre', () => {
  const { civilAviation } = airDefence();
  const upper = { kind: 'height', unit: 'FL', reference: 'STD' } as const;
  const line = agreed();
  for (const centimetres of [731_520 + 100, 731_520 + 101]) {
    const limits = { lower: volume().band.lower, upper: { ...upper, centimetres } };
    line.put(NORTH, airDefence({ civilAviation: { ...civilAviation, ...limits } }), {
      releasedMs: T0,
    });
  }
  assert.deepEqual(
    told(line, T0).filter((text) => text.includes('volume has')),
    ['civil-aviation north/2 north: Civil aviation was told FL240.03; the volume has FL240'],
  );
});

test('live fire without a word on civil aviation is a finding', () => {
  const line = agreed();
  line.put(NORTH, exercise({ liveFire: true }), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), [
    'civil-aviation north/1 north: Live fire, and nothing is said of civil aviation',
  ]);
});

test('overhead is what the arrangement says: within 1 NM and 5,000 ft', () => {
  const term = { lateralCentimetres: 185_200, verticalCentimetres: 152_400 };
  const line = agreed({ definitions: [{ term: 'overhead', ...term }] });
  line.put(SOUTH, protectedObject(), { releasedMs: T0 });
  const ring = volume();
  assert.equal(ring.outline.kind, 'circle');
  // Two circles of 3 km: 7.5 km apart leaves 1.5 km between them, 9 km leaves 3 km.
  line.put(NORTH, notice({ volumes: [eastward(823_000)] }), { releasedMs: T0 });
  line.put(NORTH, notice({ volumes: [eastward(990_000)] }), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), [
    'overhead north/1 north: Overhead, as it was defined: south/1',
  ]);
  assert.deepEqual(told(agreed(), T0), []);
});

test('a zone in force is held against its rule, with the step that is reached', () => {
  const line = agreed();
  const steps = [
    { withinCentimetres: 1_000_000, step: 'call' as const },
    { withinCentimetres: 100_000, step: 'warning' as const },
  ];
  const rule = zone(1, { name: 'Camp', rule: 'no-entry', steps, volumes: [volume()] });
  line.put(NORTH, rule);
  line.put(NORTH, notice({ volumes: [eastward(823_000)] }), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), []);
  line.put(SOUTH, rule);
  assert.deepEqual(told(line, T0), [
    'zone north/2 north: It comes to the zone Camp; step reached: call',
  ]);
});

test('words in a language that was not agreed are a finding', () => {
  const line = agreed({ languages: ['en', 'ru'] });
  const said = (language: string): object => ({ words: { text: 'x', language } });
  line.put(NORTH, notice(said('en-GB')), { releasedMs: T0 });
  line.put(NORTH, notice(said('tr')), { releasedMs: T0 });
  assert.deepEqual(told(line, T0), ['language north/2 north: Words in tr; agreed are en, ru']);
});

test('states follow from the picture and the time', () => {
  const line = agreed();
  const names = (ref: Ref, nowMs: number): string[] =>
    derivedStates(line.picture, line.object(ref), SOUTH, nowMs).map(({ state }) => state);
  const site = line.put(NORTH, protectedObject({ verification: 'unverified' }));
  assert.deepEqual(names(site, T0), ['unacknowledged', 'unverified']);
  line.put(SOUTH, read(site));
  line.put(SOUTH, position(site, 'contested'));
  assert.deepEqual(names(site, T0 + 48 * HOUR), ['contested', 'stale', 'unverified']);
  const late = line.put(NORTH, notice(), { releasedMs: at(10) });
  assert.deepEqual(names(late, at(-25)), ['unacknowledged', 'overdue', 'late']);
});

test('the register keeps every account of every side in order, with its evidence', () => {
  const line = agreed();
  const ref = line.put(NORTH, incident());
  const accounts = (): unknown[] =>
    incidentRegister(line.picture).map(({ object, accounts: given }) => [
      object.id,
      given.get(SOUTH)?.map(({ ref: by, statement }) => {
        return [objectIdOf(by), statement.result, statement.evidence];
      }),
    ]);
  assert.deepEqual(accounts(), [[objectIdOf(ref), []]]);
  const account = { text: 'It was not so.', language: 'en' };
  const evidence = ['b'.repeat(64) as HashHex];
  const counter = { type: 'counter-statement', ref, account } as const;
  line.put(SOUTH, { ...counter, result: 'investigating' });
  line.put(SOUTH, { ...counter, result: 'denies', evidence });
  const next = line.put(NORTH, incident({ supersedes: ref }));
  line.put(SOUTH, { ...counter, result: 'agrees' });
  assert.deepEqual(accounts(), [
    [
      'north/1',
      [
        ['south/1', 'investigating', undefined],
        ['south/2', 'denies', evidence],
        ['south/3', 'agrees', undefined],
      ],
    ],
    [objectIdOf(next), []],
  ]);
});

test('what was passed on under a leave that asks for a receipt is a finding until it comes', () => {
  const line = agreed();
  const leave = [LEAVE, { ...LEAVE, to: 'Tower', mustAcknowledge: false }];
  const ref = line.put(NORTH, notice({ onward: leave }), { releasedMs: T0 });
  line.put(SOUTH, position(ref));
  const [asked, unasked] = [release(ref), release(ref, { to: 'Tower' })];
  const passed = line.put(SOUTH, asked);
  line.put(SOUTH, unasked);
  // One's own words need no leave, and no receipt.
  line.put(NORTH, release(ref, { to: 'Relief', kind: 'relief' }));
  const finding =
    'onward-release north/1 south: Passed on to Centre, and no acknowledgement was stated';
  assert.deepEqual(told(line, T0), [finding]);
  const receipt = { type: 'onward-receipt', ref: passed, atMs: T0 } as const;
  const refused = line.put(SOUTH, { ...receipt, result: 'refused' });
  assert.deepEqual(told(line, T0), [finding]);
  assert.deepEqual(complianceFindings(line.picture, T0)[0]?.evidence, [ref, passed, refused]);
  line.put(SOUTH, { ...receipt, result: 'acknowledged' });
  assert.deepEqual(told(line, T0), []);
});

test('suspended or closed at once is a finding where notice was agreed, and only there', () => {
  const resumption = { text: 'By a call.', language: 'en' };
  const states = ['open', 'degraded', 'suspended', 'closed'] as const;
  for (const [noticeMs, expected] of [
    [0, []],
    [HOUR, ['suspended', 'closed']],
  ] as const) {
    const line = agreed({ suspension: { noticeMs, resumption, resumedByTwo: true } });
    const ids = states.map((state) => {
      const ref = line.put(SOUTH, channel({ state }));
      line.put(NORTH, read(ref));
      return [objectIdOf(ref), state] as const;
    });
    assert.deepEqual(
      told(line, T0 + HOUR),
      ids
        .filter(([, state]) => expected.some((one) => one === state))
        .map(([id]) => `suspension ${id} south: Suspended at once; notice of 1 h was agreed`),
    );
  }
});

test('a finding has the version that judges it and the entries that show it', () => {
  const line = agreed();
  const ref = line.put(NORTH, notice(), { releasedMs: T0 });
  const late = line.put(SOUTH, read(ref), { releasedMs: T0 + HOUR });
  assert.deepEqual(complianceFindings(line.picture, T0 + HOUR), [
    {
      clause: 'deadline',
      code: 'compliance.step-late',
      object: 'north/1',
      party: SOUTH,
      sinceMs: T0 + HOUR,
      slots: { step: 'read', late: '30 min' },
      version: 1,
      evidence: [ref, late],
    },
  ]);
});
