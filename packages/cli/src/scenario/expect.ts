// Holds what a seat sees against what a scenario expects. Everything is compared with literals of
// the scenario's file; what was found is always told.
import { once } from 'node:events';
import { channelOf, complianceFindings, isCoordinated, openTasks } from '@parley/engine';
import type { Ladder, LineObject } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { readVerifierKey, verifyExport } from '@parley/ledger';
import { Entry, objectIdOf } from '@parley/protocol';
import type { ObjectId, PartyId, Ref } from '@parley/protocol';
import { plainSentence } from '../command.ts';
import { findingLine } from '../commands/findings.ts';
import { sentences } from '../entry-lines.ts';
import type { View } from '../seat/view.ts';
import type { Expectation } from './schema.ts';
import type { Stage } from './stage.ts';

export type Held = { readonly ok: boolean; readonly expected: string; readonly found: string };

const HOLDS_MS = 10_000;

/**
 * Holds an expectation against every seat of its party. What is not there yet is waited for, up to
 * ten seconds; what is there and wrong stays wrong. One result a part and a seat.
 */
export async function hold(
  stage: Stage,
  expectation: Expectation,
  refs: ReadonlyMap<string, Ref>,
  nowMs: number,
): Promise<Held[]> {
  const seats = stage.viewsOf(expectation.on).map(async (view) => {
    const look = (): Held[] => parts(view, expectation, refs, nowMs);
    await view.until(() => look().every(({ ok }) => ok) || undefined, HOLDS_MS);
    const { party, seat } = view.session;
    return look().map((one) => ({ ...one, expected: `${seat.name} of ${party}: ${one.expected}` }));
  });
  const held = (await Promise.all(seats)).flat();
  if (expectation.record !== undefined) held.push(await recordHeld(stage, expectation));
  return held;
}

function parts(
  view: View,
  expectation: Expectation,
  refs: ReadonlyMap<string, Ref>,
  nowMs: number,
): Held[] {
  const held: Held[] = [];
  const add = (name: string, expected: unknown, found: unknown): void => {
    const ok = String(expected) === String(found);
    held.push({ ok, expected: `${name} ${String(expected)}`, found: String(found) });
  };
  if (expectation.object !== undefined) {
    const id = idOf(expectation.object, refs);
    const object = view.picture.objects.get(id);
    if (object === undefined) add(expectation.object, 'on the line', 'not there');
    else objectParts(object, expectation, add);
  }
  if (expectation.conflicts !== undefined) {
    add('conflicts', expectation.conflicts, view.picture.conflicts.size);
  }
  lineParts(view, expectation, add);
  if (expectation.compliance !== undefined) {
    const found = complianceFindings(view.picture, nowMs).map(findingLine);
    findingParts(found, expectation.compliance, add);
  }
  taskParts(view, expectation, refs, nowMs, add);
  if (expectation.health !== undefined) {
    const { of, state, staffed } = expectation.health;
    const health = view.health().find(({ party }) => party === of);
    add(
      `line to ${of}`,
      `${state}, staffed ${staffed}`,
      `${health?.state}, staffed ${health?.staffed}`,
    );
  }
  return held;
}

type Add = (name: string, expected: unknown, found: unknown) => void;

function objectParts(object: LineObject, expectation: Expectation, add: Add): void {
  const { state, findings, leadMinutes, ladder, coordinated, progress, confirmed } = expectation;
  if (state !== undefined) add('state', state, object.state);
  if (coordinated !== undefined) add('coordinated', coordinated, isCoordinated(object));
  if (progress !== undefined) {
    add('progress', progress, object.progress.at(-1)?.statement.state ?? 'none');
  }
  if (confirmed !== undefined) {
    add('second officer', confirmed, object.confirmed?.statement.result ?? 'nothing');
  }
  if (expectation.onward !== undefined) {
    const passed = ({ to, receipt }: { to: string; receipt?: string | undefined }): string =>
      `${to}: ${receipt ?? 'no receipt'}`;
    const found = object.onward.map(({ statement, receipt }) =>
      passed({ to: statement.to, receipt: receipt?.statement.result }),
    );
    add('passed on to', expectation.onward.map(passed).join(', '), found.join(', '));
  }
  if (findings !== undefined) findingParts(sentences(object.findings), findings, add);
  if (leadMinutes !== undefined) {
    add(
      'lead in minutes',
      leadMinutes,
      object.leadMs === undefined ? 'none' : object.leadMs / 60_000,
    );
  }
  if (ladder === undefined) return;
  const steps: Ladder = object.ladders.get(ladder.party as PartyId) ?? {};
  for (const step of ladder.has ?? []) {
    add(`${ladder.party} ${step}`, 'stated', steps[step] === undefined ? 'not stated' : 'stated');
  }
  for (const step of ladder.lacks ?? []) {
    add(
      `${ladder.party} ${step}`,
      'not stated',
      steps[step] === undefined ? 'not stated' : 'stated',
    );
  }
  const after = (atMs: number | undefined): unknown =>
    atMs === undefined ? 'never' : (atMs - object.releasedMs) / 1_000;
  const checks: [string, unknown, unknown][] = [
    ['read-back', ladder.readBack, steps.readBack?.comparison.result],
    ['position', ladder.position, steps.position?.statement.position],
    ['result', ladder.result, resultOf(steps)],
    [
      'reached',
      ladder.reached?.join(', '),
      steps.disseminated?.map(({ statement }) => statement.level).join(', '),
    ],
    ['read by', ladder.readBy, steps.read?.seat],
    ['read after seconds', ladder.readAfterSeconds, after(steps.read?.atMs)],
    ['answered after seconds', ladder.compliedAfterSeconds, after(steps.complied?.atMs)],
  ];
  for (const [name, expected, found] of checks) {
    if (expected !== undefined) add(name, expected, found);
  }
}

