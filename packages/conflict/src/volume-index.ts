// A live index of items, each with its volumes under one id, on the packed core.
import type { HeightBound, Position } from '@parley/geo';
import { conflictBetween } from './conflict-between.ts';
import type { Conflict } from './conflict-between.ts';
import type { CorePath } from './packed/core-port.ts';
import { PackedIndex } from './packed/packed-index.ts';
import { readItems, writeItems } from './packed/saved-items.ts';
import { firstContact, hullOfLeg } from './track.ts';
import type { Fix, Leg } from './track.ts';
import type { Minima, Volume } from './volume.ts';

/** What is kept in an index: the volumes of one notice, plan or zone, under one id. */
export type Entered = {
  readonly id: string;
  readonly owner: string;
  readonly volumes: readonly Volume[];
};

/** One volume of an item and one queried volume, both named by their place in lists. */
export type Pair = {
  readonly item: Entered;
  readonly volumeIndex: number;
  readonly queryVolumeIndex: number;
};

/** One volume found in conflict with one queried volume, and how. */
export type Hit = {
  readonly id: string;
  readonly owner: string;
  readonly volumeIndex: number;
  readonly queryVolumeIndex: number;
  readonly conflict: Conflict;
};

/** A volume that a moving point comes near, and where and when it first does. */
export type Contact = {
  readonly item: Entered;
  readonly volumeIndex: number;
  readonly first: Fix;
};

type Accept = (item: Entered) => boolean;

/** What can be read from an index, or from a frozen moment of it. */
export type VolumeIndexReader = {
  readonly size: number;
  query(volumes: readonly Volume[], minima: Minima, accept?: Accept): Hit[];
  pairs(volumes: readonly Volume[], minima: Minima, accept?: Accept): Pair[];
  at(position: Position, heightCentimetres: number, instantMs: number): string[];
  along(leg: Leg, minima: Minima, accept?: Accept): Contact[];
};

/** A frozen moment. What was removed since is kept until `release` is called. */
export type VolumeIndexSnapshot = VolumeIndexReader & { release(): void };

export class VolumeIndex implements VolumeIndexReader {
  #packed: PackedIndex;
  readonly #slots = new Map<string, readonly number[]>();
  readonly #places: (Place | undefined)[] = [];

  /** `path`: how the core runs; the same answers on each. */
  constructor(path: CorePath = 'auto') {
    this.#packed = new PackedIndex(path);
  }

  /** Adds an item. Its id must be new; its volumes must have no fault. */
  insert(item: Entered): void {
    this.#refuseKnown(item);
    this.#keep(
      item,
      item.volumes.map((volume) => this.#packed.add(volume)),
    );
  }

  /** Adds many items at once: faster than one by one, and queries after it are too. */
  load(items: readonly Entered[]): void {
    for (const item of items) this.#refuseKnown(item);
    const slots = this.#packed.load(items.flatMap(({ volumes }) => volumes));
    let from = 0;
    for (const item of items) {
      this.#refuseKnown(item);
      this.#keep(item, slots.slice(from, from + item.volumes.length));
      from += item.volumes.length;
    }
  }

  /** Puts an item in the place of the one with its id, or adds it. */
  replace(item: Entered): void {
    this.remove(item.id);
    this.insert(item);
  }

  /** Takes an item out; false when there was none with that id. */
  remove(id: string): boolean {
    const slots = this.#slots.get(id);
    if (slots === undefined) return false;
    for (const slot of slots) this.#packed.remove(slot);
    return this.#slots.delete(id);
  }

  /** The number of items. */
  get size(): number {
    return this.#slots.size;
  }

  /**
   * Every conflict of the given volumes with accepted items, ordered by id (code units), then
   * volume index, then queried volume index. Items are not compared by owner: `accept` decides.
   */
  query(volumes: readonly Volume[], minima: Minima, accept?: Accept): Hit[] {
    return hitsOf(this.pairs(volumes, minima, accept), volumes, minima);
  }

  /** Which volumes are in conflict, as `query` finds and orders them, without telling how. */
  pairs(volumes: readonly Volume[], minima: Minima, accept?: Accept): Pair[] {
    return this.#pairsAt(volumes, minima, accept, 0);
  }

  /** Ids, in order, of items with a volume that holds the place, height (HAE) and instant. */
  at(position: Position, heightCentimetres: number, instantMs: number): string[] {
    return idsOf(this.pairs([pointVolume(position, heightCentimetres, instantMs)], ON_BORDER));
  }

  /**
   * Every accepted volume that a point on a leg comes nearer to than the minima, or into: the
   * soonest first, then by id.
   */
  along(leg: Leg, minima: Minima, accept?: Accept): Contact[] {
    return contactsOf(this, leg, minima, accept);
  }

  /** The index as it is now; later changes do not show in it. */
  snapshot(): VolumeIndexSnapshot {
    const version = this.#packed.snapshot();
    const pairs = (volumes: readonly Volume[], minima: Minima, accept?: Accept): Pair[] =>
      this.#pairsAt(volumes, minima, accept, version);
    let released = false;
    return Object.freeze({
      size: this.size,
      pairs,
      along: (leg: Leg, minima: Minima, accept?: Accept) =>
        contactsOf({ pairs }, leg, minima, accept),
      query: (volumes: readonly Volume[], minima: Minima, accept?: Accept) =>
        hitsOf(pairs(volumes, minima, accept), volumes, minima),
      at: (position: Position, heightCentimetres: number, instantMs: number) =>
        idsOf(pairs([pointVolume(position, heightCentimetres, instantMs)], ON_BORDER)),
      release: () => {
        if (!released) this.#packed.release();
        released = true;
      },
    });
  }

