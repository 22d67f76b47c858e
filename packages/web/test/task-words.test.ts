// Cards and history, from a picture that was folded from real entries: literal words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPicture, fold, openTasks } from '@parley/engine';
import type { Picture } from '@parley/engine';
import { HashHex, LineId, PartyId, Ref } from '@parley/protocol';
import type { Body, SeenHead } from '@parley/protocol';
import { present, isEnded, shownOf, spanOf } from '../src/floor/shown.ts';
import { untakenUrgent } from '../src/flash/untaken.ts';
import { historyOf, proofText } from '../src/hand/history.ts';
import { conflictClock, separationText, taskClock, taskWords } from '../src/tasks/task-words.ts';
import { waitWords } from '../src/tasks/task-words.ts';
import { deirEzZorWarning, exerciseNotice } from './said.ts';

const LINE = LineId.parse('line-0123456789abcdef');
const US = PartyId.parse('coalition');
const THEM = PartyId.parse('russia');
const NOW = Date.now();
const nameOf = (party: PartyId): string => (party === US ? 'Coalition' : 'Russia');

test('a warning asks to be taken, its clock counts from being sent', () => {
  const { picture } = lineWith([THEM, deirEzZorWarning(), NOW]);
  const [task] = openTasks(picture, NOW + 42_000);
  const object = picture.objects.get('russia/0');
  assert.ok(task !== undefined && object !== undefined);
  assert.deepEqual(taskWords(task, object), {
    asked: 'Cease fire asked',
    what: 'Your fire is striking our forces',
  });
  assert.deepEqual(taskClock(task, NOW + 42_000), { text: '00:42', late: true });
});

test('a notice counts down to its deadline and then says for how long it is overdue', () => {
  const { picture } = lineWith([THEM, exerciseNotice('Transit'), NOW]);
  const [task] = openTasks(picture, NOW);
  assert.ok(task !== undefined);
  assert.deepEqual(taskClock(task, NOW + 10_000), { text: '04:50', late: false });
  assert.deepEqual(taskClock(task, NOW + 8 * 60_000), { text: 'overdue 3 min', late: true });
});

test('what we wait for says whether it was received at all', () => {
  const { picture, say } = lineWith([US, exerciseNotice('Transit'), NOW]);
  const object = picture.objects.get('coalition/0');
  const [task] = openTasks(picture, NOW + 60_000);
  assert.ok(task !== undefined && object !== undefined);
  assert.equal(waitWords(task, object, NOW + 60_000), 'not received yet · unanswered 1 min');
  say(THEM, receiptOf(object.ref, NOW + 300), NOW + 300);
  assert.equal(waitWords(task, object, NOW + 60_000), 'received · unanswered 1 min');
});

test('a warning that was taken says by whom and after how long', () => {
  const { picture, say } = lineWith([US, deirEzZorWarning(), NOW]);
  const object = picture.objects.get('coalition/0');
  assert.ok(object !== undefined);
  say(THEM, { type: 'read', ref: object.ref }, NOW + 25_000);
  const [task] = openTasks(picture, NOW + 60_000);
  assert.ok(task !== undefined);
  const words = waitWords(task, object, NOW + 60_000);
  assert.match(words, /^taken by .+ after 25 s · unanswered 1 min$/);
});

test('a conflict says how it overlaps and when it begins', () => {
  const { picture } = lineWith(
    [US, exerciseNotice('Ours'), NOW],
    [THEM, exerciseNotice('Theirs'), NOW + 1],
  );
  const conflict = picture.conflicts.get('coalition/0 russia/0');
  assert.ok(conflict !== undefined);
  const minima = { lateralCentimetres: 500_000, verticalCentimetres: 30_000, timeMs: 0 };
  assert.equal(separationText(conflict, minima), 'overlap on the ground, overlap in height');
  assert.match(conflictClock(conflict, NOW).text, /^in (39|40) min$/);
  assert.deepEqual(conflictClock(conflict, NOW + 60 * 60_000), { text: 'now', late: true });
  assert.deepEqual(conflictClock(conflict, NOW + 120 * 60_000), { text: 'over', late: false });
});

test('warnings to us alarm until one of our seats took them, the oldest first', () => {
  const { picture, say } = lineWith(
    [THEM, deirEzZorWarning(), NOW],
    [US, deirEzZorWarning(), NOW],
    [THEM, deirEzZorWarning(), NOW + 5],
  );
  const ids = (): string[] => untakenUrgent(picture, US).map(({ id }) => id);
  assert.deepEqual(ids(), ['russia/0', 'russia/1']);
  say(US, { type: 'read', ref: refIn(picture, 'russia/0') }, NOW + 10);
  assert.deepEqual(ids(), ['russia/1']);
  say(US, { type: 'warning-answer', ref: refIn(picture, 'russia/1'), result: 'not-us' }, NOW + 20);
  assert.deepEqual(ids(), []);
});

