// One hash of all that a picture says, whatever order its entries came in: maps are sorted by key,
// and what is only kept to be quick (indexes) is left out, since its order is nobody's matter.
import { createHash } from 'node:crypto';
import type { Picture } from '../packages/engine/src/index.ts';

/** SHA-256 over the picture's parts as sorted JSON; every object, ladder and conflict is in it. */
export function pictureHash(picture: Picture): string {
  const hash = createHash('sha256');
  const parts = [
    picture.arrangements,
    picture.arrangement,
    picture.zonesSigned,
    picture.zones,
    picture.channels,
    picture.onward,
    picture.objects,
    picture.conflicts,
    picture.folded,
    picture.leaves,
    picture.receivedUpTo,
    picture.unusable.toSorted((a, b) => order(nameOf(a.ref), nameOf(b.ref))),
  ];
  for (const part of parts) hash.update(JSON.stringify(part, plain)).update('\n');
  return hash.digest('hex');
}

function plain(_key: string, value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const entries = [...(value as Map<string, unknown>)];
  return entries.toSorted(([a], [b]) => order(a, b));
}

function nameOf({ party, index }: { party: string; index: number }): string {
  return `${party}/${index}`;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
