// The port for time. The wall clock is what statements are dated with; the monotonic one measures
// silence, and nobody can set it.

export type Clock = {
  /** Milliseconds UTC since 1970-01-01, an integer. */
  readonly nowMs: () => number;
  /** Milliseconds since some start, never going back. */
  readonly monotonicMs: () => number;
  /** How fast `nowMs` runs: 1 but while a case is replayed. */
  readonly rate: number;
};

/** The machine's own clocks. */
export function systemClock(): Clock {
  return { nowMs: () => Date.now(), monotonicMs: () => performance.now(), rate: 1 };
}

/**
 * A clock for replaying a case: it stood at `startMs` when the machine's clock stood at `anchorMs`,
 * and runs `rate` times as fast. Nodes given the same three numbers agree.
 */
export function replayClock(startMs: number, anchorMs: number, rate: number): Clock {
  return {
    nowMs: () => Math.round(startMs + (Date.now() - anchorMs) * rate),
    monotonicMs: () => performance.now(),
    rate,
  };
}