test('the history tells every step with its entry, in time order', () => {
  const { picture, say } = lineWith([US, exerciseNotice('Transit'), NOW]);
  const ref = refIn(picture, 'coalition/0');
  say(THEM, receiptOf(ref, NOW + 300), NOW + 300);
  say(THEM, { type: 'read', ref }, NOW + 5_000);
  say(THEM, { type: 'position', ref, position: 'no-objection' }, NOW + 9_000);
  say(US, { type: 'cancel', ref, reason: 'withdrawn' }, NOW + 12_000);
  const object = picture.objects.get('coalition/0');
  assert.ok(object !== undefined);
  assert.deepEqual(
    historyOf(object, nameOf).map((row) => [row.text, row.ref.party, row.ref.index]),
    [
      ['drafted by Watch 2, released by Duty officer of Coalition', 'coalition', 0],
      ['received by Russia', 'russia', 0],
      ['read (Duty officer) by Russia', 'russia', 1],
      ['position “No objection” by Russia', 'russia', 2],
      ['cancelled, withdrawn, by Coalition', 'coalition', 1],
    ],
  );
  assert.equal(isEnded(object, NOW), true);
});

test('an entry of ours is proven by a cosignature that covers it, and not before', () => {
  const ref = Ref.parse({ party: 'coalition', index: 4, leaf: '0a'.repeat(32) });
  const heads = (size: number) => ({
    own: { size: 5, root: '' },
    cosigned: [{ party: THEM, size, timeSeconds: 0 }],
    mirrors: [],
  });
  assert.equal(proofText(ref, US, heads(4), nameOf), 'not cosigned yet');
  assert.equal(proofText(ref, US, heads(5), nameOf), 'cosigned by Russia');
  assert.equal(proofText(ref, US, undefined, nameOf), 'not cosigned yet');
});

test('the filter passes by party, kind, window and end', () => {
  const { picture } = lineWith(
    [US, exerciseNotice('Ours'), NOW],
    [THEM, exerciseNotice('Theirs'), NOW + 1],
    [THEM, { type: 'line-check' }, NOW + 2],
  );
  const all = present([US, THEM]);
  const ids = (filter: typeof all, nowMs: number): string[] =>
    shownOf(picture, filter, nowMs).objects.map(({ id }) => id);
  assert.deepEqual(ids(all, NOW), ['coalition/0', 'russia/0', 'russia/1']);
  assert.equal(shownOf(picture, all, NOW).conflicts.length, 1);
  assert.deepEqual(ids({ ...all, parties: new Set([THEM]) }, NOW), ['russia/0', 'russia/1']);
  assert.equal(shownOf(picture, { ...all, parties: new Set([THEM]) }, NOW).conflicts.length, 0);
  assert.deepEqual(ids({ ...all, kinds: new Set(['line-check']) }, NOW), ['russia/1']);
  const narrow = { ...all, windowMs: 10 * 60_000 };
  assert.deepEqual(ids(narrow, NOW), ['russia/1']);
  assert.deepEqual(ids({ ...narrow, windowMs: 60 * 60_000 }, NOW).length, 3);
  const later = NOW + 180 * 60_000;
  assert.deepEqual(ids({ ...all, ended: 'hidden' }, later), ['russia/1']);
  assert.deepEqual(ids(all, later).length, 3);
  // A day after their end they are no longer on the map; the record keeps them, and so does "all".
  const nextDay = later + 24 * 60 * 60_000;
  assert.deepEqual(ids(all, nextDay), ['russia/1']);
  assert.deepEqual(ids({ ...all, ended: 'all' }, nextDay).length, 3);
  const check = picture.objects.get('russia/1');
  assert.ok(check !== undefined);
  assert.deepEqual(spanOf(check), { startMs: NOW + 2, endMs: NOW + 2 });
});

type Said = readonly [party: PartyId, body: Body, atMs: number];

function lineWith(...said: Said[]): {
  readonly picture: Picture;
  readonly say: (...one: Said) => void;
} {
  const picture = emptyPicture(LINE, [US, THEM]);
  const say = (party: PartyId, body: Body, releasedMs: number): void => {
    const index = picture.folded.get(party) ?? 0;
    const leaf = HashHex.parse(`${party === US ? 'a' : 'b'}${index}`.padEnd(64, '0'));
    const by = { draftedBy: 'Watch 2', releasedBy: 'Duty officer' };
    const seen = seenBy(picture, party);
    const entry = { version: 1 as const, line: LINE, party, index, seen, releasedMs, ...by };
    fold(picture, { entry: { ...entry, body }, ref: { party, index, leaf } });
  };
  for (const one of said) say(...one);
  return { picture, say };
}

// Every author has seen all that was said before.
function seenBy(picture: Picture, author: PartyId): SeenHead[] {
  const root = HashHex.parse('0'.repeat(64));
  return [...picture.folded]
    .filter(([party, size]) => party !== author && size > 0)
    .map(([party, size]) => ({ party, size, root }));
}

function refIn(picture: Picture, id: `${string}/${number}`): Ref {
  const object = picture.objects.get(id);
  if (object === undefined) throw new Error(`${id} was said`);
  return object.ref;
}

function receiptOf({ party, index, leaf }: Ref, receivedMs: number): Body {
  return { type: 'received', party, index, leaf, size: index + 1, root: leaf, receivedMs };
}
