// Whether the other side is there: from heartbeats, told apart from an unstaffed floor.
import { CLOCK_DISPUTED_MS, LINE_DEAD_MS, LINE_SUSPECT_MS } from '@parley/protocol';

/**
 * One reading of our own clocks. Silence is measured on the monotonic one, which nobody can set;
 * the wall clock only says to people since when.
 */
export type ClockReading = { readonly nowMs: number; readonly monotonicMs: number };

/** What is known of a peer. */
export type Liveness = {
  /** When the newest heartbeat came; undefined before the first. */
  readonly last: ClockReading | undefined;
  /** When the present unbroken run of heartbeats began, by our wall clock. */
  readonly aliveSinceMs: number | undefined;
  /** Seats that stand the watch on the peer's floor, by its newest heartbeat. */
  readonly seatsStaffed: number;
  /** The peer's clock minus ours, milliseconds; undefined before it was measured. */
  readonly clockOffsetMs: number | undefined;
  /** Entries of our record that the peer holds durably, by its newest heartbeat. */
  readonly heardSize: number;
  /** Why the link to the peer does not stand, in words; '' while it does. */
  readonly trouble: string;
};

/** The state of the line towards one peer, for every screen. */
export type Health = {
  readonly state: 'never' | 'alive' | 'suspect' | 'dead';
  /** Alive since, or without a heartbeat since: by our own clock. Undefined before the first. */
  readonly sinceMs: number | undefined;
  readonly staffed: boolean;
  readonly clockOffsetMs: number | undefined;
  readonly clockDisputed: boolean;
  readonly trouble: string;
};

export const UNHEARD: Liveness = {
  last: undefined,
  aliveSinceMs: undefined,
  seatsStaffed: 0,
  clockOffsetMs: undefined,
  heardSize: 0,
  trouble: '',
};

/** Suspect after 2.5 s without a heartbeat, dead after 4 s (DESIGN, The link). */
export function healthAt(liveness: Liveness, monotonicMs: number): Health {
  const { last, clockOffsetMs, trouble } = liveness;
  const rest = {
    staffed: liveness.seatsStaffed > 0,
    clockOffsetMs,
    clockDisputed: clockOffsetMs !== undefined && Math.abs(clockOffsetMs) > CLOCK_DISPUTED_MS,
    trouble,
  };
  if (last === undefined) return { ...rest, state: 'never', sinceMs: undefined };
  const silentMs = monotonicMs - last.monotonicMs;
  if (silentMs >= LINE_DEAD_MS) return { ...rest, state: 'dead', sinceMs: last.nowMs };
  if (silentMs >= LINE_SUSPECT_MS) return { ...rest, state: 'suspect', sinceMs: last.nowMs };
  return { ...rest, state: 'alive', sinceMs: liveness.aliveSinceMs };
}

/** What a heartbeat says, once its signature was verified. */
export type HeardHeartbeat = {
  readonly seatsStaffed: number;
  readonly heardSize: number;
  readonly clockOffsetMs: number | undefined;
};

/** The liveness after a heartbeat that came at `now`. */
export function heard(liveness: Liveness, beat: HeardHeartbeat, now: ClockReading): Liveness {
  const { last } = liveness;
  const unbroken = last !== undefined && now.monotonicMs - last.monotonicMs < LINE_DEAD_MS;
  return {
    last: now,
    aliveSinceMs: unbroken ? liveness.aliveSinceMs : now.nowMs,
    seatsStaffed: beat.seatsStaffed,
    clockOffsetMs: beat.clockOffsetMs ?? liveness.clockOffsetMs,
    heardSize: Math.max(beat.heardSize, liveness.heardSize),
    trouble: '',
  };
}
