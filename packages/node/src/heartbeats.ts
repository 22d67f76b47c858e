// Heartbeats: signed each second, with both heads, our cosignature and the clock readings.
import { canonicalBytes, readCanonical, signNote, verifyNote } from '@parley/ledger';
import { accept, faultOf, Heartbeat, refuse } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineRunner } from './line-runner.ts';

const BYTES_MAX = 4_096;
/** The first line of a heartbeat's note, so that it can never be taken for a checkpoint. */
const PREFIX = 'parley/heartbeat/v1\n';

/** When the peer's newest heartbeat was sent (its clock) and came here (ours). */
export type Echo = { readonly sentMs: number; readonly receivedMs: number };

/** Our heartbeat to a peer as a signed note. */
export function writeHeartbeat(
  runner: LineRunner,
  to: PartyId,
  seatsStaffed: number,
  echo: Echo | undefined,
): string {
  const { line, keys, clock } = runner;
  const beat = {
    parley: 'heartbeat',
    line: line.id,
    party: line.self,
    sentMs: clock.nowMs(),
    size: line.own.size,
    heardSize: line.mirrors.get(to)?.tree.size ?? 0,
    cosignature: runner.cosignatureFor(to),
    seatsStaffed,
    ...(echo === undefined ? {} : { echo }),
  };
  const text = new TextDecoder().decode(canonicalBytes(beat));
  return signNote(`${PREFIX}${text}\n`, keys.heartbeat);
}

/** A peer's heartbeat, verified. Refuses as wrongly-signed, malformed or not-this-record. */
export function readHeartbeat(note: string, from: Member, runner: LineRunner): Outcome<Heartbeat> {
  const verified = verifyNote(note, [from.heartbeat]);
  if (!verified.ok) {
    return refuse('wrongly-signed', 'heartbeat', verified.refusal.sentence, 'a signed heartbeat');
  }
  const { text } = verified.value;
  if (!text.startsWith(PREFIX)) {
    return refuse('malformed', 'heartbeat', 'the note is no heartbeat', PREFIX.trim());
  }
  const bytes = new TextEncoder().encode(text.slice(PREFIX.length, -1));
  const value = readCanonical(bytes, BYTES_MAX);
  if (!value.ok) return refuse('not-canonical', 'heartbeat', value.refusal.sentence, 'JSON');
  const parsed = Heartbeat.safeParse(value.value);
  if (!parsed.success) return { ok: false, refusal: faultOf(parsed.error, value.value) };
  const { line, party } = parsed.data;
  if (line === runner.line.id && party === from.party) return accept(parsed.data);
  const fault = `it is of ${party} on ${line}`;
  return refuse('not-this-record', 'heartbeat', fault, `${from.party} on ${runner.line.id}`);
}

/**
 * The peer's clock minus ours, by the four readings of two heartbeats (RFC 5905, section 8:
 * theta = ((T2 - T1) + (T3 - T4)) / 2). Undefined until the peer has echoed one of ours.
 */
export function clockOffsetMs(beat: Heartbeat, receivedMs: number): number | undefined {
  if (beat.echo === undefined) return undefined;
  const { sentMs: t1, receivedMs: t2 } = beat.echo;
  // Adding 0 turns a rounded -0, which has no canonical form, into 0.
  return Math.round((t2 - t1 + (beat.sentMs - receivedMs)) / 2) + 0;
}
