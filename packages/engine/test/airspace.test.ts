// Where a notice lies: by leave of an agreement that covers it, over what is of others, and with
// limits for civil aviation that are held against those of its volumes across references.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Arrangement,
  CivilAviation,
  PartyId,
  Proposal,
  Ref,
  WireVolume,
} from '@parley/protocol';
import { complianceFindings, complianceSentence } from '../src/index.ts';
import {
  arrangement,
  cancel,
  eastward,
  HOUR,
  MINUTE,
  NORTH,
  notice,
  SOUTH,
  T0,
  volume,
  WEST,
} from './bodies.ts';
import { airDefence, exercise, protectedObject, zone } from './more-bodies.ts';
import { scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

function agreed(changes: Partial<Arrangement> = {}, members = [NORTH, SOUTH]): Scribe {
  const line = scribe(members);
  for (const party of members) line.put(party, arrangement(1, changes));
  return line;
}

function told({ picture }: Scribe, clause: string, nowMs = T0): string[] {
  return complianceFindings(picture, nowMs)
    .filter((one) => one.clause === clause)
    .map((one) => `${one.object} ${one.party}: ${complianceSentence(one)}`);
}

type Use = Extract<Proposal, { matter: 'volume' }>;

function use(changes: Partial<Use> = {}): Use {
  return {
    type: 'proposal',
    matter: 'volume',
    precedence: 'PRIORITY',
    status: 'exercise',
    title: 'Through the camp',
    answerByMs: T0 + HOUR,
    volumes: [volume()],
    ...changes,
  };
}

/** A zone that is entered by agreement, signed by all, and a proposal of North agreed by others. */
function withAgreement(proposal: Use, members = [NORTH, SOUTH]): { line: Scribe; ref: Ref } {
  const line = agreed({}, members);
  for (const party of members)
    line.put(party, zone(1, { name: 'Camp', rule: 'entry-by-agreement' }));
  const ref = line.put(NORTH, proposal);
  for (const party of members.slice(1)) agree(line, party, ref, T0);
  return { line, ref };
}

function agree(line: Scribe, party: PartyId, ref: Ref, releasedMs: number): void {
  line.put(party, { type: 'response', ref, result: 'agreed' }, { releasedMs });
}

const ENTERED = /: It comes to the zone Camp; step reached: warning$/;

test('an agreement covers the notice of its volume, and any part of it', () => {
  const { line } = withAgreement(use());
  line.put(NORTH, notice());
  const { band, window } = volume();
  const part = volume({
    band: { ...band, upper: band.lower },
    window: { startMs: window.startMs + 1, endMs: window.endMs - 1 },
  });
  line.put(NORTH, notice({ volumes: [part] }));
  assert.deepEqual(told(line, 'zone'), []);
});

const NOT_COVERED: readonly (readonly [string, Partial<WireVolume>])[] = [
  ['elsewhere', { outline: eastward(100_000).outline }],
  ['higher', { band: { lower: volume().band.lower, upper: { kind: 'unlimited' } } }],
  ['earlier', { window: { startMs: T0 + HOUR - 1, endMs: T0 + 2 * HOUR } }],
  ['longer', { window: { startMs: T0 + HOUR, endMs: T0 + 2 * HOUR + 1 } }],
];

for (const [how, changes] of NOT_COVERED) {
  test(`an agreement does not cover what goes ${how} than it`, () => {
    const { line } = withAgreement(use());
    line.put(NORTH, notice({ volumes: [volume(), volume(changes)] }));
    const [finding, ...more] = told(line, 'zone');
    assert.match(finding ?? '', ENTERED);
    assert.deepEqual(more, []);
  });
}

test('an agreement on a drill is none on the real thing, nor one of another party', () => {
  const { line } = withAgreement(use({ status: 'exercise' }));
  line.put(NORTH, notice({ status: 'actual' }));
  line.put(SOUTH, notice());
  assert.deepEqual(
    told(line, 'zone').map((text) => text.split(':')[0]),
    ['north/3 north', 'south/3 south'],
  );
});

test('every other member must have agreed, before it starts', () => {
  const { line, ref } = withAgreement(use(), [NORTH, SOUTH, WEST]);
  line.put(NORTH, notice());
  assert.deepEqual(told(line, 'zone'), []);
  const late = agreed({}, [NORTH, SOUTH]);
  for (const party of [NORTH, SOUTH])
    late.put(party, zone(1, { name: 'Camp', rule: 'entry-by-agreement' }));
  const asked = late.put(NORTH, use());
  late.put(NORTH, notice());
  assert.equal(told(late, 'zone').length, 1);
  agree(late, SOUTH, asked, T0 + HOUR + 1);
  assert.equal(told(late, 'zone').length, 1);
  assert.notEqual(ref, asked);
});

test('an agreement withdrawn before the end covers nothing; withdrawn after it, it does', () => {
  for (const [releasedMs, count] of [
    [T0 + HOUR, 1],
    [T0 + 2 * HOUR, 0],
  ] as const) {
    const { line, ref } = withAgreement(use());
    line.put(NORTH, notice());
    line.put(NORTH, cancel(ref), { releasedMs });
    assert.equal(told(line, 'zone', T0 + 9 * HOUR).length, count);
  }
});

test('a notice is not held against a zone that was signed after it had ended', () => {
  const line = agreed();
  line.put(NORTH, notice());
  const rule = zone(1, { name: 'Camp', rule: 'no-entry' });
  for (const party of [NORTH, SOUTH]) line.put(party, rule, { releasedMs: T0 + 2 * HOUR + 1 });
  assert.deepEqual(told(line, 'zone', T0 + 9 * HOUR), []);
  const second = agreed();
  second.put(NORTH, notice());
  for (const party of [NORTH, SOUTH]) second.put(party, rule, { releasedMs: T0 + MINUTE });
  const [finding] = complianceFindings(second.picture, T0 + MINUTE);
  assert.deepEqual([finding?.code, finding?.sinceMs], ['compliance.zone', T0 + MINUTE]);
});

// The example of the arrangement: 1 nautical mile and 5,000 ft.
const OVERHEAD = {
  definitions: [
    { term: 'overhead' as const, lateralCentimetres: 185_200, verticalCentimetres: 152_400 },
  ],
};

test('overhead is over a zone of others too: of who signed it first', () => {
  const line = agreed(OVERHEAD);
  const camp = zone(1, { name: 'Camp', volumes: [volume()] });
  line.put(SOUTH, camp, { releasedMs: T0 - MINUTE });
  line.put(NORTH, camp);
  // Two circles of 3 km: 7.5 km apart leaves 1.5 km between them, 9 km leaves 3 km.
  line.put(NORTH, notice({ volumes: [eastward(823_000)] }));
  line.put(NORTH, notice({ volumes: [eastward(990_000)] }));
  line.put(SOUTH, notice());
  assert.deepEqual(told(line, 'overhead'), ['north/2 north: Overhead, as it was defined: Camp']);
});

test('where something may come down is held to zones and to overhead as well', () => {
  const line = agreed(OVERHEAD);
  const camp = zone(1, { name: 'Camp', volumes: [volume()], rule: 'no-entry' });
  line.put(SOUTH, camp, { releasedMs: T0 - MINUTE });
  line.put(NORTH, camp);
  const far = { volumes: [eastward(9_000_000)] };
  line.put(NORTH, exercise(far));
  line.put(NORTH, exercise({ ...far, impactVolumes: [volume()] }));
  assert.deepEqual(told(line, 'overhead'), ['north/3 north: Overhead, as it was defined: Camp']);
  assert.deepEqual(
    told(line, 'zone').map((one) => one.slice(0, 13)),
    ['north/3 north'],
  );
});

test('overhead ends 5,000 ft above the zone', () => {
  const line = agreed(OVERHEAD);
  const camp = zone(1, { name: 'Camp', volumes: [volume()] });
  for (const party of [SOUTH, NORTH])
    line.put(party, camp, party === SOUTH ? { releasedMs: T0 - 1 } : {});
  const above = (centimetres: number): WireVolume => {
    // The zone reaches FL240.
    const lower = { kind: 'height', unit: 'FL', reference: 'STD', centimetres } as const;
    return volume({ band: { lower, upper: { kind: 'unlimited' } } });
  };
  line.put(NORTH, notice({ volumes: [above(731_520 + 152_399)] }));
  line.put(NORTH, notice({ volumes: [above(731_520 + 152_400)] }));
  assert.deepEqual(told(line, 'overhead'), ['north/2 north: Overhead, as it was defined: Camp']);
});

test('a site removed after the flight was flown over; one told after the flight was not', () => {
  const line = agreed(OVERHEAD);
  const site = line.put(SOUTH, protectedObject());
  line.put(NORTH, notice());
  line.put(SOUTH, { type: 'removal', ref: site, reason: 'closed' }, { releasedMs: T0 + 3 * HOUR });
  line.put(SOUTH, protectedObject(), { releasedMs: T0 + 3 * HOUR });
  assert.deepEqual(told(line, 'overhead', T0 + 9 * HOUR), [
    'north/1 north: Overhead, as it was defined: south/1',
  ]);
});

type Limits = Pick<CivilAviation, 'lower' | 'upper'>;

/** What is held against limits that civil aviation was told of volumes from `drawn`. */
function limits(drawn: Limits, told_: Limits): string[] {
  const line = agreed();
  const { civilAviation } = airDefence();
  const volumes = [volume({ band: drawn })];
  line.put(NORTH, airDefence({ volumes, civilAviation: { ...civilAviation, ...told_ } }));
  return told(line, 'civil-aviation');
}

type Height = Extract<Limits['lower'], { kind: 'height' }>;
const height = (centimetres: number, reference: Height['reference']): Height => {
  return { kind: 'height', unit: 'm', centimetres, reference };
};
const SFC = { kind: 'surface' } as const;
const UNL = { kind: 'unlimited' } as const;

test('limits above the sea and on standard pressure differ only when they must', () => {
  const drawn = { lower: SFC, upper: height(600_000, 'AMSL') };
  assert.deepEqual(limits(drawn, { lower: SFC, upper: height(600_000, 'STD') }), []);
  assert.deepEqual(limits(drawn, { lower: SFC, upper: height(900_000, 'STD') }), [
    'north/1 north: Civil aviation was told 9 000 m STD; the volume has 6 000 m AMSL',
  ]);
});

test('limits above the ground and above the sea cannot be compared, and both are named', () => {
  const drawn = { lower: SFC, upper: height(60_000, 'AGL') };
  assert.deepEqual(limits(drawn, { lower: SFC, upper: height(100_000, 'AMSL') }), [
    'north/1 north: Told 1 000 m AMSL, the volume has 600 m AGL: ' +
      'AMSL and AGL cannot be compared here',
  ]);
  assert.deepEqual(limits(drawn, { lower: height(0, 'AMSL'), upper: drawn.upper }), [
    'north/1 north: Told 0 m AMSL, the volume has SFC: AMSL and SFC cannot be compared here',
  ]);
});

test('above any ground of the earth, heights over ground and sea certainly differ', () => {
  const drawn = { lower: SFC, upper: height(60_000, 'AGL') };
  assert.deepEqual(limits(drawn, { lower: SFC, upper: height(1_500_000, 'AMSL') }), [
    'north/1 north: Civil aviation was told 15 000 m AMSL; the volume has 600 m AGL',
  ]);
});

test('the surface is nothing above the ground, and unlimited is no height', () => {
  const drawn = { lower: SFC, upper: UNL };
  assert.deepEqual(limits(drawn, { lower: height(0, 'AGL'), upper: UNL }), []);
  assert.deepEqual(
    limits(drawn, { lower: height(10_100, 'AGL'), upper: height(9_000_000, 'STD') }),
    [
      'north/1 north: Civil aviation was told 101 m AGL; the volume has SFC',
      'north/1 north: Civil aviation was told 90 000 m STD; the volume has UNL',
    ],
  );
});
