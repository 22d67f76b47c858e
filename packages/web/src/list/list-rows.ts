// The list's rows and their order. Pure: what passes the filter in, rows out.
import { precedenceOf, volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import type { AltitudeBand } from '@parley/geo';
import { PRECEDENCE_ORDER } from '@parley/protocol';
import type { PartyId, Precedence } from '@parley/protocol';
import { spanOf } from '../floor/shown.ts';
import type { Shown } from '../floor/floor-state.ts';
import { bandText } from '../map/band-text.ts';
import { objectName, objectTitle, placeOf, statusMark } from '../words/object-words.ts';
import { distanceText } from '../words/distance-text.ts';
import { windowText } from '../words/time-text.ts';
import { ladderWord } from './ladder-word.ts';

export type Column =
  | 'name'
  | 'party'
  | 'precedence'
  | 'title'
  | 'where'
  | 'band'
  | 'window'
  | 'state'
  | 'conflicts';
export type Order = { readonly by: Column; readonly descending: boolean };

export type ListRow = {
  readonly object: LineObject;
  readonly name: string;
  readonly side: 'ours' | 'theirs';
  readonly party: string;
  readonly precedence: Precedence;
  readonly title: string;
  /** Distance and true bearing of the first volume from its nearest place: "4.4 km 214° OSDZ". */
  readonly where: string;
  /** The same in full words. */
  readonly place: string;
  /** The first volume's band, and how many more there are. */
  readonly band: string;
  readonly startMs: number;
  readonly window: string;
  readonly state: string;
  readonly stateRank: number;
  readonly conflicts: number;
};

/** The rows in `order`; equal ones by when they were told, the newest first. */
export function listRows(args: {
  readonly shown: Shown;
  readonly own: PartyId;
  readonly nameOf: (party: PartyId) => string;
  readonly nowMs: number;
  readonly order: Order;
}): ListRow[] {
  const { shown, order } = args;
  const rows = shown.objects.map((object) => rowOf(object, args));
  const sign = order.descending ? -1 : 1;
  return rows.toSorted(
    (a, b) =>
      sign * compare(a, b, order.by) ||
      b.object.releasedMs - a.object.releasedMs ||
      compareText(a.object.id, b.object.id),
  );
}

function rowOf(object: LineObject, args: Parameters<typeof listRows>[0]): ListRow {
  const { body } = object;
  const { startMs, endMs } = spanOf(object);
  const { word, rank } = ladderWord(object, args.nowMs);
  return {
    object,
    name: objectName(object),
    side: object.author === args.own ? 'ours' : 'theirs',
    party: args.nameOf(object.author),
    precedence: precedenceOf(object),
    title: `${statusMark(object)}${objectTitle(object)}`,
    ...whereOf(object),
    band: bandsText(volumesOf(body)),
    startMs,
    window: windowText(startMs, endMs),
    state: word,
    stateRank: rank,
    conflicts: args.shown.conflicts.filter(({ a, b }) => a === object.id || b === object.id).length,
  };
}

function whereOf(object: LineObject): { where: string; place: string } {
  const found = placeOf(object);
  if (found === undefined) return { where: '', place: '' };
  const { code, place, distanceMetres, bearingDegrees, text } = found;
  const name = place.code === '' ? place.name : place.code;
  if (code === 'place.at' || code === 'place.holds') return { where: `at ${name}`, place: text };
  const bearing = String(Math.round(bearingDegrees) % 360).padStart(3, '0');
  const where = `${distanceText(distanceMetres * 100)} ${bearing}° ${name}`;
  return { where, place: text };
}

function bandsText(volumes: readonly { readonly band: AltitudeBand }[]): string {
  const [first] = volumes;
  if (first === undefined) return '';
  const more = volumes.length - 1;
  return `${bandText(first.band)}${more === 0 ? '' : ` +${more}`}`;
}

function compare(a: ListRow, b: ListRow, by: Column): number {
  switch (by) {
    case 'precedence':
      return PRECEDENCE_ORDER.indexOf(a.precedence) - PRECEDENCE_ORDER.indexOf(b.precedence);
    case 'window':
      return a.startMs - b.startMs;
    case 'state':
      return a.stateRank - b.stateRank;
    case 'conflicts':
      return b.conflicts - a.conflicts;
    case 'name':
      return (
        compareText(a.name[0] ?? '', b.name[0] ?? '') || a.object.ref.index - b.object.ref.index
      );
    default:
      return compareText(a[by], b[by]);
  }
}

// By code units: the same order on every machine, whatever its language.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
