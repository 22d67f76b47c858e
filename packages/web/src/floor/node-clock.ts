// The node's clock as this page knows it: the last reading, carried on by a steady local clock.
// The browser's own date is never asked: the node's may run 20 times as fast, in another year.

export type NodeClock = {
  /** The node's time now, milliseconds UTC. Never runs backwards by less than a re-set. */
  readonly nowMs: () => number;
  readonly rate: () => number;
  /** A reading that has just arrived. */
  readonly set: (nodeMs: number, rate: number) => void;
};

/** A step back of more than this much real time is the node's clock being set, and is followed. */
const RESET_REAL_MS = 2_000;

/** A clock that starts at `nodeMs`. `steadyMs` is a monotonic clock, such as performance.now. */
export function nodeClock(nodeMs: number, steadyMs: () => number): NodeClock {
  let anchor = { nodeMs, atMs: steadyMs(), rate: 1 };
  let shownMs = nodeMs;
  return {
    nowMs: () => {
      const computedMs = anchor.nodeMs + (steadyMs() - anchor.atMs) * anchor.rate;
      const backMs = shownMs - computedMs;
      if (backMs <= 0 || backMs > RESET_REAL_MS * anchor.rate) shownMs = computedMs;
      return Math.floor(shownMs);
    },
    rate: () => anchor.rate,
    set: (readMs, rate) => {
      anchor = { nodeMs: readMs, atMs: steadyMs(), rate };
    },
  };
}
