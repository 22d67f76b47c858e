// The evidence of an alarm: notes that a party signed, and what they give away together.
import { readCanonical, readNote, verifyCheckpoint, verifyNote } from '@parley/ledger';
import { readCosigned } from '@parley/ledger';
import type { VerifierKey } from '@parley/ledger';
import { writeInstant } from '@parley/geo';
import { Heartbeat, PartyId } from '@parley/protocol';
import { z } from 'zod';
import { atSeconds, byOthers, invalid, relied } from './findings.ts';
import type { Findings } from './findings.ts';
import type { TrustedKey } from './trusted-keys.ts';

const BYTES_MAX = 262_144;
const HEARTBEAT = 'parley/heartbeat/v1\n';

const Alarm = z.strictObject({
  parley: z.literal('alarm'),
  version: z.literal(1),
  alarm: z.enum(['rollback', 'withheld', 'replayed']),
  party: PartyId,
  notes: z.array(z.string()).min(1).max(4),
});
type Alarm = z.infer<typeof Alarm>;

/** What a note says once its signature was verified, and the key of it. */
type Said =
  | { readonly kind: 'heartbeat'; readonly beat: Heartbeat; readonly vkey: string }
  | {
      readonly kind: 'head';
      readonly size: number;
      readonly vkey: string;
      readonly held: string[];
    };

/** Whether a file's first line is that of an alarm. */
export function isAlarm(first: string): boolean {
  return first.startsWith('{"alarm":');
}

/** Checks the evidence of an alarm against the keys of the cards that are given. */
export function checkAlarm(text: string, trusted: readonly TrustedKey[]): Findings {
  const kind = 'evidence of an alarm';
  const bytes = new TextEncoder().encode(text.replace(/\n$/, ''));
  const row = readCanonical(bytes, BYTES_MAX);
  if (!row.ok || !text.endsWith('\n')) {
    return invalid(kind, row.ok ? 'It does not end in a newline.' : row.refusal.sentence);
  }
  const alarm = Alarm.safeParse(row.value);
  if (!alarm.success) return invalid(kind, 'it is not an alarm with its notes.');
  const said: Said[] = [];
  for (const note of alarm.data.notes) {
    const read = readSaid(note, alarm.data.party, trusted);
    if (typeof read === 'string') return invalid(kind, read);
    said.push(read);
  }
  const shown = shownBy(alarm.data, said);
  if (shown === undefined) return invalid(kind, `its notes do not show what it says.`);
  return {
    kind,
    valid: true,
    fault: '',
    proves: [...said.flatMap((each) => sentencesOf(alarm.data.party, each)), shown.proves],
    relies: relied([...new Set(said.map(({ vkey }) => vkey))], trusted),
    warnings: [shown.warning],
  };
}

function readSaid(note: string, party: PartyId, trusted: readonly TrustedKey[]): Said | string {
  const theirs = trusted.filter((known) => known.party === undefined || known.party === party);
  const keys = theirs.map(({ key }) => key).filter(({ type }) => type === 'ed25519');
  const read = readNote(note);
  if (!read.ok) return read.refusal.sentence;
  if (!read.value.text.startsWith(HEARTBEAT)) return readHead(note, keys, trusted);
  const verified = verifyNote(note, keys);
  if (!verified.ok) return verified.refusal.sentence;
  const [key] = verified.value.verified;
  const json = new TextEncoder().encode(verified.value.text.slice(HEARTBEAT.length, -1));
  const value = readCanonical(json, BYTES_MAX);
  const beat = Heartbeat.safeParse(value.ok ? value.value : undefined);
  if (!beat.success || beat.data.party !== party || key === undefined) {
    return `a note is no heartbeat of ${party}.`;
  }
  return { kind: 'heartbeat', beat: beat.data, vkey: key.vkey };
}

function readHead(
  note: string,
  keys: readonly VerifierKey[],
  trusted: readonly TrustedKey[],
): Said | string {
  let fault = 'a note is signed by none of the keys that you gave.';
  for (const key of keys) {
    const head = verifyCheckpoint(note, key);
    if (!head.ok) {
      fault = head.refusal.sentence;
      continue;
    }
    const witnesses = trusted.map(({ key: each }) => each).filter(({ type }) => type !== 'ed25519');
    const cosigned = readCosigned(note, witnesses);
    if (!cosigned.ok) return cosigned.refusal.sentence;
    const { origin, size } = head.value;
    const held = byOthers({ origin, cosigned: cosigned.value }).map(
      ({ name, timeSeconds }) => `${name} held them at ${atSeconds(timeSeconds)} by its own clock.`,
    );
    return { kind: 'head', size, vkey: key.vkey, held };
  }
  return fault;
}

function sentencesOf(party: PartyId, said: Said): string[] {
  if (said.kind === 'head')
    return [`${party} signed a head of ${said.size} entries.`, ...said.held];
  const { sentMs, size } = said.beat;
  const at = `${writeInstant(sentMs)} by its own clock`;
  return [`${party} said, at ${at}, that its record had ${size} entries.`];
}

type Shown = { readonly proves: string; readonly warning: string };

/** What the notes show together; undefined when it is not what the alarm says. */
function shownBy({ alarm, party }: Alarm, said: readonly Said[]): Shown | undefined {
  const [one, two] = said;
  if (one === undefined || two === undefined || said.length > 2) return undefined;
  switch (alarm) {
    case 'rollback':
      return rollback(party, one, two);
    case 'withheld': {
      if (one.kind !== 'heartbeat' || two.kind !== 'head' || one.beat.size <= two.size) return;
      return {
        proves: `${party} said that ${one.beat.size - two.size} entries exist beyond that head.`,
        warning:
          'no signature can prove that something was not handed over: this shows what was said ' +
          'to exist, and the head under which the last of it came.',
      };
    }
    case 'replayed': {
      if (one.kind !== 'heartbeat' || two.kind !== 'heartbeat') return;
      if (two.beat.sentMs >= one.beat.sentMs) return;
      return {
        proves: `${party} signed both, and whoever raised the alarm got the older one last.`,
        warning: 'anybody on the way can send a note again: this does not say who did.',
      };
    }
  }
}

function rollback(party: PartyId, one: Said, two: Said): Shown | undefined {
  if (two.kind !== 'heartbeat') return undefined;
  const before = one.kind === 'head' ? one.size : one.beat.size;
  if (before <= two.beat.size) return undefined;
  const proves = `${party} said that its record is shorter than it had been: by its own words.`;
  if (one.kind === 'heartbeat') {
    if (one.beat.sentMs >= two.beat.sentMs) return undefined;
    const warning = 'why it is shorter, this does not say: an old copy, or an intent.';
    return { proves, warning };
  }
  const warning = 'a head has no time: only a cosignature says when it existed at the latest.';
  return { proves, warning };
}