function resultOf({ complied, answered, responded, countered }: Ladder): string | undefined {
  const answer = answered?.statement.type === 'answer' ? answered.statement.result : undefined;
  const other = responded?.statement.result ?? countered?.statement.result;
  return complied?.statement.result ?? answer ?? other;
}

function lineParts({ picture }: View, expectation: Expectation, add: Add): void {
  const { arrangement, channel, unusable } = expectation;
  if (arrangement !== undefined) {
    add('arrangement in force: version', arrangement, picture.arrangement?.version ?? 'none');
  }
  if (channel !== undefined) {
    const held = channelOf(picture, channel.of as PartyId, 'exercise');
    add(`channel of ${channel.of}`, channel.state, held?.statement.state ?? 'open');
  }
  if (unusable !== undefined) add('entries unusable', unusable, picture.unusable.length);
}

function findingParts(found: readonly string[], expected: readonly string[], add: Add): void {
  if (expected.length === 0) add('findings', 'none', found.join(' ') || 'none');
  for (const part of expected) {
    const match = found.find((sentence) => sentence.includes(part));
    add('finding', part, match === undefined ? found.join(' ') || 'none' : part);
  }
}

function taskParts(
  view: View,
  { task, noTask }: Expectation,
  refs: ReadonlyMap<string, Ref>,
  nowMs: number,
  add: Add,
): void {
  const tasks = openTasks(view.picture, nowMs);
  const taskOf = (object: string, party: string): (typeof tasks)[number] | undefined =>
    tasks.find((one) => one.object === idOf(object, refs) && one.party === party);
  if (task !== undefined) {
    const found = taskOf(task.object, task.party);
    const due = (ms: number, overdue: boolean): string =>
      `by ${writeInstant(ms)}${overdue ? ', overdue' : ''}`;
    const text = found && `${found.step} ${due(found.dueMs, found.overdue)}`;
    const expected = `${task.step} ${due(task.dueAt, task.overdue === true)}`;
    add(`task of ${task.party} on ${task.object}:`, expected, text);
    if (task.level !== undefined) add('level', task.level, found?.level);
  }
  if (noTask !== undefined) {
    const found = taskOf(noTask.object, noTask.party);
    add(`task of ${noTask.party} on ${noTask.object}:`, 'none', found?.step ?? 'none');
  }
}

/** Exports a record through a seat, verifies it with the cards' keys, and counts what it says. */
async function recordHeld(stage: Stage, { on, record }: Expectation): Promise<Held> {
  const [view] = stage.viewsOf(on);
  if (record === undefined || view === undefined) throw new Error('a record is expected on a seat');
  const { cosignedBy, never } = record;
  const expected =
    `record of ${record.party} on ${on}: ${tally(record.says)}; ` +
    `cosigned by ${cosignedBy.join(', ')}; never ${never.join(', ')}`;
  const failed = (found: string): Held => ({ ok: false, expected, found });
  const exported = await untilCosigned(view, record.party as PartyId);
  if (!exported.ok) return failed(exported.found);
  const checked = verifyExport(exported.text);
  if (!checked.ok) return failed(checked.refusal.sentence);
  const cards = new Map(stage.nodes.map(({ party, card }) => [party, card]));
  if (checked.value.vkey !== cards.get(record.party)?.recordKey)
    return failed('not the key of its card');
  const cosigned = checked.value.cosigned.map(({ name }) => name);
  const missing = cosignedBy.filter((party) => {
    const key = readVerifierKey(cards.get(party)?.witnessKey ?? '');
    return !key.ok || !cosigned.includes(key.value.name);
  });
  if (missing.length > 0) return failed(`not cosigned by ${missing.join(', ')}`);
  const entries = checked.value.entries.map((value) => Entry.parse(value));
  const gap = entries.findIndex(({ index }, at) => index !== at);
  if (gap >= 0) return failed(`serial ${gap} is missing`);
  const says: Record<string, number> = {};
  for (const { body } of entries) {
    if (body.type !== 'received') says[body.type] = (says[body.type] ?? 0) + 1;
  }
  const wrongly = never.filter((type) => says[type] !== undefined);
  if (wrongly.length > 0) return failed(`it says ${wrongly.join(', ')}`);
  return { ok: tally(says) === tally(record.says), expected, found: tally(says) };
}

type Exported =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly found: string };

/** An export ends at the newest cosigned head, which comes with a heartbeat: it is waited for. */
async function untilCosigned(view: View, party: PartyId): Promise<Exported> {
  const wantedSize = view.picture.folded.get(party) ?? 0;
  const ask = async (): Promise<Exported> => {
    const exported = await view.client.call('exportRecord', { party }, undefined);
    if (!exported.ok) return { ok: false, found: plainSentence(exported.refusal) };
    const checked = verifyExport(exported.value);
    const enough =
      checked.ok && checked.value.size >= wantedSize && checked.value.cosigned.length > 0;
    return enough
      ? { ok: true, text: exported.value }
      : { ok: false, found: 'not cosigned so far' };
  };
  const deadlineMs = performance.now() + HOLDS_MS;
  for (;;) {
    const exported = await ask();
    if (exported.ok || performance.now() > deadlineMs) return exported;
    await once(view.events, 'change');
  }
}

/** "notice 2, read 1": the kinds in alphabetical order. */
function tally(counts: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return kinds.map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function idOf(name: string, refs: ReadonlyMap<string, Ref>): ObjectId {
  const ref = refs.get(name);
  return ref === undefined ? (name as ObjectId) : objectIdOf(ref);
}
