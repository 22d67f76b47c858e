// What was in force at an instant, by the times of the signatures. What is said is held against
// what all had signed when it was said: a later version changes no judgement of what was before it.
import type { Arrangement, Ref, Zone } from '@parley/protocol';
import type { Picture } from '../picture.ts';

/** A text that every member signed, when the last of them did, and by which entries. */
export type InForce<T> = {
  readonly statement: T;
  readonly sinceMs: number;
  readonly shownBy: readonly Ref[];
};

/** The arrangement that was in force at `atMs`: the newest version all had signed by then. */
export function arrangementAt(picture: Picture, atMs: number): Arrangement | undefined {
  return newest(signedByAll(picture, isArrangement, atMs))?.statement;
}

/** A version of the arrangement and when it was in force: from `fromMs` to before `toMs`. */
export type InForceSpan = {
  readonly statement: Arrangement;
  readonly fromMs: number;
  readonly toMs: number;
};

/** When each version was in force, the newest first; `arrangementAt` is that of its span. */
export function arrangementSpans(picture: Picture): InForceSpan[] {
  let toMs = Infinity;
  return signedByAll(picture, isArrangement, Infinity)
    .toSorted((a, b) => b.statement.version - a.statement.version)
    .flatMap(({ statement, sinceMs: fromMs }) => {
      if (fromMs >= toMs) return [];
      const span = { statement, fromMs, toMs };
      toMs = fromMs;
      return [span];
    });
}

/** The zones that were in force at `atMs`, in the order of their names; none that had ended. */
export function zonesAt(picture: Picture, atMs: number): InForce<Zone>[] {
  const byName = Map.groupBy(signedByAll(picture, isZone, atMs), ({ statement }) => statement.name);
  return [...byName.values()]
    .flatMap((versions) => newest(versions) ?? [])
    .filter(({ statement }) => statement.state !== 'ended')
    .toSorted((a, b) => (a.statement.name < b.statement.name ? -1 : 1));
}

function signedByAll<T extends Arrangement | Zone>(
  { signers, members }: Picture,
  isMeant: (statement: Arrangement | Zone) => statement is T,
  atMs: number,
): InForce<T>[] {
  return [...signers.values()].flatMap(({ statement, by }) => {
    if (!isMeant(statement) || by.size < members.length) return [];
    const steps = members.flatMap((party) => by.get(party) ?? []);
    const sinceMs = Math.max(...steps.map((step) => step.atMs));
    return sinceMs <= atMs ? [{ statement, sinceMs, shownBy: steps.map(({ ref }) => ref) }] : [];
  });
}

// A member signs a number once, so no two texts of one number can have been signed by all.
function newest<T extends Arrangement | Zone>(
  versions: readonly InForce<T>[],
): InForce<T> | undefined {
  return versions.toSorted((a, b) => b.statement.version - a.statement.version)[0];
}

function isArrangement(statement: Arrangement | Zone): statement is Arrangement {
  return statement.type === 'arrangement';
}

function isZone(statement: Arrangement | Zone): statement is Zone {
  return statement.type === 'zone';
}
