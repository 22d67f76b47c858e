// The log of handovers: each row signed, each naming the one before; no change goes unseen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signerKey } from '@parley/ledger';
import {
  handoverNote,
  hashOfLast,
  LineId,
  openHandover,
  PartyId,
  readHandovers,
} from '../src/index.ts';
import type { HandoverRow } from '../src/index.ts';

const KEY = signerKey('north.example/line', 'ed25519', new Uint8Array(32).fill(7));
const OTHER = signerKey('north.example/line', 'ed25519', new Uint8Array(32).fill(8));
const T0 = 1_790_000_000_000;
const ENDS = { line: LineId.parse('line-00112233445566aa'), party: PartyId.parse('north') };

type Told =
  | { readonly kind: 'given'; readonly from: string; readonly to: string }
  | { readonly kind: 'taken'; readonly given: number; readonly by: string };

function rowFor(notes: readonly string[], told: Told): HandoverRow {
  const previous = hashOfLast(notes);
  const head = { version: 1 as const, ...ENDS, index: notes.length, previous, atMs: T0 };
  if (told.kind === 'taken') return { ...head, ...told };
  return { ...head, ...told, tasks: [{ id: 'north/3', dueMs: T0 }], tasksOpen: 1, drafts: [] };
}

function logOf(...all: readonly Told[]): string[] {
  const notes: string[] = [];
  for (const told of all) notes.push(handoverNote(rowFor(notes, told), KEY));
  return notes;
}

const GIVEN: Told = { kind: 'given', from: 'Watch 1', to: 'Watch 2' };
const TAKEN: Told = { kind: 'taken', given: 0, by: 'Watch 2' };
const BACK: Told = { kind: 'given', from: 'Watch 2', to: 'Watch 1' };

function codeOf(notes: readonly string[], key = KEY): string {
  const read = readHandovers(notes, key);
  return read.ok ? 'ok' : `${read.refusal.code} ${read.refusal.field}`;
}

test('a log reads back as it was written', () => {
  const read = readHandovers(logOf(GIVEN, TAKEN, BACK), KEY);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map(({ kind, index }) => [kind, index]),
    [
      ['given', 0],
      ['taken', 1],
      ['given', 2],
    ],
  );
  assert.equal(openHandover(read.value, 'Watch 2'), undefined);
  assert.equal(openHandover(read.value, 'Watch 1')?.index, 2);
  assert.equal(codeOf([]), 'ok');
});

test('a note is readable: heading, canonical row, blank line, signature', () => {
  const lines = (logOf(GIVEN)[0] ?? '').split('\n');
  assert.equal(lines[0], 'parley-handover');
  assert.equal(
    lines[1],
    '{"atMs":1790000000000,"drafts":[],"from":"Watch 1","index":0,"kind":"given",' +
      '"line":"line-00112233445566aa","party":"north",' +
      `"previous":"${'0'.repeat(64)}","tasks":[{"dueMs":1790000000000,"id":"north/3"}],` +
      '"tasksOpen":1,"to":"Watch 2","version":1}',
  );
  assert.match(lines.slice(2).join('\n'), /^\n— north\.example\/line [A-Za-z0-9+/=]+\n$/);
});

test('every flipped byte of every note is found', () => {
  const notes = logOf(GIVEN, TAKEN, BACK);
  for (const [at, note] of notes.entries()) {
    const bytes = new TextEncoder().encode(note);
    for (let place = 0; place < bytes.length; place++) {
      const flipped = bytes.slice();
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      const changed = notes.with(at, new TextDecoder().decode(flipped));
      assert.notEqual(codeOf(changed), 'ok', `byte ${place} of note ${at}`);
    }
  }
});

test('a note that is missing, moved, added to, or of another key is found by name', () => {
  const notes = logOf(GIVEN, TAKEN, BACK);
  const [first = '', second = '', third = ''] = notes;
  assert.equal(codeOf([first, third]), 'gap notes[1].index');
  assert.equal(codeOf([second, first, third]), 'gap notes[0].index');
  const other = logOf({ ...GIVEN, from: 'Watch 3' })[0] ?? '';
  assert.equal(codeOf([other, second, third]), 'fork notes[1].previous');
  const line = first.split('\n')[3] ?? '';
  assert.equal(codeOf([`${first}${line.replace('north', 'south')}\n`]), 'malformed notes[0]');
  assert.equal(codeOf(notes, OTHER), 'wrongly-signed notes[0]');
});

test('a watch is taken once, by the seat to which it was given', () => {
  assert.equal(codeOf(logOf(GIVEN, TAKEN, TAKEN)), 'unknown-reference notes[2].given');
  const stranger: Told = { kind: 'taken', given: 0, by: 'Watch 9' };
  assert.equal(codeOf(logOf(GIVEN, stranger)), 'unknown-reference notes[1].given');
  assert.equal(codeOf(logOf({ ...TAKEN, given: 5 })), 'unknown-reference notes[0].given');
});
