// The handover of the watch: a log of signed rows, each naming the hash of the one before it. It
// stays on the node; signed with the record's key, it proves later who had the watch, and of what.
import { canonicalBytes, leafHash, readCanonical, signNote, verifyNote } from '@parley/ledger';
import type { CanonicalValue, SignerKey, VerifierKey } from '@parley/ledger';
import { z } from 'zod';
import { InstantMs } from './geometry.ts';
import { EntryIndex, HashHex, LineId, PartyId } from './identity.ts';
import { DRAFTS_MAX, HANDOVER_BYTES_MAX, HANDOVER_TASKS_MAX, SOURCE_LENGTH_MAX } from './limits.ts';
import { Label } from './messages/words.ts';
import { Remark } from './office.ts';
import { accept, refuse } from './refusals.ts';
import type { Outcome } from './refusals.ts';
import { faultOf } from './schema-fault.ts';

const ROW = {
  version: z.literal(1),
  line: LineId,
  party: PartyId,
  /** From 0, without a gap. */
  index: EntryIndex,
  /** Hash of the note before this one; 64 zeros for the first. */
  previous: HashHex,
  atMs: InstantMs,
} as const;

/** The outgoing seat gives the watch over, with all that is open at that time. */
export const HandoverGiven = z.strictObject({
  ...ROW,
  kind: z.literal('given'),
  from: Label,
  to: Label,
  /** The earliest deadline first; `tasksOpen` counts them all. */
  tasks: z
    .array(z.strictObject({ id: z.string().max(SOURCE_LENGTH_MAX), dueMs: InstantMs }))
    .max(HANDOVER_TASKS_MAX),
  tasksOpen: z.int().min(0),
  drafts: z
    .array(z.strictObject({ id: z.string().max(36), state: z.string().max(20), drafter: Label }))
    .max(DRAFTS_MAX),
  notes: Remark.optional(),
});

/** The incoming seat accepts it: row `given` of this log. */
export const HandoverTaken = z.strictObject({
  ...ROW,
  kind: z.literal('taken'),
  given: EntryIndex,
  by: Label,
  notes: Remark.optional(),
});

export const HandoverRow = z.discriminatedUnion('kind', [HandoverGiven, HandoverTaken]);
export type HandoverRow = z.infer<typeof HandoverRow>;
export type HandoverGiven = z.infer<typeof HandoverGiven>;

/** The log as a node gives it: the verifier key of its record, and every note in order. */
export const HandoverLog = z.strictObject({ key: z.string(), notes: z.array(z.string()) });
export type HandoverLog = z.infer<typeof HandoverLog>;

// The first line of a checkpoint is the record's name, which has a slash: no row can pass for one.
const FIRST_LINE = 'parley-handover';
const NO_HASH = HashHex.parse('0'.repeat(64));

/** The signed note of a row: the heading, the row in RFC 8785 form, the signature. */
export function handoverNote(row: HandoverRow, key: SignerKey): string {
  const present = JSON.parse(JSON.stringify(row)) as CanonicalValue;
  const text = new TextDecoder().decode(canonicalBytes(present));
  return signNote(`${FIRST_LINE}\n${text}\n`, key);
}

/** What the next row names as the one before it. */
export function hashOfLast(notes: readonly string[]): HashHex {
  const last = notes.at(-1);
  if (last === undefined) return NO_HASH;
  return HashHex.parse(leafHash(new TextEncoder().encode(last)).toHex());
}

/**
 * The rows of a log, every signature and every link checked. Refuses naming the note: signed by
 * another key or changed (`wrongly-signed`), out of place (`gap`), after another note than it
 * names (`fork`), or a `taken` that fits no `given`. That newest rows are missing cannot be seen.
 */
export function readHandovers(
  notes: readonly string[],
  key: VerifierKey,
): Outcome<readonly HandoverRow[]> {
  const rows: HandoverRow[] = [];
  for (const [index, note] of notes.entries()) {
    const read = readRow(note, key, `notes[${index}]`);
    if (!read.ok) return read;
    const linked = follows(rows, notes.slice(0, index), read.value);
    if (!linked.ok) return linked;
    rows.push(read.value);
  }
  return accept(rows);
}

function readRow(note: string, key: VerifierKey, field: string): Outcome<HandoverRow> {
  const verified = verifyNote(note, [key]);
  if (!verified.ok) {
    return refuse('wrongly-signed', field, verified.refusal.sentence, `a note by ${key.name}`);
  }
  // Heading, row, blank line, one signature, end: what else a note may have has no place here.
  const [heading, text = '', ...rest] = note.split('\n');
  if (heading !== FIRST_LINE || rest.length !== 3) {
    return refuse('malformed', field, 'it is no row of a handover', FIRST_LINE);
  }
  const read = readCanonical(new TextEncoder().encode(text), HANDOVER_BYTES_MAX);
  if (!read.ok) return refuse('not-canonical', field, read.refusal.sentence, 'canonical JSON');
  const row = HandoverRow.safeParse(read.value);
  if (row.success) return accept(row.data);
  const refusal = faultOf(row.error, read.value);
  return { ok: false, refusal: { ...refusal, field: `${field}.${refusal.field}` } };
}

function follows(
  rows: readonly HandoverRow[],
  notes: readonly string[],
  row: HandoverRow,
): Outcome<HandoverRow> {
  const field = `notes[${rows.length}]`;
  if (row.index !== rows.length) {
    return refuse('gap', `${field}.index`, `it is row ${row.index}`, String(rows.length));
  }
  const previous = hashOfLast(notes);
  if (row.previous !== previous) {
    const fault = 'it was written after another note than the one before it';
    return refuse('fork', `${field}.previous`, fault, previous);
  }
  if (row.kind === 'given') return accept(row);
  const given = rows[row.given];
  const again = rows.some((one) => one.kind === 'taken' && one.given === row.given);
  if (given?.kind === 'given' && given.to === row.by && !again) return accept(row);
  const right = 'a watch that was given to this seat and not taken yet';
  return refuse('unknown-reference', `${field}.given`, `it takes row ${row.given}`, right);
}

/** The rows of one's own store, where every note was made here: nothing is verified. */
export function ownHandovers(notes: readonly string[]): HandoverRow[] {
  return notes.map((note) => HandoverRow.parse(JSON.parse(note.split('\n')[1] ?? '')));
}

/** The newest watch that was given to a seat and that it has not taken; undefined without one. */
export function openHandover(
  rows: readonly HandoverRow[],
  seat: string,
): HandoverGiven | undefined {
  const taken = new Set(rows.map((row) => (row.kind === 'taken' ? row.given : -1)));
  return rows.findLast(
    (row): row is HandoverGiven => row.kind === 'given' && row.to === seat && !taken.has(row.index),
  );
}
