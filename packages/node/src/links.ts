// All links of a node: it serves its record to every peer, and pulls the record of each.
import type { Server } from 'node:https';
import type { StreamEvent } from '@parley/client';
import { faultOf, LinkBatch, refusalSentence } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import { Alarms } from './alarms.ts';
import type { Member } from './member.ts';
import { clockOffsetMs, readHeartbeat, writeHeartbeat } from './heartbeats.ts';
import type { Echo } from './heartbeats.ts';
import type { LineRunner } from './line-runner.ts';
import { keepPulling } from './link-client.ts';
import { jsonOf } from './json-text.ts';
import { linkServer } from './link-server.ts';
import type { TransportIdentity } from './transport.ts';

export type Links = {
  readonly server: Server;
  /** Starts pulling from every peer; resolves once all have stopped after `signal` is aborted. */
  readonly pull: (signal: AbortSignal) => Promise<void>;
};

/** The links of a line. `staffed` counts the seats on watch; `broken` is told of a failed disk. */
export function lineLinks(
  runner: LineRunner,
  transport: TransportIdentity,
  staffed: () => number,
  random: () => number,
  broken: (error: Error) => void,
): Links {
  const echoes = new Map<PartyId, Echo>();
  const alarms = new Alarms(runner);
  const beat = (to: PartyId): string => writeHeartbeat(runner, to, staffed(), echoes.get(to));
  const peers = [...runner.members.values()].filter(({ party }) => party !== runner.line.self);

  // Peers whose entries contradict what we hold of them: asked for whole, so that a rewritten
  // history shows as the fork that it is.
  const contradicting = new Set<PartyId>();

  const takeEvent = ({ party }: Member, event: StreamEvent): boolean => {
    // Its keys may have changed since the link was made.
    const member = runner.members.get(party);
    if (member === undefined) return false;
    if (event.event === 'heartbeat') {
      return takeHeartbeat(runner, member, event.data, echoes, alarms);
    }
    if (event.event !== 'batch') return true;
    const taken = takeBatch(runner, member, event.data);
    if (taken.ok) return true;
    if (taken.refusal.code === 'root-mismatch') contradicting.add(member.party);
    return false;
  };
  const pullFrom = async (member: Member, signal: AbortSignal): Promise<void> =>
    keepPulling(
      {
        member,
        line: runner.line.id,
        transport,
        from: () => {
          if (contradicting.delete(member.party)) return 0;
          return runner.line.mirrors.get(member.party)?.tree.size ?? 0;
        },
        take: (event) => {
          try {
            return takeEvent(member, event);
          } catch (error) {
            broken(error instanceof Error ? error : new Error(String(error)));
            return false;
          }
        },
        trouble: (trouble) => {
          runner.submit({ kind: 'trouble', now: reading(runner), from: member.party, trouble });
        },
        random,
      },
      signal,
    );
  return {
    server: linkServer(runner, transport, beat),
    pull: async (signal) => {
      await Promise.all(peers.map(async (member) => pullFrom(member, signal)));
    },
  };
}

/** Both clocks of a node, read together. */
export function reading(runner: LineRunner): { nowMs: number; monotonicMs: number } {
  return { nowMs: runner.clock.nowMs(), monotonicMs: runner.clock.monotonicMs() };
}

function takeBatch(runner: LineRunner, member: Member, data: string): Outcome<unknown> {
  const value = jsonOf(data);
  const batch = LinkBatch.safeParse(value);
  if (!batch.success) {
    const refusal = faultOf(batch.error, value);
    runner.fault(member.party, refusal.code, refusalSentence(refusal), '');
    return { ok: false, refusal };
  }
  const encoder = new TextEncoder();
  // What was refused, or did not fit on our disk, is pulled again after a pause.
  return runner.submit({
    kind: 'batch',
    nowMs: runner.clock.nowMs(),
    from: member.party,
    firstIndex: batch.data.firstIndex,
    entries: batch.data.entries.map((text) => encoder.encode(text)),
    checkpoint: batch.data.checkpoint,
  });
}

function takeHeartbeat(
  runner: LineRunner,
  member: Member,
  data: string,
  echoes: Map<PartyId, Echo>,
  alarms: Alarms,
): boolean {
  const note = jsonOf(data);
  const now = reading(runner);
  const signed = typeof note === 'string' ? note : '';
  const beat = readHeartbeat(signed, member, runner);
  if (!beat.ok) {
    runner.fault(member.party, beat.refusal.code, refusalSentence(beat.refusal), '');
    return false;
  }
  alarms.heard(member.party, { beat: beat.value, note: signed });
  const { sentMs, heardSize, seatsStaffed, cosignature } = beat.value;
  echoes.set(member.party, { sentMs, receivedMs: now.nowMs });
  const offset = clockOffsetMs(beat.value, now.nowMs);
  runner.submit({
    kind: 'heartbeat',
    now,
    from: member.party,
    beat: { seatsStaffed, heardSize, clockOffsetMs: offset },
  });
  runner.events.emit('heard', member.party, heardSize);
  runner.takeCosignature(member, heardSize, cosignature);
  return true;
}
