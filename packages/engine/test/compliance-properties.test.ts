// The findings on any picture: total, the same on every node, about what is on record, and lasting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Clause, isPhraseCode } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import {
  complianceFindings,
  complianceSentence,
  derivedStates,
  dueLineChecks,
  incidentRegister,
} from '../src/index.ts';
import type { ComplianceCode, ComplianceFinding, Picture } from '../src/index.ts';
import { ANY_DRAFT, arrangementOf, draftsOf, zoneOf } from './any-body.ts';
import type { Draft } from './any-body.ts';
import { HOUR, MINUTE, NORTH, T0 } from './bodies.ts';
import { foldSomehow, movesOf, PARTIES, write } from './moves.ts';
import type { Move, Said } from './moves.ts';

const HEARS_ALL = [60, 60, 60];

/** Everybody signs these, one after another. */
function signed(body: Body): Move[] {
  return PARTIES.map((_, who) => ({ who, hears: HEARS_ALL, draft: body as Draft }));
}

/** Long conversations under an arrangement and a zone, which may be signed on the way. */
const MOVES = fc
  .tuple(
    fc.constantFrom(1, 2, 2, 2),
    fc.constantFrom(1, 2),
    fc.oneof(
      movesOf(ANY_DRAFT),
      movesOf(draftsOf(['notice', 'proposal', 'response', 'zone', 'arrangement'])),
      movesOf(draftsOf(['line-check', 'line-check-answer', 'channel-state'])),
      movesOf(draftsOf(['statement', 'onward-release', 'onward-receipt', 'incident'])),
      movesOf(draftsOf(['notice', 'read', 'position', 'disseminated', 'cancel', 'removal'])),
    ),
  )
  .map(([version, zone, moves]) => [
    ...signed(arrangementOf(version)),
    ...signed(zoneOf(zone)),
    ...moves,
  ]);
const EVERY_MS = fc.constantFrom(1_000, MINUTE, 20 * MINUTE);
const AFTER_MS = fc.integer({ min: -HOUR, max: 200 * HOUR });
const CHOICES = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 });

function pictureOf(said: readonly Said[], choices: readonly number[] = [0]): Picture {
  return foldSomehow(said, PARTIES, choices);
}

test('findings, register and due checks are the same in any causal order', () => {
  fc.assert(
    fc.property(MOVES, EVERY_MS, AFTER_MS, CHOICES, CHOICES, (moves, everyMs, afterMs, a, b) => {
      const said = write(moves, PARTIES, everyMs);
      const nowMs = T0 + afterMs;
      const [one, other] = [pictureOf(said, a), pictureOf(said, b)];
      assert.deepEqual(complianceFindings(other, nowMs), complianceFindings(one, nowMs));
      const due = (picture: Picture): unknown[] =>
        dueLineChecks(picture, nowMs).map(({ made, ...check }) => [check, made?.id]);
      assert.deepEqual(due(other), due(one));
      const register = (picture: Picture): unknown[] =>
        incidentRegister(picture).map(({ object, accounts }) => [object.id, [...accounts]]);
      assert.deepEqual(register(other), register(one));
    }),
    { numRuns: 150 },
  );
});

test('every finding names a clause, a member, a version, an object and entries that exist', () => {
  fc.assert(
    fc.property(MOVES, EVERY_MS, AFTER_MS, (moves, everyMs, afterMs) => {
      const picture = pictureOf(write(moves, PARTIES, everyMs));
      for (const finding of complianceFindings(picture, T0 + afterMs)) {
        isGrounded(picture, finding, T0 + afterMs);
      }
      for (const object of picture.objects.values()) {
        for (const { state, ...at } of derivedStates(picture, object, NORTH, T0 + afterMs)) {
          assert(Object.values(at).every(Number.isFinite), state);
        }
      }
    }),
    { numRuns: 200 },
  );
});

