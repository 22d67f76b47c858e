// What else an index does: it changes while it is asked, it is joined with another, it is asked
// where aircraft are, it finds alternatives.
import { alternativesFor, DEFAULT_BOUNDS, VolumeIndex } from '../../packages/conflict/src/index.ts';
import type { Volume } from '../../packages/conflict/src/index.ts';
import { PackedIndex } from '../../packages/conflict/src/packed/packed-index.ts';
import type { Row } from '../figures.ts';
import { boxOf, ringOf } from './boxes.ts';
import { rbush, rbush3d } from './js-peers.ts';
import { NO_MINIMA } from './queries.ts';
import { sqliteRtree } from './sqlite-rtree.ts';

const GUESTS = 20_000;

/** Guests come to a loaded index and leave it: microseconds each, and the longest wait for one. */
export function changeTable(volumes: readonly Volume[], more: readonly Volume[]): Row[] {
  const guests = more.slice(0, GUESTS);
  const index = new PackedIndex();
  index.load(volumes);
  let slots: number[] = [];
  const rows = [
    changeRow('Parley, complete', guests, {
      insert: (volume) => void slots.push(index.add(volume)),
      remove: (_, at) => index.remove(slots[at] ?? 0),
    }),
  ];
  slots = [];
  for (const peer of [rbush(), rbush3d(), sqliteRtree()]) {
    peer.load(volumes.map(boxOf));
    const boxes = guests.map((volume, at) => boxOf(volume, volumes.length + at));
    const row = changeRow(`${peer.name}, box alone`, boxes, {
      insert: (box) => peer.insert?.(box),
      remove: (box) => peer.remove?.(box),
    });
    rows.push(row);
    peer.close();
  }
  return rows;
}

function changeRow<T>(
  contender: string,
  guests: readonly T[],
  to: { insert: (guest: T, at: number) => void; remove: (guest: T, at: number) => void },
): Row {
  const [insert, remove] = [waits(guests, to.insert), waits(guests, to.remove)];
  return {
    contender,
    'insert, us': insert.meanMicroseconds.toFixed(1),
    'longest, ms': insert.longestMs.toFixed(1),
    'remove, us': remove.meanMicroseconds.toFixed(1),
  };
}

function waits<T>(things: readonly T[], act: (thing: T, at: number) => void) {
  let [total, longestMs] = [0, 0];
  for (const [at, thing] of things.entries()) {
    const startMs = performance.now();
    act(thing, at);
    const took = performance.now() - startMs;
    total += took;
    longestMs = Math.max(longestMs, took);
  }
  return { meanMicroseconds: (total * 1000) / things.length, longestMs };
}

/** All pairs of two sets; milliseconds, both indexes built before. */
export function joinRow(left: readonly Volume[], right: readonly Volume[]): Row {
  const [a, b] = [new PackedIndex(), new PackedIndex()];
  a.load(left);
  b.load(right);
  let pairs = 0;
  const [first, again] = firstAndAgain(() => {
    pairs = 0;
    for (const _ of a.join(b, NO_MINIMA)) pairs += 1;
  });
  const volumes = `${left.length} x ${right.length}`;
  return { volumes, 'first join, ms': first, 'join, ms': again, pairs };
}

/** Aircraft in the middle of other volumes, each asked what it is in now, again and again. */
export function aircraftRow(volumes: readonly Volume[], others: readonly Volume[]): Row {
  const index = new VolumeIndex();
  index.load(volumes.map((volume, id) => ({ id: String(id), owner: '', volumes: [volume] })));
  const aircraft = others.slice(0, 10_000).map(({ outline, band, window }) => {
    const [place] = ringOf(outline);
    if (place === undefined || band.lower.kind !== 'height') throw new Error('no place');
    return { place, height: band.lower.centimetres, at: window.startMs };
  });
  let found = 0;
  const [first, again] = firstAndAgain(() => {
    found = 0;
    for (const { place, height, at } of aircraft) found += index.at(place, height, at).length;
  });
  return {
    volumes: volumes.length,
    aircraft: aircraft.length,
    'first time, ms': first,
    'all in now, ms': again,
    found,
  };
}

/** Milliseconds of the first run, with nothing compiled or known, and the median of five more. */
function firstAndAgain(run: () => void): [first: number, again: number] {
  const [first = 0, ...others] = Array.from({ length: 6 }, () => {
    const startMs = performance.now();
    run();
    return Math.round(performance.now() - startMs);
  });
  return [first, others.toSorted((a, b) => a - b)[2] ?? 0];
}

/** The smallest shift in time within a day, for volumes that are in conflict. */
export function alternativeRow(volumes: readonly Volume[], asked: readonly Volume[]): Row {
  const index = new VolumeIndex();
  index.load(volumes.map((volume, id) => ({ id: String(id), owner: '', volumes: [volume] })));
  const inConflict = asked.filter((one) => index.pairs([one], NO_MINIMA).length > 0).slice(0, 500);
  const bounds = { ...DEFAULT_BOUNDS, altitudeCentimetres: 0, lateralMetres: 0, cutShare: 0 };
  let free = 0;
  const startMs = performance.now();
  for (const one of inConflict) {
    const asking = { volumes: [one], minima: NO_MINIMA, among: index, bounds };
    if (alternativesFor(asking).found.length > 0) free += 1;
  }
  const took = ((performance.now() - startMs) * 1000) / inConflict.length;
  return {
    volumes: volumes.length,
    asked: inConflict.length,
    'best shift in time, us': Math.round(took),
    free,
  };
}
