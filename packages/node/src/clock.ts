// The port for time. The wall clock is what statements are dated with; the monotonic one measures
// silence, and nobody can set it.

export type Clock = {
  /** Milliseconds UTC since 1970-01-01, an integer. */
  readonly nowMs: () => number;
  /** Milliseconds since some start, never going back. */
  readonly monotonicMs: () => number;
  /** How fast `nowMs` runs: 1 but while a case is replayed; 0 while that stands still. */
  readonly rate: number;
  /** Whether it is not the real time: nothing said by it may be taken for the real thing. */
  readonly replayed: boolean;
};

/** It stood at `startMs` when the machine's stood at `anchorMs`, and is `rate` times as fast. */
export type ClockSetting = {
  readonly startMs: number;
  readonly anchorMs: number;
  readonly rate: number;
};

/** The machine's own clocks. */
export function systemClock(): Clock {
  return {
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    rate: 1,
    replayed: false,
  };
}

/**
 * A clock for replaying a case: it stood at `startMs` when the machine's clock stood at `anchorMs`,
 * and runs `rate` times as fast. Nodes given the same three numbers agree.
 */
export function replayClock(startMs: number, anchorMs: number, rate: number): Clock {
  return settableClock({ startMs, anchorMs, rate });
}

/** A replay clock that can be set anew while the node runs: a case has quiet hours and seconds. */
export function settableClock(
  first: ClockSetting,
): Clock & { readonly set: (setting: ClockSetting) => void } {
  let setting = first;
  return {
    nowMs: () => Math.round(setting.startMs + (Date.now() - setting.anchorMs) * setting.rate),
    monotonicMs: () => performance.now(),
    replayed: true,
    get rate() {
      return setting.rate;
    },
    set: (next) => {
      setting = next;
    },
  };
}
