// A live index of volumes: a 3D box tree over the balls that hold the footprints, in ECEF metres,
// with time and altitude asked of what the tree returns. It finds every conflict that comparing
// with each volume would find: a ball holds its footprint, and a query's box grows by the minimum.
import type { Position } from '@parley/geo';
import { RBush3D } from 'rbush-3d';
import type { BBox } from 'rbush-3d';
import { conflictBetween } from './conflict-between.ts';
import type { Conflict } from './conflict-between.ts';
import { footprintOf } from './footprint.ts';
import { lateralApproach } from './lateral.ts';
import type { Ball } from './trace.ts';
import { ellipsoidalSpan } from './vertical.ts';
import type { Minima, Volume } from './volume.ts';

/** What is kept in an index: the volumes of one notice, plan or zone, under one id. */
export type Entered = {
  readonly id: string;
  readonly owner: string;
  readonly volumes: readonly Volume[];
};

/** One volume found in conflict with one queried volume; both are named by their place in lists. */
export type Hit = {
  readonly id: string;
  readonly owner: string;
  readonly volumeIndex: number;
  readonly queryVolumeIndex: number;
  readonly conflict: Conflict;
};

/** What can be read from an index, or from a frozen moment of it. */
export type VolumeIndexSnapshot = {
  readonly size: number;
  query(volumes: readonly Volume[], minima: Minima, accept?: (item: Entered) => boolean): Hit[];
  at(position: Position, heightCentimetres: number, instantMs: number): string[];
};

export class VolumeIndex implements VolumeIndexSnapshot {
  #tree = new RBush3D();
  readonly #rows = new Map<string, readonly Row[]>();
  #shared = false;

  /** Adds an item. Its id must be new; its volumes must have no fault. */
  insert(item: Entered): void {
    if (this.#rows.has(item.id)) throw new Error(`bug: ${item.id} is in the index already`);
    this.#own();
    const rows = rowsOf(item);
    this.#rows.set(item.id, rows);
    for (const row of rows) this.#tree.insert(row);
  }

  /** Puts an item in the place of the one with its id, or adds it. */
  replace(item: Entered): void {
    this.remove(item.id);
    this.insert(item);
  }

  /** Takes an item out; false when there was none with that id. */
  remove(id: string): boolean {
    const rows = this.#rows.get(id);
    if (rows === undefined) return false;
    this.#own();
    for (const row of rows) this.#tree.remove(row);
    return this.#rows.delete(id);
  }

  /** The number of items. */
  get size(): number {
    return this.#rows.size;
  }

  /**
   * Every conflict of the given volumes with accepted items, ordered by id (code units), then
   * volume index, then queried volume index. Items are not compared by owner: `accept` decides.
   */
  query(volumes: readonly Volume[], minima: Minima, accept?: (item: Entered) => boolean): Hit[] {
    return queryTree(this.#tree, volumes, minima, accept);
  }

  /** Ids, in order, of items with a volume that holds the place, height (HAE) and instant. */
  at(position: Position, heightCentimetres: number, instantMs: number): string[] {
    return idsAt(this.#tree, position, heightCentimetres, instantMs);
  }

  /** The index as it is now; later changes do not show in it. */
  snapshot(): VolumeIndexSnapshot {
    this.#shared = true;
    const tree = this.#tree;
    return Object.freeze({
      size: this.size,
      query: (volumes: readonly Volume[], minima: Minima, accept?: (item: Entered) => boolean) =>
        queryTree(tree, volumes, minima, accept),
      at: (position: Position, heightCentimetres: number, instantMs: number) =>
        idsAt(tree, position, heightCentimetres, instantMs),
    });
  }

  /** Copy on write: the first change after a snapshot leaves the old tree to the snapshot. */
  #own(): void {
    if (!this.#shared) return;
    this.#tree = new RBush3D().load([...this.#rows.values()].flat());
    this.#shared = false;
  }
}

type Row = BBox & { readonly item: Entered; readonly volume: Volume; readonly volumeIndex: number };

function rowsOf(item: Entered): Row[] {
  return item.volumes.map((volume, volumeIndex) => ({
    ...boxAround(footprintOf(volume.outline).ball, 0),
    item,
    volume,
    volumeIndex,
  }));
}

function queryTree(
  tree: RBush3D,
  volumes: readonly Volume[],
  minima: Minima,
  accept: (item: Entered) => boolean = () => true,
): Hit[] {
  const hits: Hit[] = [];
  for (const [queryVolumeIndex, volume] of volumes.entries()) {
    const box = boxAround(footprintOf(volume.outline).ball, minima.lateralCentimetres / 100);
    for (const row of rowsIn(tree, box)) {
      if (!accept(row.item)) continue;
      const conflict = conflictBetween(volume, row.volume, minima);
      if (conflict === undefined) continue;
      const { id, owner } = row.item;
      hits.push({ id, owner, volumeIndex: row.volumeIndex, queryVolumeIndex, conflict });
    }
  }
  return hits.toSorted(
    (x, y) =>
      compareIds(x.id, y.id) ||
      x.volumeIndex - y.volumeIndex ||
      x.queryVolumeIndex - y.queryVolumeIndex,
  );
}

function idsAt(
  tree: RBush3D,
  position: Position,
  heightCentimetres: number,
  instantMs: number,
): string[] {
  const point = footprintOf({ kind: 'circle', centre: position, radiusCentimetres: 0 });
  const found = new Set<string>();
  for (const { item, volume } of rowsIn(tree, boxAround(point.ball, 0))) {
    if (instantMs < volume.window.startMs || instantMs >= volume.window.endMs) continue;
    const { lowerCentimetres, upperCentimetres } = ellipsoidalSpan(volume);
    if (heightCentimetres < lowerCentimetres || heightCentimetres > upperCentimetres) continue;
    // A minimum of one centimetre: a point on the border is in the shape.
    if (lateralApproach(point, footprintOf(volume.outline), 1) !== undefined) found.add(item.id);
  }
  return [...found].toSorted(compareIds);
}

/** The tree holds nothing but rows; its types only know their boxes. */
function rowsIn(tree: RBush3D, box: BBox): readonly Row[] {
  return tree.search(box) as Row[];
}

function boxAround(ball: Ball, metres: number): BBox {
  const reach = ball.radius + metres;
  return {
    minX: ball.x - reach,
    minY: ball.y - reach,
    minZ: ball.z - reach,
    maxX: ball.x + reach,
    maxY: ball.y + reach,
    maxZ: ball.z + reach,
  };
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