function isGrounded(picture: Picture, finding: ComplianceFinding, nowMs: number): void {
  const { clause, code, object, party, sinceMs, slots, version, evidence } = finding;
  assert(Clause.options.includes(clause) && isPhraseCode(code));
  assert(PARTIES.includes(party));
  const signers = [...picture.signers.values()].filter(({ statement }) => {
    return statement.type === 'arrangement' && statement.version === version;
  });
  assert(
    signers.some(({ by }) => by.size === PARTIES.length),
    `version ${version}`,
  );
  assert.doesNotMatch(complianceSentence(finding), /[{}]|undefined|NaN/);
  for (const { party: author, index, leaf } of evidence) {
    assert.equal(picture.leaves.get(author)?.[index], leaf);
  }
  if (object === undefined) {
    assert.equal(clause, 'line-check');
  } else {
    const meant = picture.objects.get(object);
    assert(meant !== undefined, object);
    assert.deepEqual(evidence[0], meant.ref);
    assert(party === meant.author || meant.ladders.has(party));
  }
  const { zone, other } = slots;
  if (zone !== undefined) assert(picture.zones.has(zone), zone);
  if (other !== undefined) assert(isKnown(picture, other), other);
  if (clause === 'line-check') assert(sinceMs < nowMs);
}

function isKnown(picture: Picture, name: string): boolean {
  return picture.zones.has(name) || [...picture.objects.values()].some(({ id }) => id === name);
}

test('a step that was overdue once is a finding for ever: overdue, never stated, or late', () => {
  const asked = ({ object, party, slots }: ComplianceFinding): string =>
    `${object} ${party} ${slots['step']}`;
  let kept = 0;
  fc.assert(
    fc.property(
      MOVES,
      EVERY_MS,
      AFTER_MS,
      fc.nat(100 * HOUR),
      (moves, everyMs, afterMs, restMs) => {
        const said = write(moves, PARTIES, everyMs);
        const half = pictureOf(said.slice(0, Math.ceil(said.length / 2)));
        // What is said later is said after the time at which it was overdue.
        const nowMs = Math.min(T0 + afterMs, T0 + everyMs * Math.floor(said.length / 2));
        const onDeadlines = (picture: Picture, atMs: number): ComplianceFinding[] =>
          complianceFindings(picture, atMs).filter(({ clause }) => clause === 'deadline');
        const later = new Set(onDeadlines(pictureOf(said), nowMs + restMs + 100 * HOUR).map(asked));
        for (const finding of onDeadlines(half, nowMs)) {
          kept += 1;
          assert(later.has(asked(finding)), asked(finding));
        }
      },
    ),
    { numRuns: 200 },
  );
  assert(kept >= 100, String(kept));
});

/** Every code that there is: the type asks for each. */
const CODES: Readonly<Record<ComplianceCode, true>> = {
  'compliance.atc-not-acknowledged': true,
  'compliance.atc-not-told': true,
  'compliance.atc-told-late': true,
  'compliance.civil-block-missing': true,
  'compliance.language-not-agreed': true,
  'compliance.late-notice': true,
  'compliance.limits-differ': true,
  'compliance.limits-not-compared': true,
  'compliance.line-check-late': true,
  'compliance.line-check-missed': true,
  'compliance.line-check-missed-end': true,
  'compliance.line-check-unanswered': true,
  'compliance.line-check-unanswered-end': true,
  'compliance.near-protected-object': true,
  'compliance.notam-missing': true,
  'compliance.onward-unacknowledged': true,
  'compliance.outside-areas': true,
  'compliance.overhead': true,
  'compliance.step-late': true,
  'compliance.step-never': true,
  'compliance.step-overdue': true,
  'compliance.subject-left-out': true,
  'compliance.suspended-at-once': true,
  'compliance.told-after-start': true,
  'compliance.zone': true,
};

test('these properties meet every finding that there is', () => {
  const met = new Set<string>();
  for (const [moves, everyMs] of fc.sample(fc.tuple(MOVES, EVERY_MS), { numRuns: 400, seed: 7 })) {
    const picture = pictureOf(write(moves, PARTIES, everyMs));
    for (const { code } of complianceFindings(picture, T0 + 100 * HOUR)) met.add(code);
  }
  assert.deepEqual([...met].toSorted(), Object.keys(CODES));
});
