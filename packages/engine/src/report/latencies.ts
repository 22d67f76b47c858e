// How long each party took for each step, by precedence: what deadlines are held against.
import { comparePrecedence } from '@parley/protocol';
import type { PartyId, Precedence, TrafficStatus } from '@parley/protocol';
import type { ObjectAccount, StepName } from './account.ts';

/** Nearest-rank figures of one step. `unsaid` counts objects that asked for it and got none. */
export type LatencyRow = {
  readonly party: PartyId;
  readonly status: TrafficStatus;
  readonly precedence: Precedence;
  readonly step: StepName;
  readonly count: number;
  readonly unsaid: number;
  readonly medianMs: number | undefined;
  readonly p95Ms: number | undefined;
  readonly worstMs: number | undefined;
};

/**
 * One row for each party, traffic status, precedence and step, of those who must act; the fastest
 * class first. Drills are never mixed with the real thing.
 */
export function latenciesOf(objects: readonly ObjectAccount[]): LatencyRow[] {
  const samples = objects.flatMap(({ addressees, status, precedence }) =>
    addressees
      .filter(({ mustAct }) => mustAct)
      .flatMap(({ party, steps }) =>
        steps.map(({ step, said }) => {
          return { party, status, precedence, step, afterMs: said[0]?.afterMs };
        }),
      ),
  );
  const groups = Map.groupBy(
    samples,
    ({ party, status, precedence, step }) => `${party} ${status} ${precedence} ${step}`,
  );
  return [...groups.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const times = [first, ...others].flatMap(({ afterMs }) => afterMs ?? []);
      const { party, status, precedence, step } = first;
      return [
        {
          party,
          status,
          precedence,
          step,
          count: times.length,
          unsaid: others.length + 1 - times.length,
          medianMs: rank(times, 0.5),
          p95Ms: rank(times, 0.95),
          worstMs: rank(times, 1),
        },
      ];
    })
    .toSorted(
      (a, b) =>
        comparePrecedence(a.precedence, b.precedence) ||
        (a.party < b.party ? -1 : Number(a.party > b.party)),
    );
}

// Nearest rank: a time that was really taken, not one between two.
function rank(timesMs: readonly number[], fraction: number): number | undefined {
  return timesMs.toSorted((a, b) => a - b)[Math.ceil(fraction * timesMs.length) - 1];
}