  /**
   * The index as bytes, from which `restore` has it back without building it. The items are not in
   * them: whoever keeps the index keeps those. Snapshots must have been released.
   */
  save(): Uint8Array {
    return writeItems(this.#packed.save(), this.#slots);
  }

  /**
   * The index that was saved; `itemOf` gives the item of each id, as it was then. Or what is wrong,
   * in a sentence.
   */
  static restore(
    bytes: Uint8Array,
    itemOf: (id: string) => Entered | undefined,
    path: CorePath = 'auto',
  ): VolumeIndex | string {
    const saved = readItems(bytes);
    if (typeof saved === 'string') return saved;
    const index = new VolumeIndex(path);
    for (const [id, slots] of saved.slots) {
      const item = itemOf(id);
      if (item === undefined) return `there is no item ${id}`;
      if (item.volumes.length !== slots.length) {
        return `${id} has ${item.volumes.length} volumes; it had ${slots.length}`;
      }
      index.#keep(item, slots);
    }
    const volumeIn = (slot: number): Volume | undefined => {
      const place = index.#places[slot];
      return place?.item.volumes[place.volumeIndex];
    };
    const packed = PackedIndex.restore(saved.packed, volumeIn, path);
    if (typeof packed === 'string') return packed;
    index.#packed = packed;
    return index;
  }

  #refuseKnown({ id }: Entered): void {
    if (this.#slots.has(id)) throw new Error(`bug: ${id} is in the index already`);
  }

  #keep(item: Entered, slots: readonly number[]): void {
    this.#slots.set(item.id, slots);
    for (const [volumeIndex, slot] of slots.entries()) this.#places[slot] = { item, volumeIndex };
  }

  #pairsAt(
    volumes: readonly Volume[],
    minima: Minima,
    accept: Accept | undefined,
    version: number,
  ): Pair[] {
    const pairs: Pair[] = [];
    const wanted = accept && ((slot: number) => accept(this.#placeOf(slot).item));
    for (const [queryVolumeIndex, volume] of volumes.entries()) {
      for (const slot of this.#packed.query(volume, minima, { wanted, version })) {
        pairs.push({ ...this.#placeOf(slot), queryVolumeIndex });
      }
    }
    return pairs.sort(
      (x, y) =>
        compareIds(x.item.id, y.item.id) ||
        x.volumeIndex - y.volumeIndex ||
        x.queryVolumeIndex - y.queryVolumeIndex,
    );
  }

  #placeOf(slot: number): Place {
    const place = this.#places[slot];
    if (place === undefined) throw new Error(`bug: nothing stands in slot ${slot}`);
    return place;
  }
}

/** Whose volume stands in a slot. */
type Place = { readonly item: Entered; readonly volumeIndex: number };

/** A minimum of one centimetre: a point on the border is in the shape. */
const ON_BORDER: Minima = { lateralCentimetres: 1, verticalCentimetres: 0, timeMs: 0 };

function pointVolume(centre: Position, heightCentimetres: number, instantMs: number): Volume {
  const centimetres = heightCentimetres;
  const limit: HeightBound = { kind: 'height', centimetres, unit: 'm', reference: 'HAE' };
  return {
    outline: { kind: 'circle', centre, radiusCentimetres: 0 },
    band: { lower: limit, upper: limit },
    window: { startMs: instantMs, endMs: instantMs + 1 },
  };
}

function hitsOf(pairs: readonly Pair[], volumes: readonly Volume[], minima: Minima): Hit[] {
  return pairs.map(({ item, volumeIndex, queryVolumeIndex }) => {
    const [asked, found] = [volumes[queryVolumeIndex], item.volumes[volumeIndex]];
    const conflict = asked && found && conflictBetween(asked, found, minima);
    if (conflict === undefined) throw new Error('bug: the core and the exact test differ');
    return { id: item.id, owner: item.owner, volumeIndex, queryVolumeIndex, conflict };
  });
}

/** Wider than a corridor without width would be, by what rounding may take away. */
const ROUNDING_CENTIMETRES = 2;

function contactsOf(
  reader: Pick<VolumeIndexReader, 'pairs'>,
  leg: Leg,
  minima: Minima,
  accept: Accept | undefined,
): Contact[] {
  const lateralCentimetres = minima.lateralCentimetres + ROUNDING_CENTIMETRES;
  const near = reader.pairs([hullOfLeg(leg)], { ...minima, lateralCentimetres }, accept);
  const contacts = near.flatMap(({ item, volumeIndex }): Contact[] => {
    const volume = item.volumes[volumeIndex];
    const first = volume && firstContact(leg, volume, minima);
    return first === undefined ? [] : [{ item, volumeIndex, first }];
  });
  return contacts.toSorted((a, b) => a.first.instantMs - b.first.instantMs);
}

function idsOf(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.map(({ item }) => item.id))];
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
